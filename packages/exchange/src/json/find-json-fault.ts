/** Where a text stops being JSON. `isCutOff`: it ends before its value does. */
export type JsonFault = { readonly offset: number; readonly isCutOff: boolean };

// One word of JSON, with the blanks before it. A string that is not closed is no word.
const word = /[ \t\n\r]*(?:([{}[\],:])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;
const openString = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * The first place at which a text is no JSON; undefined when it is. Browsers say it in different words, or not at
 * all, so this walks by itself; without recursion, whatever the depth.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let offset = 0; ; ) {
    word.lastIndex = offset;
    const found = word.exec(text);
    if (found === null) return expected === 'nothing' && isBlank(text, offset) ? undefined : faultAt(text, offset);
    const token = found[1] ?? (found[2] === undefined ? 'literal' : 'string');
    const next = follow(token, expected, open);
    if (next === undefined) return { offset: word.lastIndex - found[0].trimStart().length, isCutOff: false };
    expected = next;
    offset = word.lastIndex;
  }
}

// What may come after a word; undefined when the word itself may not stand here.
function follow(token: string, expected: Expected, open: ('{' | '[')[]): Expected | undefined {
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end');
  const isValueDue = expected === 'value' || expected === 'value-or-end';
  if (token === '{' || token === '[') {
    if (!isValueDue) return undefined;
    open.push(token);
    return token === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (token === '}' || token === ']') {
    const opener = token === '}' ? '{' : '[';
    const mayEnd = expected === 'comma-or-end' || expected === (token === '}' ? 'key-or-end' : 'value-or-end');
    if (!mayEnd || open.pop() !== opener) return undefined;
    return afterValue();
  }
  if (token === ',') return expected !== 'comma-or-end' ? undefined : open.at(-1) === '{' ? 'key' : 'value';
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (token === 'string' && (expected === 'key' || expected === 'key-or-end')) return 'colon';
  return isValueDue ? afterValue() : undefined;
}

function faultAt(text: string, from: number): JsonFault {
  const blanks = /[ \t\n\r]*/y;
  blanks.lastIndex = from;
  blanks.exec(text);
  const offset = blanks.lastIndex;
  openString.lastIndex = offset;
  const rest = text.slice(offset, offset + 40);
  const isCutWord = offset + rest.length === text.length && /^(?:-|-?\d[\d.eE+-]*|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/.test(rest);
  return { offset, isCutOff: offset >= text.length || isCutWord || openString.test(text) };
}

function isBlank(text: string, from: number): boolean {
  const rest = /[ \t\n\r]*$/y;
  rest.lastIndex = from;
  return rest.test(text);
}
