import { daysBetween, type LocalDate } from '@psoas/kernel';
import { parseAnswers } from '../../answers/index.ts';
import type { Catalogue, CatalogueExercise } from '../../catalogue/index.ts';
import { retestDays, type FormFacts } from '../../programme/index.ts';
import { screen } from '../../safety/index.ts';
import type { CompletedCheck, DiaryState } from '../diary-state.ts';
import { retestPutOffOn } from '../retest-put-off.ts';
import { deloadCalendar } from './deload.ts';
import { proposalMoments, type ProposalMoment } from './proposal-moments.ts';
import type { StepRule } from './step-change.ts';

/** What steps are computed with besides the diary. */
export type StepsInput = { readonly catalogue: Catalogue; readonly today: LocalDate };

/** What the fold needs to know about the person besides the training days. */
export type StepContext = {
  readonly exerciseById: ReadonlyMap<string, CatalogueExercise>;
  readonly today: LocalDate;
  /** What decides about harder forms on a day: the check that was the latest then. */
  readonly factsOn: (day: LocalDate) => FormFacts;
  /** Why nothing moves on by itself on a day: the check is due (D-06), a lighter week (D-08), or RF43. */
  readonly pauseOn: (day: LocalDate) => StepRule | undefined;
  /** [D-11] Days with fever or illness, said in a short form or a check. */
  readonly illDays: readonly LocalDate[];
  /** [SH-10] Accepted amounts and those that were taken back, each at its moment, earliest first. */
  readonly proposals: readonly ProposalMoment[];
};

type CheckFacts = {
  readonly day: LocalDate;
  readonly form: FormFacts;
  readonly noAutomaticProgression: boolean;
  readonly isIll: boolean;
};

/** Everything about the person that steps depend on, day by day: a later check never rewrites an earlier day. */
export function stepContext(state: DiaryState, { catalogue, today }: StepsInput): StepContext {
  const facts = state.checks.map(factsOfCheck);
  const latestOn = (day: LocalDate): CheckFacts | undefined => facts.findLast((check) => check.day <= day);
  const isDeload = deloadCalendar(state);
  return {
    exerciseById: new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise])),
    today,
    factsOn: (day) => latestOn(day)?.form ?? { equipment: [], exclusions: [], lowestRungs: true },
    pauseOn: (day) => {
      // Before the first check its word counts: a clock that ran ahead then must not set anybody free.
      if ((latestOn(day) ?? facts[0])?.noAutomaticProgression === true) return 'RF43';
      if (isRetestPending(state, day)) return 'D-06';
      return isDeload(day) ? 'D-08' : undefined;
    },
    proposals: proposalMoments(state.proposalAnswers),
    illDays: [...state.illDays, ...facts.filter(({ isIll }) => isIll).map(({ day }) => day)],
  };
}

function factsOfCheck({ answers, day }: CompletedCheck): CheckFacts {
  const parsed = parseAnswers(answers);
  const { exclusions, conduct, reasons } = screen(parsed, day);
  return {
    day,
    form: {
      equipment: parsed.complete?.about.equipment ?? [],
      exclusions,
      lowestRungs: conduct.lowestRungs,
    },
    noAutomaticProgression: conduct.noAutomaticProgression,
    isIll: reasons.some(({ id }) => id === 'RF42'),
  };
}

/** [D-06] Whether the check was due on a day and had not been put off: nothing moves on until it is done. */
export function isRetestPending(
  { checks, retestPutOffUntil }: Pick<DiaryState, 'checks' | 'retestPutOffUntil'>,
  day: LocalDate,
): boolean {
  const latest = checks.findLast((check) => check.day <= day)?.day;
  if (latest === undefined || daysBetween(latest, day) < retestDays) return false;
  return retestPutOffOn({ retestPutOffUntil }, day) === undefined;
}
