import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { err, ok, type Result } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url } from '../bytes/base64url.ts';
import {
  bytesToHex,
  concatBytes,
  createByteReader,
  hexToBytes,
  utf8ToBytes,
  type RandomBytes,
} from '../bytes/bytes.ts';
import { addCheck, takeCheck } from '../bytes/checked.ts';
import { formatVersion } from '../bytes/suite.ts';

/** What a share's link holds: where to read, where to answer, and the secret of a member that may read. */
export type ShareLink = {
  readonly shareFeedId: string;
  readonly replyFeedId: string;
  readonly linkSecret: Uint8Array;
};

/** How hard a passphrase is to try out: scrypt with N = 2^17, r = 8, p = 1 takes 128 MiB (RFC 7914; OWASP 2023). */
const scryptLog2N = 17;
const scryptRange = { min: 15, max: 18 } as const;

const forms = { plain: 0, passphrase: 1 } as const;
const startLength = 66;
const passphraseStartLength = 83;
const lengths = [startLength + 32, passphraseStartLength + 24 + 48] as const;

/** The part of a link behind `#`. Browsers do not send it to the server. */
export function shareLinkToText(link: ShareLink): string {
  return toText(concatBytes(linkStart(link, forms.plain), link.linkSecret));
}

/** The same, with the secret sealed under a passphrase that goes another way. */
export function shareLinkToSealedText(link: ShareLink, passphrase: string, random: RandomBytes): string {
  const salt = random(16);
  const start = concatBytes(linkStart(link, forms.passphrase), Uint8Array.of(scryptLog2N), salt);
  const nonce = random(24);
  const key = passphraseToKey(passphrase, salt, scryptLog2N);
  return toText(concatBytes(start, nonce, xchacha20poly1305(key, nonce, start).encrypt(link.linkSecret)));
}

/** Why a link is not taken. */
export type ShareLinkFault =
  | { readonly type: 'link-damaged' }
  | { readonly type: 'newer-version'; readonly found: number; readonly known: number }
  | { readonly type: 'passphrase-needed' }
  | { readonly type: 'passphrase-wrong' }
  | {
      readonly type: 'scrypt-out-of-range';
      readonly found: number;
      readonly min: number;
      readonly max: number;
    };

/** [Y-29] Reads the part of a link behind `#`, with the passphrase where it asks for one. */
export function textToShareLink(text: string, passphrase?: string): Result<ShareLink, ShareLinkFault> {
  const read = base64urlToBytes(text.trim());
  const bytes = read.ok ? takeCheck('psoas/1/link', read.value) : undefined;
  if (bytes === undefined) return err({ type: 'link-damaged' });
  const reader = createByteReader(bytes);
  const version = reader.number(1);
  if (version > formatVersion) return err({ type: 'newer-version', found: version, known: formatVersion });
  const form = reader.number(1);
  if (version === 0 || bytes.length !== lengths[form]) return err({ type: 'link-damaged' });
  const shareFeedId = bytesToHex(reader.take(32));
  const replyFeedId = bytesToHex(reader.take(32));
  const secret = form === forms.plain ? ok(reader.take(32)) : unsealSecret(bytes, passphrase);
  return secret.ok ? ok({ shareFeedId, replyFeedId, linkSecret: secret.value }) : secret;
}

function unsealSecret(bytes: Uint8Array, passphrase: string | undefined): Result<Uint8Array, ShareLinkFault> {
  const reader = createByteReader(bytes.slice(startLength));
  const log2N = reader.number(1);
  const { min, max } = scryptRange;
  if (log2N < min || log2N > max) return err({ type: 'scrypt-out-of-range', found: log2N, min, max });
  if (passphrase === undefined) return err({ type: 'passphrase-needed' });
  const key = passphraseToKey(passphrase, reader.take(16), log2N);
  const nonce = reader.take(24);
  try {
    return ok(xchacha20poly1305(key, nonce, bytes.slice(0, passphraseStartLength)).decrypt(reader.take(48)));
  } catch {
    return err({ type: 'passphrase-wrong' });
  }
}

function linkStart({ shareFeedId, replyFeedId }: ShareLink, form: number): Uint8Array {
  return concatBytes(Uint8Array.of(formatVersion, form), hexToBytes(shareFeedId), hexToBytes(replyFeedId));
}

function passphraseToKey(passphrase: string, salt: Uint8Array, log2N: number): Uint8Array {
  return scrypt(utf8ToBytes(passphrase.normalize('NFKC')), salt, { N: 2 ** log2N, r: 8, p: 1, dkLen: 32 });
}

function toText(bytes: Uint8Array): string {
  return bytesToBase64url(addCheck('psoas/1/link', bytes));
}
