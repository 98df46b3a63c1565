import type { Answers, HalfKneelingAnswer } from '@psoas/core/answers';
import {
  createEvent,
  foldDiary,
  type DiaryEvent,
  type DiaryState,
  type EventDataByKind,
  type EventKind,
  type NextDayAnswer,
  type Run,
  type SetLogged,
  type TodaySession,
} from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { LocalDate, Side } from '@psoas/kernel';
import { setsOfItem, type Report } from '../sets-of-item.ts';
import type { Chance } from './temperament.ts';

/** A person with a diary: what they can do on a day. */
export type Living = {
  state: DiaryState;
  readonly events: DiaryEvent[];
  readonly chance: Chance;
  readonly check: (day: LocalDate, answers: Answers) => void;
  readonly repeat: (day: LocalDate, side: Side, answer: HalfKneelingAnswer) => void;
  readonly prefer: (day: LocalDate, key: string, value: unknown) => void;
  readonly putOff: (day: LocalDate, until: LocalDate) => void;
  readonly fallIll: (day: LocalDate) => void;
  readonly walk: (day: LocalDate, session: TodaySession, report: ReportSet) => Run;
  readonly answer: (day: LocalDate, run: Run, answer: Omit<NextDayAnswer, 'run'>) => void;
};
type ReportSet = (item: PlanItem, side: SetLogged['side']) => Report;

const runKinds: ReadonlySet<string> = new Set(['session-started', 'set-logged', 'session-finished', 'next-day-answer']);

/** Numbers between 0 and 1 that depend on the seed alone (mulberry32). */
function createChance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Begins a life on a day. Keeps the state beside the events, as folding all of them every day would take minutes; a test folds them at the end. */
export function beginLiving(answers: Answers, start: LocalDate, seed: number): Living {
  const events: DiaryEvent[] = [];
  const append = <Kind extends EventKind>(day: LocalDate, kind: Kind, data: EventDataByKind[Kind]): DiaryEvent => {
    const atMillis = Date.parse(`${day}T08:00:00Z`) + events.length;
    const event = createEvent(kind, data, { id: `e${events.length}`, atMillis, day }) as DiaryEvent;
    events.push(event);
    return event;
  };
  const note = <Kind extends EventKind>(day: LocalDate, kind: Kind, data: EventDataByKind[Kind]): void => {
    append(day, kind, data);
    const { runs } = living.state;
    const { runs: _none, unfinishedRun: _run, nextDayDue: _due, ...rest } = foldDiary(events.filter((event) => !runKinds.has(event.kind)));
    living.state = { ...rest, runs, ...withDue(runs) };
  };
  const living: Living = {
    state: foldDiary([]),
    events,
    chance: createChance(seed),
    check: (day, given) => note(day, 'check-completed', { answers: given }),
    repeat: (day, side, answer) => note(day, 'test-repeated', { check: living.state.checks.at(-1)?.id ?? '', side, ...answer }),
    prefer: (day, key, value) => note(day, 'preference-changed', { key, value }),
    putOff: (day, until) => note(day, 'retest-put-off', { until }),
    fallIll: (day) => note(day, 'safety-answered', { newSigns: ['RF42'], painNow: 0 }),
    walk: (day, session, report) => {
      const name = `run-${living.state.runs.length}`;
      const options = { firstSide: 'left', order: 'alternate' } as const;
      const { items } = session;
      const { atMillis } = append(day, 'session-started', { run: name, session: session.id, items, options });
      const logged = items.flatMap((item, index) => setsOfItem(item, { index, run: name }, report));
      const sets = logged.map((set) => ({ ...set, day, atMillis: append(day, 'set-logged', set).atMillis }));
      append(day, 'session-finished', { run: name, outcome: 'completed' });
      const inOrder = sets.toSorted((first, second) => first.item - second.item || first.set - second.set || first.atMillis - second.atMillis);
      const run: Run = { run: name, session: session.id, startedDay: day, startedAtMillis: atMillis, items, options, sets: inOrder, outcome: 'completed' };
      living.state = { ...living.state, runs: [...living.state.runs, run], nextDayDue: run };
      return run;
    },
    answer: (day, { run }, given) => {
      append(day, 'next-day-answer', { ...given, run });
      const { nextDayDue: _due, ...rest } = living.state;
      const runs = rest.runs.map((other) => (other.run === run ? { ...other, nextDay: { ...given, run } } : other));
      living.state = { ...rest, runs };
    },
  };
  note(start, 'check-completed', { answers });
  note(start, 'programme-started', { check: 'e0' });
  return living;
}

function withDue(runs: readonly Run[]): Pick<DiaryState, 'nextDayDue'> {
  const last = runs.at(-1);
  return last === undefined || last.nextDay !== undefined ? {} : { nextDayDue: last };
}
