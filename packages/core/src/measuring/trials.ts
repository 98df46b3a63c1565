import type { MeasuredTest } from '../diary/event.ts';
import { toTenth } from './to-tenth.ts';

/** The trials of one side in brief. */
export type TrialSummary = { readonly median: number; readonly spread: number };

/** [ME-03] How many trials a test asks for: three lowerings; once for what tires. */
export function trialsOf(test: MeasuredTest): number {
  return test === 'thomas' ? 3 : 1;
}

/** [ME-03] Median, and the distance from the lowest to the highest. Undefined without a trial. */
export function summariseTrials(trials: readonly number[]): TrialSummary | undefined {
  const sorted = trials.toSorted((one, other) => one - other);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (lowest === undefined || highest === undefined || below === undefined || above === undefined) return undefined;
  return { median: toTenth((below + above) / 2), spread: toTenth(highest - lowest) };
}
