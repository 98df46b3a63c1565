import { err, fillTemplate, ok, sidesOrBoth, type Result } from '@psoas/kernel';
import type { ProposedChange } from '@psoas/core/sharing';
import { exercises } from '@psoas/knowledge/exercises';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/cli-share';
import { choiceOption } from '../choice-option.ts';
import { exerciseOf } from '../exercise-name.ts';
import { textOption, type CommandInput } from '../io.ts';
import { nearest } from '../nearest.ts';

// The ranges of what a guest can write (docs/spec/sharing.md); the exercise's own are narrower.
const amountOptions = [
  { option: 'sets', amount: 'sets', min: 1, max: 20 },
  { option: 'reps', amount: 'reps', min: 1, max: 100 },
  { option: 'seconds', amount: 'holdSeconds', min: 1, max: 600 },
] as const;

/** Reads one proposed change from the options: an amount, a swap, or a side. */
export function readChange(input: CommandInput): Result<ProposedChange, string> {
  const exercise = known(textOption(input, 'exercise'));
  if (!exercise.ok) return exercise;
  const swapFor = textOption(input, 'swapFor');
  const only = choiceOption(input, 'only', sidesOrBoth);
  if (!only.ok) return only;
  const amounts = readAmounts(input);
  if (!amounts.ok) return amounts;
  const hasAmount = Object.keys(amounts.value).length > 0;
  if ([swapFor, only.value, hasAmount || undefined].filter((each) => each !== undefined).length !== 1) return err(text.clients.propose.what);
  if (only.value !== undefined) return ok({ kind: 'side', exercise: exercise.value, side: only.value });
  if (swapFor === undefined) return ok({ kind: 'amount', exercise: exercise.value, ...amounts.value });
  const by = known(swapFor);
  return by.ok ? ok({ kind: 'swap', exercise: exercise.value, by: by.value }) : by;
}

type Amounts = { readonly [amount in (typeof amountOptions)[number]['amount']]?: number };

function readAmounts(input: CommandInput): Result<Amounts, string> {
  let amounts: Amounts = {};
  for (const { option, amount, min, max } of amountOptions) {
    const found = textOption(input, option);
    if (found === undefined) continue;
    const value = /^\d{1,4}$/.test(found) ? Number(found) : 0;
    if (value < min || value > max) return err(fillTemplate(cliText.errors.optionNumber, { option, min, max, found }));
    amounts = { ...amounts, [amount]: value };
  }
  return ok(amounts);
}

function known(id: string | undefined): Result<string, string> {
  if (id === undefined) return err(text.clients.propose.what);
  if (exerciseOf(id) !== undefined) return ok(id);
  const near = nearest(id, exercises.map((exercise) => exercise.id)).join(', ');
  return err(fillTemplate(cliText.errors.unknownExercise, { id, nearest: near }));
}
