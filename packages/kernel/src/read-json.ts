import { isDeeperThan } from './nesting.ts';

/** How many groups and lists may stand inside one another; a diary's entry may have 64 of its own. */
const deepestJson = 100;

/**
 * The value of a JSON text; undefined where it is none, or where it nests deeper than anything of ours: what compares
 * or writes such a value would run out of stack. For where nobody asks what is wrong with it.
 */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(deepestJson, value) ? undefined : value;
  } catch {
    return undefined;
  }
}
