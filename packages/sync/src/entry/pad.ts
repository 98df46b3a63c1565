import { err, ok, type Result } from '@psoas/kernel';
import { bytesToNumber, concatBytes, numberToBytes } from '../bytes/bytes.ts';
import type { Stamp } from '../order/hybrid-clock.ts';

/** [Y-07] The sizes that content is padded to, so that a size tells little: 256, 512, ... 65,536 bytes. */
export const buckets: readonly number[] = Array.from({ length: 9 }, (_, step) => 256 << step);

const startLength = 12;
const largestBucket = 65_536;

/** The longest text of an event, in bytes of UTF-8. */
export const textLimit = largestBucket - startLength;

/** An event that does not fit into an entry, with its size in bytes. */
export type TooLarge = { readonly type: 'event-too-large'; readonly found: number; readonly limit: number };

/** What an entry holds when it is open: when it was made, and the event as JSON in UTF-8. */
export type Content = { readonly stamp: Stamp; readonly text: Uint8Array };

/** [Y-07] Content padded with zeros to its bucket. */
export function padContent({ stamp, text }: Content): Result<Uint8Array, TooLarge> {
  const bucket = buckets.find((size) => size >= text.length + startLength);
  if (bucket === undefined) return err({ type: 'event-too-large', found: text.length, limit: textLimit });
  return ok(
    concatBytes(
      numberToBytes(text.length, 4),
      numberToBytes(stamp.millis, 6),
      numberToBytes(stamp.counter, 2),
      text,
      new Uint8Array(bucket - startLength - text.length),
    ),
  );
}

/** [Y-07] The content of a bucket; undefined where the length lies or the padding is not zero. */
export function unpadContent(padded: Uint8Array): Content | undefined {
  const length = bytesToNumber(padded.subarray(0, 4));
  const end = startLength + length;
  if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return undefined;
  return {
    stamp: { millis: bytesToNumber(padded.subarray(4, 10)), counter: bytesToNumber(padded.subarray(10, 12)) },
    text: padded.slice(startLength, end),
  };
}
