/** The bytes with one bit turned over; bits count from 0. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  const place = Math.floor(bit / 8) % bytes.length;
  flipped[place] = (flipped[place] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}
