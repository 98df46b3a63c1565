// Control characters (C0, DEL, C1), and marks that turn the direction of writing.
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Text from elsewhere in one line that cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(unprintable, ' ').trim();
}
