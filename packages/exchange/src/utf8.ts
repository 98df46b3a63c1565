/** The UTF-8 bytes of a text; half of a surrogate pair becomes the replacement character. */
export function utf8Bytes(text: string): readonly number[] {
  return Array.from(text, characterBytes).flat();
}

function characterBytes(character: string): readonly number[] {
  const found = character.codePointAt(0) ?? replacement;
  const code = found >= 0xd800 && found <= 0xdfff ? replacement : found;
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), trailing(code)];
  if (code < 0x10000) return [0xe0 | (code >> 12), trailing(code >> 6), trailing(code)];
  return [0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code)];
}

const replacement = 0xfffd;

function trailing(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
