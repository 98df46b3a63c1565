import { err, isDeeperThan, ok, opensMoreThan, shortText, type Result } from '@psoas/kernel';
import { parseDocument } from 'yaml';

/** How many groups and lists may stand inside one another in an item. Ours have at most eight. */
const deepestItem = 64;
const tooDeep = `write at most ${deepestItem} groups and lists inside one another`;
/** A text without aliases cannot grow when it is read; no item needs one. */
const mostAliases = 0;
/** The longest file, in characters; ours have a third of it. */
const longestItem = 100_000;
/** Signs of what the library says, which may quote the text. */
const longestReason = 500;

/** A YAML text of one document as a value. The error says where and what; no text makes it throw, or grow without end. */
export function parseYaml(text: string): Result<unknown, string> {
  if (text.length > longestItem) return err(`write at most ${longestItem} characters into a file`);
  if (opensMoreThan(deepestItem, text)) return err(tooDeep);
  try {
    const document = parseDocument(text);
    const [problem] = document.errors;
    if (problem !== undefined) return err(shortText(problem.message, longestReason));
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return isDeeperThan(deepestItem, value) ? err(tooDeep) : ok(value);
  } catch (error) {
    return err(shortText(error instanceof Error ? error.message : String(error), longestReason));
  }
}
