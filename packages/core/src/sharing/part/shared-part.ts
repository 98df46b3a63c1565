import type { LocalDate, PerSide, Side } from '@psoas/kernel';
import type { PainSite } from '../../answers/index.ts';
import type { MeasuredTest, MeasuringMethod, NextDayAnswer, StepChange, StepKey, Today } from '../../diary/index.ts';
import type { BreakPlan, LockedExercise, PlanItem, SessionKind } from '../../programme/programme.ts';
import type { Change } from '../../progress/change.ts';
import type { Adherence } from '../../progress/planned-days.ts';
import type { PeriodWork, SideWork } from '../../progress/work.ts';
import type { Conduct, Exclusion, TriageLevel, TriageReason } from '../../safety/index.ts';
import type { FindingResult } from '../../selfcheck/index.ts';
import type { SharePartId } from './share-part-id.ts';

/** [SH-01] One part of what a share shows: how it is on a day. The latest of each part counts. */
export type SharedPart = StandingPart | ProgrammePart | FindingsPart | SessionsPart | MeasurementsPart;

/** Always there: who shares what until when, and what kind of day it is. No reason is in it. */
export type StandingPart = {
  readonly part: 'standing';
  readonly day: LocalDate;
  /** What the person wants to be called. */
  readonly callMe?: string;
  readonly parts: readonly SharePartId[];
  /** The last day of the share. */
  readonly untilDay?: LocalDate;
  readonly today: Today['kind'];
  readonly retestDue: boolean;
  /** What became of the proposals that came by this share, the latest last. */
  readonly answers: readonly SharedAnswer[];
};

/** What became of a proposal; its text stays where it came from. */
export type SharedAnswer = { readonly proposal: string; readonly day: LocalDate; readonly answer: 'accepted' | 'declined' | 'taken-back' };

/** The week as it is, and what is needed to propose something else. Without reasons: they would tell of findings and pain. */
export type ProgrammePart = {
  readonly part: 'programme';
  readonly day: LocalDate;
  /** Null while there is none to show. */
  readonly programme: SharedProgramme | null;
};

/** The week as a guest sees it. */
export type SharedProgramme = {
  readonly startedOn?: LocalDate;
  readonly sessions: readonly SharedSession[];
  /** Each exercise of the week once. */
  readonly exercises: readonly SharedExercise[];
  readonly weeklyStretchSeconds: PerSide<number>;
  readonly belowDose: boolean;
  readonly breaks: Pick<BreakPlan, 'exercise' | 'holdSeconds' | 'timesPerWeek'> | null;
  readonly locked: readonly LockedExercise[];
  /** By which rules; a flag or a finding is told only as S-06. */
  readonly leftOut: readonly { readonly exercise: string; readonly by: readonly string[] }[];
};

/** A session of the week as a guest sees it. */
export type SharedSession = {
  readonly id: string;
  readonly kind: SessionKind;
  /** 1 to 7; day 1 is the day the programme started. */
  readonly day: number;
  readonly minutes: number;
  readonly items: readonly SharedItem[];
};

/** An exercise of a session as a guest sees it. */
export type SharedItem = Pick<PlanItem, 'exercise' | 'side' | 'sets' | 'reps' | 'holdSeconds' | 'variant' | 'loadKilograms'>;

/** What may be changed about an exercise of the week. */
export type SharedExercise = {
  readonly exercise: string;
  /** Sides on which it is allowed. */
  readonly sides: readonly Side[];
  /** What may take its place (P-11). */
  readonly alternatives: readonly string[];
};

/** What the self-check says of each side, and the safety answers. */
export type FindingsPart = {
  readonly part: 'findings';
  readonly day: LocalDate;
  /** The first check and the latest; one entry when there was only one. */
  readonly checks: readonly (PerSide<FindingResult> & { readonly day: LocalDate })[];
  readonly checkCount: number;
  readonly level: TriageLevel;
  readonly reasons: readonly TriageReason[];
  readonly exclusions: readonly Exclusion[];
  readonly conduct: Conduct;
  /** At rest, as the latest check has it. */
  readonly pain?: { readonly now: number; readonly where: readonly PainSite[] };
};

/** What was done, how it felt, and what the plan made of it. */
export type SessionsPart = {
  readonly part: 'sessions';
  readonly day: LocalDate;
  readonly adherence?: Adherence;
  /** The latest day on which a set was done. */
  readonly lastDay?: LocalDate;
  readonly done: PerSide<SideWork> & { readonly sessions: number; readonly breaks: number };
  /** The latest twelve weeks, oldest first. */
  readonly weeks: readonly PeriodWork[];
  /** The whole time by months, oldest first. */
  readonly months: readonly PeriodWork[];
  readonly pain: {
    /** Oldest first; of long ago only the highest of each week or month. */
    readonly points: readonly SharedPain[];
    readonly change: Change;
    readonly nextDays: { readonly [answer in NextDayAnswer['comparedWithBefore']]: number };
  };
  /** Newest first. Which exercise and how much only where the programme is shared too. */
  readonly planChanges: readonly SharedPlanChange[];
  /** What pain holds back for now (D-04); only where the programme is shared too. */
  readonly held?: { readonly exercises: readonly string[]; readonly strengthSetsAtMost?: number };
};

/** The most pain of a session or break, and the day after. */
export type SharedPain = {
  readonly day: LocalDate;
  readonly of: 'session' | 'break';
  /** 0 to 10. */
  readonly highest: number;
  readonly nextDay?: Pick<NextDayAnswer, 'comparedWithBefore' | 'painNow'>;
};

/** What the rules changed in the plan, and by which rule. */
export type SharedPlanChange = {
  readonly rule: StepChange['rule'];
  readonly key: StepKey;
  readonly day: LocalDate;
  readonly side: StepChange['side'];
  readonly exercise?: string;
  readonly values: StepChange['values'];
};

/** What was measured at home, each side oldest first. */
export type MeasurementsPart = { readonly part: 'measurements'; readonly day: LocalDate; readonly series: readonly SharedSeries[] };

/** The values of one test, and how each side changed. */
export type SharedSeries = {
  readonly test: MeasuredTest;
  readonly left: readonly SharedPoint[];
  readonly right: readonly SharedPoint[];
  readonly change: PerSide<Change>;
  /** Thomas tests without the pelvis held flat: kept, not used (F-14). */
  readonly notUsed: number;
};

/** One value, with its error in its own unit. */
export type SharedPoint = { readonly day: LocalDate; readonly value: number; readonly error: number; readonly method: MeasuringMethod };

/** What kind of part it is. */
export type SharedPartKind = SharedPart['part'];
