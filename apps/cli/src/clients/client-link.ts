import { err, ok, type Result } from '@psoas/kernel';
import { base64urlToBytes, textToShareLink, type ShareLink, type ShareLinkFault } from '@psoas/sync';
import { originOfLink, usualRelay } from '../sync/relay-address.ts';

/** A client's link in its parts: the share, and the relay that keeps it. */
export type OpenLink = { readonly link: ShareLink; readonly relay: string };

/** What stands before the # of a link, and behind it; a bare text stands behind. */
export function splitLink(given: string): { readonly page: string; readonly inside: string } {
  const trimmed = given.trim();
  const mark = trimmed.indexOf('#');
  return mark < 0 ? { page: '', inside: trimmed } : { page: trimmed.slice(0, mark), inside: trimmed.slice(mark + 1) };
}

/** Reads a link as the diary keeps it: without a passphrase, and at the address of its relay. */
export function readKeptLink(kept: string): Result<OpenLink, ShareLinkFault> {
  const { page, inside } = splitLink(kept);
  const link = textToShareLink(inside);
  return link.ok ? ok({ link: link.value, relay: originOfLink(page) ?? usualRelay }) : link;
}

/** The secret with which a professional answers. */
export function readGuestSecret(kept: string): Result<Uint8Array, 'damaged'> {
  const bytes = base64urlToBytes(kept);
  return bytes.ok && bytes.value.length === 32 ? bytes : err('damaged');
}
