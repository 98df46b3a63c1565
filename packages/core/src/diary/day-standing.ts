import { daysBetween, type LocalDate } from '@psoas/kernel';
import { parseAnswers } from '../answers/index.ts';
import type { Assessment } from '../assessment/index.ts';
import { screen, type Triage } from '../safety/index.ts';
import { assessFromDiary, type DiaryContext } from './assess-from-diary.ts';
import type { DiaryState } from './diary-state.ts';
import { todayOf, type SteppedAssessment, type Today } from './today.ts';

/** [E-13] So many walks, breaks and the like stay in a standing: four weeks of five sessions. */
const recentCount = 20;
/** [E-13] Days for which changes stay in it: longer than from one check to the next. */
const recentDays = 42;

/** What the screen of a day needs. Plain values; nothing in it grows with the diary. */
export type DayStanding = {
  readonly day: LocalDate;
  /** Absent before the first check. Of its changes the last six weeks. */
  readonly assessment?: SteppedAssessment;
  readonly today: Today;
  /** The screening with everything that was reported since the check. Absent before the first check. */
  readonly triage?: Triage;
  /** What the diary adds up to, of every list only the latest. */
  readonly state: DiaryState;
  /** Sessions in which something was done. */
  readonly sessionCount: number;
  /** Entries that this version does not understand. */
  readonly unreadableCount: number;
};

/** Where the person stands on a day, from the whole diary. */
export function standingOn(state: DiaryState, context: DiaryContext): DayStanding {
  const day = context.today;
  const assessment = assessFromDiary(state, context);
  const triage = triageOn(state, assessment, day);
  return {
    day,
    ...(assessment !== undefined && { assessment: recentChanges(assessment, day) }),
    today: todayOf(state, assessment, day),
    ...(triage !== undefined && { triage }),
    state: recentState(state),
    sessionCount: state.runs.filter(({ sets }) => sets.length > 0).length,
    unreadableCount: state.unreadable.length,
  };
}

function recentChanges(assessment: SteppedAssessment, day: LocalDate): SteppedAssessment {
  const isRecent = (change: { readonly day: LocalDate }): boolean => daysBetween(change.day, day) <= recentDays;
  const { changes, planChanges } = assessment;
  return {
    ...assessment,
    ...(changes && { changes: changes.filter(isRecent) }),
    ...(planChanges && { planChanges: planChanges.filter(isRecent) }),
  };
}

function recentState(state: DiaryState): DiaryState {
  const latest = <Item>(items: readonly Item[]): readonly Item[] => items.slice(-recentCount);
  return {
    ...state,
    checks: state.checks.slice(-3),
    retestPutOffUntil: latest(state.retestPutOffUntil),
    illDays: latest(state.illDays),
    signReports: latest(state.signReports),
    agreements: latest(state.agreements),
    runs: latest(state.runs),
    shortSafetySinceCheck: latest(state.shortSafetySinceCheck),
    breaks: latest(state.breaks),
    activities: latest(state.activities),
    measurements: latest(state.measurements),
    notes: latest(state.notes),
    repeats: latest(state.repeats),
    shares: latest(state.shares),
    importedProposals: latest(state.importedProposals),
    proposalAnswers: latest(state.proposalAnswers),
    clients: latest(state.clients),
    unreadable: [],
  };
}

/** [E-09] The screening of a day: new signs of the short forms count on top of the check until a new check. */
export function triageOn(
  { latestCheck, shortSafetySinceCheck }: DiaryState,
  assessment: Assessment | undefined,
  day: LocalDate,
): Triage | undefined {
  if (latestCheck === undefined || assessment === undefined || shortSafetySinceCheck.length === 0)
    return assessment?.triage;
  const parsed = parseAnswers(latestCheck.answers);
  const reported = shortSafetySinceCheck.flatMap(({ newSigns }) => newSigns);
  const yes = [...new Set([...(parsed.safety.yes ?? []), ...reported])];
  const now = Math.max(parsed.pain.now ?? 0, ...shortSafetySinceCheck.map(({ painNow }) => painNow));
  return screen({ ...parsed, safety: { ...parsed.safety, yes }, pain: { ...parsed.pain, now } }, day);
}
