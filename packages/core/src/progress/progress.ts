import { sides, type LocalDate, type PerSide } from '@psoas/kernel';
import type { Catalogue } from '../catalogue/index.ts';
import { measuredTests, type DiaryState, type MeasuredTest, type WrittenNote } from '../diary/index.ts';
import { detectableChange } from '../measuring/index.ts';
import type { Programme } from '../programme/index.ts';
import { judgeChange, type Change } from './change.ts';
import { findingsAtChecks, type CheckFindings } from './findings.ts';
import { leftAgainstRight, type LeftAgainstRight } from './left-against-right.ts';
import { measuredSeries, type MeasuredSeries } from './measured.ts';
import { painChange, painPoints, type PainPoint } from './pain.ts';
import { adherenceOf, type Adherence, type Plan } from './planned-days.ts';

/** What a person sees of their change besides the sums of weeks: all points and what can be said about them. */
export type Progress = {
  /** The first day with a check, a session, a break or a measurement; undefined for an empty diary. */
  readonly first?: LocalDate;
  readonly measured: readonly MeasuredSeries[];
  readonly changes: { readonly [test in MeasuredTest]: PerSide<Change> };
  readonly pain: readonly PainPoint[];
  readonly painChange: Change;
  readonly checks: readonly CheckFindings[];
  readonly leftAgainstRight: LeftAgainstRight;
  readonly plan?: Plan;
  readonly adherence?: Adherence;
  /** Newest first. */
  readonly notes: readonly WrittenNote[];
};

/** What progress is computed with besides the diary. */
export type ProgressInput = { readonly catalogue: Catalogue; readonly today: LocalDate; readonly programme: Programme | null | undefined };

/** Everything that the diary shows of change. Deterministic; in whatever order the events were appended. */
export function progressOf(state: DiaryState, { catalogue, today, programme }: ProgressInput): Progress {
  const measured = measuredTests.map((test) => measuredSeries(state, test));
  const pain = painPoints(state);
  const checks = findingsAtChecks(state, catalogue);
  const first = firstDay(state);
  const plan = programme && state.programmeStartedOn !== undefined ? { sessions: programme.sessions, startedOn: state.programmeStartedOn } : undefined;
  const adherence = adherenceOf(state, plan, today);
  return {
    ...(first !== undefined && { first }),
    measured,
    changes: { thomas: changesOf(measured, 'thomas'), 'seated-raises': changesOf(measured, 'seated-raises'), 'seated-hold': changesOf(measured, 'seated-hold') },
    pain,
    painChange: painChange(pain),
    checks,
    leftAgainstRight: leftAgainstRight(measured, checks),
    ...(plan && { plan }),
    ...(adherence && { adherence }),
    notes: state.notes.toReversed(),
  };
}

function changesOf(measured: readonly MeasuredSeries[], test: MeasuredTest): PerSide<Change> {
  const series = measured.find((each) => each.test === test);
  const [left, right] = sides.map((side) =>
    judgeChange(series?.[side] ?? [], {
      error: (last, earliest) => detectableChange(test, last, earliest),
      // A thigh that hangs lower shows more room at the front of the hip.
      lessReads: test === 'thomas' ? 'better' : 'worse',
    }),
  );
  return { left: left ?? { kind: 'nothing' }, right: right ?? { kind: 'nothing' } };
}

function firstDay({ checks, runs, breaks, measurements }: DiaryState): LocalDate | undefined {
  const days = [...checks.map(({ day }) => day), ...runs.flatMap(({ sets }) => sets.map(({ day }) => day)), ...breaks.map(({ day }) => day), ...measurements.map(({ day }) => day)];
  return days.reduce<LocalDate | undefined>((earliest, day) => (earliest === undefined || day < earliest ? day : earliest), undefined);
}
