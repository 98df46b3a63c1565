const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ';

/**
 * An English text in disguise: readable, every word in square brackets that are no others ("⟦…⟧"), 40 percent longer.
 * What stands outside of brackets on a screen was never translated. Places, cited sources and links stay.
 */
export function pseudoText(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  // A whole article keeps its structure: each line is a text of its own.
  if (text.includes('\n')) return text.split('\n').map(pseudoLine).join('\n');
  return pseudoLine(text);
}

function pseudoLine(line: string): string {
  const [, lead = '', words = ''] = /^(\s*(?:#{2,3} |- |\d+\. )?)(.*)$/.exec(line) ?? [];
  if (!/[a-z]/i.test(words)) return line;
  const disguised = words.replace(/\{[^}]*\}|\[(?:S\d|seed-|K-general|P-judgement)[^\]]*\]|\]\([^)]*\)|[a-zA-Z]/g, (found) => (found.length > 1 ? found : letter(found)));
  // What is added breaks into lines as words do.
  const added = '·'.repeat(Math.ceil(words.length * 0.4)).replace(/(.{6})(?=.)/g, '$1 ');
  return `${lead}⟦${disguised}${added}⟧`;
}

function letter(found: string): string {
  // Each accented letter is one unit of UTF-16, so the places in both agree.
  return accented.charAt(plain.indexOf(found));
}
