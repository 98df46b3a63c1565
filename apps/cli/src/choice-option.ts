import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { textOption, type CommandInput } from './io.ts';

/** An option that takes one of a closed list; an error names the list. */
export function choiceOption<Value extends string>(
  input: CommandInput,
  name: string,
  choices: readonly Value[],
): Result<Value | undefined, string> {
  const found = textOption(input, name);
  if (found === undefined) return ok(undefined);
  const value = choices.find((choice) => choice === found);
  return value === undefined
    ? err(fillTemplate(text.errors.optionChoice, { option: dashed(name), choices: choices.join(', '), found }))
    : ok(value);
}

// The parser keeps `--two-minutes` as `twoMinutes`.
function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
