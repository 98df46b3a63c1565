import { concatBytes, hexToBytes } from '../bytes/bytes.ts';
import { hashToHex } from '../bytes/suite.ts';

/**
 * [Y-31] The head of a feed after one more entry: SHA-256 over the head before and the entry's id; zeros before the
 * first. Two heads are the same only when all entries behind them are, in the same order.
 */
export function headAfter(head: string, entryId: string): string {
  return hashToHex(concatBytes(hexToBytes(head), hexToBytes(entryId)));
}
