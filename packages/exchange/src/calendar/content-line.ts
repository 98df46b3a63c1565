import { utf8Bytes } from '../utf8.ts';

/** [IC-06] The most octets of a line, its end left out. */
const longestLine = 75;

/** A line of a calendar file, folded between characters where it is longer than 75 octets. */
export function contentLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const more = utf8Bytes(character).length;
    if (octets + more > longestLine) {
      // The space that begins a continued line counts.
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

/** A text as a value: what has a meaning in the format is marked, and other control characters go. */
export function textValue(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}
