import type { LocalDate, Side } from '@psoas/kernel';

/** The rules that change, or hold, what comes next. */
export type StepRule = 'D-01' | 'D-03' | 'D-04' | 'D-05' | 'D-06' | 'D-08' | 'D-09' | 'D-11' | 'RF43' | 'SH-10' | 'SH-12';

/** Every key of a change's sentence. */
export const stepKeys = [
  'repsUp',
  'holdUp',
  'setsUp',
  'loadUp',
  'variantUp',
  'ladderUp',
  'untrim',
  'trim',
  'repsDown',
  'holdDown',
  'setsDown',
  'loadDown',
  'variantDown',
  'ladderDown',
  'startAgain',
  'setsTo',
  'repsTo',
  'holdTo',
  'proposalWaits',
] as const;
export type StepKey = (typeof stepKeys)[number];

/** Keys by which something gets more. */
export const forwardKeys: ReadonlySet<StepKey> = new Set([
  'repsUp',
  'holdUp',
  'setsUp',
  'loadUp',
  'variantUp',
  'ladderUp',
  'untrim',
]);

/** One change of what comes next: the rule, the numbers, and the key of its sentence. */
export type StepChange = {
  readonly exercise: string;
  /** The side whose report decided; `both` when both did, or none. */
  readonly side: Side | 'both';
  readonly key: StepKey;
  readonly rule: StepRule;
  /** The day that gave the reason. */
  readonly day: LocalDate;
  /**
   * `from` and `to` in sets, repetitions, seconds or (load) kilograms; `pain` 0 to 10; `percent` of a trim; `days` of
   * a gap; `variant` the form that comes or goes; `by` the name of who proposed it.
   */
  readonly values: {
    readonly from?: number;
    readonly to?: number;
    readonly pain?: number;
    readonly percent?: number;
    readonly days?: number;
    readonly variant?: string;
    readonly by?: string;
  };
};

/** [D-02] What a day said about one side of an exercise, the worst first. */
export const verdicts = ['back', 'trim', 'hold', 'unknown', 'green'] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict with the rule behind it. */
export type SideVerdict = { readonly verdict: Verdict; readonly rule: StepRule; readonly pain?: number };

/** [D-02] What comes next for one side of an exercise. */
export type NextStep = {
  readonly exercise: string;
  readonly side: Side;
  readonly step: 'stop' | 'step-back' | 'hold' | 'progress';
  readonly rule: StepRule;
  readonly day: LocalDate;
  readonly pain?: number;
  readonly greens: number;
};
