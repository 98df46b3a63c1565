import { formText, stepSentence as sentenceOf, type Run, type StepChange } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import words from '@psoas/knowledge/text/steps';
import { exerciseOf } from './exercise-name.ts';

/** A change between sessions as one sentence. */
export function stepSentence(change: StepChange, runs: readonly Run[]): string {
  return sentenceOf(change, { words, exercise: exerciseOf(change.exercise), runs });
}

/** The harder form or the load of a plan item, in brackets behind its name; empty for the plain exercise. */
export function itemForm(item: PlanItem): string {
  const form = formText(item, exerciseOf(item.exercise), words.form);
  return form === undefined ? '' : ` (${form})`;
}
