import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { SignatureCheck } from '@psoas/sync';

/**
 * [RE-03] Ed25519 by Node's own library, fourteen times faster than JavaScript. OpenSSL compares without a cofactor, so
 * what it accepts the strict check of `@psoas/sync` accepts too, except for keys that are no canonical point or one of
 * small order; those are refused here, whatever the library at hand does with them.
 */
export const checkSignature: SignatureCheck = (signature, message, publicKey) => {
  const key = keyOf(publicKey);
  if (key === undefined) return false;
  try {
    return verify(null, message, key, signature);
  } catch {
    return false;
  }
};

/**
 * Runs rules that ask for a signature. They hear yes; whether that was right is then found out on another thread,
 * while this one answers others. Nothing may come of the value where it was not.
 */
export async function checkAside<Value>(
  run: (check: SignatureCheck) => Value,
): Promise<{ readonly value: Value; readonly isSigned: boolean }> {
  const asked: Parameters<SignatureCheck>[] = [];
  const value = run((...question) => {
    asked.push(question);
    return true;
  });
  const answers = await Promise.all(asked.map(verifyAside));
  return { value, isSigned: answers.every((isRight) => isRight) };
}

function verifyAside([signature, message, publicKey]: Parameters<SignatureCheck>): Promise<boolean> {
  const key = keyOf(publicKey);
  if (key === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    verify(null, message, key, signature, (error, isRight) => resolve(error === null && isRight));
  });
}

/** The most keys that are kept ready. Reading one costs as much as checking with it. */
const keyLimit = 4000;
const keyByText = new Map<string, KeyObject>();

function keyOf(publicKey: string): KeyObject | undefined {
  const known = keyByText.get(publicKey);
  if (known !== undefined) return known;
  if (!isSoundKey(publicKey)) return undefined;
  const key = readKey(publicKey);
  if (key === undefined) return undefined;
  const [oldest] = keyByText.keys();
  if (keyByText.size >= keyLimit && oldest !== undefined) keyByText.delete(oldest);
  keyByText.set(publicKey, key);
  return key;
}

function readKey(publicKey: string): KeyObject | undefined {
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

const fieldPrime = 2n ** 255n - 19n;

/** The y of all points whose order divides 8 (RFC 8032, section 5.1). Their x has no influence on the order. */
const smallOrderYs: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  fieldPrime - 1n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
]);

/** Whether a key is the canonical encoding of a y that is not of small order. Whether a point has this y is seen later. */
export function isSoundKey(publicKey: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey)) return false;
  const number = BigInt(`0x${Buffer.from(publicKey, 'hex').reverse().toString('hex')}`);
  const y = BigInt.asUintN(255, number);
  return y < fieldPrime && !smallOrderYs.has(y);
}
