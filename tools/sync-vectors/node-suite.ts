import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  createPrivateKey,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto';

/*
 * The suite of packages/sync/SPEC.md once more, with Node's OpenSSL and nothing of that package: a second
 * implementation, so that a vector is right for two reasons.
 */

const spkiStart = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');
const tagLength = 16;

/** SHA-256. */
export function hash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** `label || 0x00 || bytes`. */
export function labelled(label: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(label), Buffer.alloc(1), bytes]);
}

/** HKDF-SHA256 with the salt of version 1. */
export function derive(secret: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from('psoas/1'), Buffer.from(info), 32));
}

/** The public key of an Ed25519 seed. */
export function publicKeyOf(seed: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiStart.length);
}

/** An Ed25519 signature over labelled bytes. */
export function signWithSeed(label: string, bytes: Uint8Array, seed: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' });
  return sign(null, labelled(label, bytes), key);
}

/** Whether bytes end in a right signature over what stands before it. */
export function isSigned(label: string, bytes: Uint8Array, publicKey: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([spkiStart, publicKey]), format: 'der', type: 'spki' });
  return verify(null, labelled(label, bytes.subarray(0, -64)), key, bytes.subarray(-64));
}

/** Opens XChaCha20-Poly1305; throws where the tag is wrong. */
export function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  additional: Uint8Array,
  sealed: Uint8Array,
): Buffer {
  const inner = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const cipher = createDecipheriv('chacha20-poly1305', hchacha20(key, nonce.subarray(0, 16)), inner, {
    authTagLength: tagLength,
  });
  const end = sealed.length - tagLength;
  cipher.setAuthTag(sealed.subarray(end));
  cipher.setAAD(additional, { plaintextLength: end });
  return Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()]);
}

/**
 * HChaCha20 (draft-irtf-cfrg-xchacha-03, section 2.2) out of a ChaCha20 block: the block is the rounds' result plus
 * the words that went in, and those are known.
 */
function hchacha20(key: Uint8Array, nonce: Uint8Array): Buffer {
  const block = createCipheriv('chacha20', key, nonce).update(Buffer.alloc(64));
  const before = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce]);
  const words = [0, 1, 2, 3, 12, 13, 14, 15].map(
    (word) => (block.readUInt32LE(4 * word) - before.readUInt32LE(4 * word)) >>> 0,
  );
  const out = Buffer.alloc(32);
  for (const [index, word] of words.entries()) out.writeUInt32LE(word, 4 * index);
  return out;
}
