import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import type { Prompter } from './prompter.ts';

export type AskedRange = { readonly min: number; readonly max: number; readonly whole?: boolean };

/** A number in a range; it is asked until one is given. */
export async function askNumber(prompter: Prompter, question: string, range: AskedRange): Promise<number> {
  const answer = await prompter.line(question, (line) =>
    isNumber(line, range)
      ? undefined
      : fillTemplate(range.whole === true ? text.check.wholeNumber : text.check.number, {
          min: range.min,
          max: range.max,
        }),
  );
  return numberOf(answer);
}

/** A number in a range, or nothing. */
export async function askOptionalNumber(
  prompter: Prompter,
  question: string,
  range: AskedRange,
): Promise<number | undefined> {
  const answer = await prompter.line(question, (line) =>
    line.trim() === '' || isNumber(line, range)
      ? undefined
      : fillTemplate(text.check.optionalNumber, { min: range.min, max: range.max }),
  );
  return answer.trim() === '' ? undefined : numberOf(answer);
}

function isNumber(line: string, { min, max, whole }: AskedRange): boolean {
  const value = numberOf(line);
  return (
    /^-?\d+([.,]\d+)?$/.test(line.trim()) &&
    value >= min &&
    value <= max &&
    (whole !== true || Number.isInteger(value))
  );
}

// Half the world writes 9,5.
function numberOf(line: string): number {
  return Number(line.trim().replace(',', '.'));
}
