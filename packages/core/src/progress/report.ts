import { addDays, perSide, type LocalDate, type PerSide } from '@psoas/kernel';
import { parseAnswers, type PainAnswers } from '../answers/index.ts';
import { measuredTests, type DiaryState, type MeasuredTest, type NextDayAnswer, type SteppedAssessment, type StepChange } from '../diary/index.ts';
import type { PlanItem, Programme } from '../programme/index.ts';
import type { Change } from './change.ts';
import type { CheckFindings } from './findings.ts';
import { headlineOf, type Headline } from './headline.ts';
import type { LeftAgainstRight } from './left-against-right.ts';
import type { MeasuredSeries } from './measured.ts';
import type { PainPoint } from './pain.ts';
import type { Adherence } from './planned-days.ts';
import { progressOf, type ProgressInput } from './progress.ts';
import { weekStartOf } from './span.ts';
import { triageSinceCheck, type ReportTriage } from './triage-since-check.ts';
import { totalWork, workByPeriod, type PeriodWork, type SideWork } from './work.ts';

/** Newest changes of the plan that a page has room for. */
const shownChanges = 5;
/** Weeks that the small charts of a page show. */
const shownWeeks = 12;

/** [PR-12] Everything that stands on the page for a clinician or coach. Numbers and keys; the words come at the edge. */
export type Report = {
  readonly on: LocalDate;
  readonly from: LocalDate;
  readonly headline: Headline;
  readonly triage: ReportTriage;
  /** As the latest check has it; absent without a readable one. */
  readonly painAtCheck?: PainAnswers;
  /** The first check and the latest; one entry when there was only one. */
  readonly checks: readonly CheckFindings[];
  readonly checkCount: number;
  readonly programme: ReportProgramme | null;
  readonly adherence?: Adherence;
  /** Of the whole time. */
  readonly done: PerSide<SideWork> & { readonly sessions: number; readonly breaks: number };
  /** The latest twelve weeks, oldest first. */
  readonly weeks: readonly PeriodWork[];
  readonly pain: ReportPain;
  readonly measured: readonly ReportMeasured[];
  readonly leftAgainstRight: LeftAgainstRight;
  /** Newest first. */
  readonly planChanges: readonly StepChange[];
  readonly planChangeCount: number;
};

export type ReportProgramme = {
  readonly daysPerWeek: number;
  readonly minutesPerWeek: number;
  readonly weeklyStretchSeconds: PerSide<number>;
  readonly belowDose: boolean;
  /** Each exercise once, as it stands first in the week, and on how many days. */
  readonly exercises: readonly (Pick<PlanItem, 'exercise' | 'side' | 'sets' | 'reps' | 'holdSeconds' | 'variant'> & { readonly days: number })[];
};

export type ReportPain = {
  readonly points: readonly PainPoint[];
  readonly change: Change;
  /** How often the day after was better, the same, worse. */
  readonly nextDays: { readonly [answer in NextDayAnswer['comparedWithBefore']]: number };
};

/** What was measured by one test, and how each side changed. */
export type ReportMeasured = MeasuredSeries & { readonly change: PerSide<Change> };

/** What the page is made with besides the diary. */
export type ReportInput = Pick<ProgressInput, 'catalogue' | 'today'> & {
  readonly assessment: SteppedAssessment;
  /** 1 for Monday to 7 for Sunday. */
  readonly firstWeekday: number;
};

/** [PR-12] The page of today. Notes stay out: they are the person's own. */
export function reportOf(state: DiaryState, { catalogue, today, assessment, firstWeekday }: ReportInput): Report {
  const progress = progressOf(state, { catalogue, today, programme: assessment.programme });
  const from = progress.first ?? today;
  const weeks = workByPeriod(state, { from, to: today, period: 'week', firstWeekday });
  const changes = assessment.changes ?? [];
  const { checks } = progress;
  const answered = parseAnswers(state.latestCheck?.answers).complete;
  return {
    on: today,
    from,
    headline: headlineOf(progress),
    triage: triageSinceCheck(state, assessment.triage, today),
    ...(answered && { painAtCheck: answered.pain }),
    checks: [...checks.slice(0, 1), ...checks.slice(1).slice(-1)],
    checkCount: checks.length,
    programme: assessment.programme === null ? null : programmeOf(assessment.programme),
    ...(progress.adherence && { adherence: progress.adherence }),
    done: {
      ...perSide((side) => totalWork(weeks, side)),
      sessions: state.runs.filter(({ sets }) => sets.length > 0).length,
      breaks: state.breaks.length,
    },
    weeks: weeks.filter(({ start }) => start > addDays(weekStartOf(today, firstWeekday), -shownWeeks * 7)),
    pain: { points: progress.pain, change: progress.painChange, nextDays: nextDaysOf(progress.pain) },
    measured: measuredTests.flatMap((test) => measuredOf(test, progress)),
    leftAgainstRight: progress.leftAgainstRight,
    planChanges: changes.toReversed().slice(0, shownChanges),
    planChangeCount: changes.length,
  };
}

function measuredOf(test: MeasuredTest, { measured, changes }: Pick<ReturnType<typeof progressOf>, 'measured' | 'changes'>): readonly ReportMeasured[] {
  return measured.filter((series) => series.test === test && series.left.length + series.right.length > 0).map((series) => ({ ...series, change: changes[test] }));
}

function programmeOf({ sessions, weeklyStretchSeconds, belowDose }: Programme): ReportProgramme {
  const items = sessions.flatMap((session) => session.items.map((item) => ({ item, day: session.day })));
  const ids = [...new Set(items.map(({ item }) => item.exercise))];
  return {
    daysPerWeek: new Set(sessions.map(({ day }) => day)).size,
    minutesPerWeek: sessions.reduce((total, { minutes }) => total + minutes, 0),
    weeklyStretchSeconds,
    belowDose,
    exercises: ids.flatMap((id) => {
      const own = items.filter(({ item }) => item.exercise === id);
      const item = own[0]?.item;
      if (item === undefined) return [];
      const { exercise, side, sets, reps, holdSeconds, variant } = item;
      return [
        {
          exercise,
          side,
          sets,
          days: new Set(own.map(({ day }) => day)).size,
          ...(reps !== undefined && { reps }),
          ...(holdSeconds !== undefined && { holdSeconds }),
          ...(variant !== undefined && { variant }),
        },
      ];
    }),
  };
}

function nextDaysOf(points: readonly PainPoint[]): ReportPain['nextDays'] {
  const count = (answer: NextDayAnswer['comparedWithBefore']): number => points.filter(({ nextDay }) => nextDay?.comparedWithBefore === answer).length;
  return { better: count('better'), same: count('same'), worse: count('worse') };
}
