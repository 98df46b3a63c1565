import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { isOn, type CommandInput } from '../io.ts';

/** Which of several forms was asked for; none is the readable one. More than one cannot be printed at once. */
export function chosenOutput<Name extends string>(
  input: CommandInput,
  names: readonly Name[],
): Result<Name | 'text', string> {
  const asked = names.filter((name) => isOn(input, name));
  if (asked.length > 1)
    return err(fillTemplate(text.errors.oneOutput, { options: names.map((name) => `--${name}`).join(', ') }));
  return ok(asked[0] ?? 'text');
}
