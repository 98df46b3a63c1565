import { isRecord, type UnknownRecord } from '@psoas/kernel';
import type { Question } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/cli';
import { askOptionalNumber } from './ask-number.ts';
import type { Prompter } from './prompter.ts';

/** Details by their name, as a file of answers holds them. */
export type AskedDetails = UnknownRecord;

/** [S-02] Asks what follows a yes. What a person does not know stays absent, which takes the more careful reading. */
export async function askDetails(
  prompter: Prompter,
  asks: Question['asks'],
  known: AskedDetails,
): Promise<AskedDetails> {
  let details = known;
  for (const ask of asks) {
    // Who is pregnant now is not asked about a birth: an answer would read as one.
    if (ask.detail === 'birth' && details['pregnancy'] !== undefined) continue;
    const answer = await askOne(prompter, ask);
    if (answer === undefined) continue;
    const before = details[ask.detail];
    const fields = isRecord(before) ? before : {};
    details = {
      ...details,
      [ask.detail]: ask.field === 'value' ? answer : { ...fields, [ask.field]: answer },
    };
  }
  return details;
}

async function askOne(
  prompter: Prompter,
  { kind, question, choices = [], detail, field, unit }: Question['asks'][number],
): Promise<unknown> {
  const asked = unit === undefined ? question : `${question} (${unit})`;
  if (kind === 'number') return askOptionalNumber(prompter, asked, { min: 0, max: maxOf(detail, field) });
  if (kind === 'text') return (await prompter.line(asked, () => undefined)) || undefined;
  const options = kind === 'yes-no' ? yesNo : choices;
  const answer = await prompter.one<string>(asked, [
    ...options,
    ...(options.some(({ value }) => value === 'unknown')
      ? []
      : [{ value: 'unknown', label: text.check.unknown }]),
  ]);
  if (kind === 'choice')
    return answer === 'unknown' && !choices.some(({ value }) => value === 'unknown') ? undefined : answer;
  return answer === 'unknown' ? undefined : answer === 'yes';
}

const yesNo = [
  { value: 'yes', label: text.check.yes },
  { value: 'no', label: text.check.no },
];

// The ends that parseAnswers allows.
function maxOf(detail: string, field: string): number {
  if (field === 'score') return 9;
  return detail === 'pregnancy' ? 45 : 5200;
}
