/** The checksum that ends a FIT file: CRC-16 with the reflected polynomial 0xA001, from 0, over `from` to `to`. */
export function fitChecksum(bytes: ArrayLike<number>, from = 0, to = bytes.length): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    sum ^= bytes[at] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >> 1) ^ 0xa001 : sum >> 1;
  }
  return sum;
}
