import { err, fillTemplate, isDeeperThan, ok, opensMoreThan, shortText, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { LineCounter, parseDocument } from 'yaml';

/** Why a text is no YAML that can be used. Line and column count from 1. */
export type YamlFault = { readonly line: number; readonly column: number; readonly reason: string };

/** How many groups and lists may stand inside one another. Answers have at most five. */
const deepestAnswers = 64;
/** The longest text that is read, in characters: thirty times what answers take. What is longer can cost minutes. */
const longestAnswers = 100_000;
/** Signs of what the library says, which may quote the text. */
const longestReason = 300;
const start = { line: 1, column: 1 } as const;

/** The value of YAML or JSON, or the place where it is none. No text makes it throw, or grow without end. */
export function parseAnswersText(answers: string): Result<unknown, YamlFault> {
  if (answers.length > longestAnswers) return err({ ...start, reason: fillTemplate(text.errors.tooLong, { limit: longestAnswers }) });
  if (opensMoreThan(deepestAnswers, answers)) return err({ ...start, reason: text.errors.tooDeep });
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(answers, { lineCounter, prettyErrors: false });
    const [problem] = document.errors;
    if (problem !== undefined) {
      const { line, col: column } = lineCounter.linePos(problem.pos[0]);
      return err({ line, column, reason: problem.code === 'MULTIPLE_DOCS' ? text.errors.manyDocuments : shortText(problem.message, longestReason) });
    }
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return isDeeperThan(deepestAnswers, value) ? err({ ...start, reason: text.errors.tooDeep }) : ok(value);
  } catch (error) {
    // What nests some thousand times exhausts the stack of the library that reads it.
    if (error instanceof RangeError) return err({ ...start, reason: text.errors.tooDeep });
    return err({ ...start, reason: shortText(error instanceof Error ? error.message : String(error), longestReason) });
  }
}
