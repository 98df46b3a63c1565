import text from '@psoas/knowledge/text/cli';
import type { Choice, Prompter } from './prompter.ts';

const none = 'none';

/** Any number of choices, with a line for none of them: nothing is taken from silence. */
export async function askSome<Value extends string>(
  prompter: Prompter,
  question: string,
  choices: readonly Choice<Value>[],
  noneLabel: string = text.check.groupNone,
): Promise<readonly Value[]> {
  const marked = await prompter.some<string>(question, [...choices, { value: none, label: noneLabel }]);
  const values = choices.map(({ value }) => value).filter((value) => marked.includes(value));
  if (marked.includes(none) !== values.length > 0) return values;
  prompter.say(text.check.combined);
  return askSome(prompter, question, choices, noneLabel);
}

/** Choices from the words of a closed list. */
export function choicesFrom<Value extends string>(
  labels: { readonly [value in Value]: string },
  values: readonly Value[],
): readonly Choice<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
