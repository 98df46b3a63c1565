import type { LocalDate, Side } from '@psoas/kernel';
import type { ExerciseSetting, PlanItem } from '../../programme/index.ts';
import type { SideVerdict } from './step-change.ts';

/** Where one exercise has come to. */
export type ExerciseProgress = {
  readonly setting: ExerciseSetting;
  /**
   * What the plan last gave in a session from which steps forward count and that was not cut short (P-07): gaps start
   * from it. Absent before the exercise was done.
   */
  readonly item?: PlanItem;
  readonly greens: { readonly [side in Side]?: number };
  /** [SH-13] The latest day that asked for less, and on how many later days it went well: one day counts once. */
  readonly bad?: { readonly day: LocalDate; readonly goodDays: number };
  readonly latest: { readonly [side in Side]?: SideVerdict & { readonly day: LocalDate } };
};

/** Nothing was done yet, and nothing changed. */
export const untouched: ExerciseSetting = { ladder: 0 };
