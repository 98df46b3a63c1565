import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnswers, type Answers } from '@psoas/core/answers';
import {
  assessFromDiary,
  createEvent,
  foldDiary,
  todayOf,
  type DiaryEvent,
  type DiaryState,
  type EventDataByKind,
  type EventKind,
  type SetLogged,
  type SteppedAssessment,
  type Today,
} from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { createReplyEvent, type ProposedChange } from '@psoas/core/sharing';
import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { parse } from 'yaml';
import { setsOfItem } from './sets-of-item.ts';

/** What a person does on one day, whatever the plan says then. */
export type DayScript = {
  readonly trains: boolean;
  /** Of the exercises of the day, the place of the one that hurts, and how much; the others stay quiet. */
  readonly sore: { readonly at: number; readonly pain: number; readonly felt: string; readonly side: 'left' | 'right' | 'both' };
  readonly repsInReserve: number;
  readonly lastSetMissing: boolean;
  /** Days until the question of the day after is answered; 0 is never. */
  readonly answersAfterDays: number;
  readonly answer: EventDataByKind['next-day-answer'] extends infer Answer ? Omit<Answer, 'run'> : never;
  readonly happens: 'nothing' | 'short-day' | 'illness' | 'journey' | 'home-again' | 'put-off' | 'check';
};

/** A proposal that is accepted on a day, before its training or after it, and perhaps taken back. */
export type AcceptedOnDay = { readonly number: number; readonly changes: readonly ProposedChange[]; readonly afterTraining: boolean; readonly takenBackAfterDays: number };

/** A short diary before it is lived: who, and what happens on each day. */
export type ShortDiary = { readonly answers: Answers; readonly days: readonly DayScript[]; readonly accepted?: readonly AcceptedOnDay[] };

/** One day as the diary saw it, before anything was done on it. */
export type SeenDay = { readonly day: LocalDate; readonly today: Today; readonly assessment: SteppedAssessment; readonly state: DiaryState };
export type LivedDiary = { readonly seen: readonly SeenDay[]; readonly events: readonly DiaryEvent[]; readonly end: LocalDate };

const monday = parseLocalDate('2026-03-02');
if (!monday.ok) throw new Error('not a day');
const start = monday.value;

function personOf(name: string, about: Partial<Answers['about']> = {}): Answers {
  const { complete } = parseAnswers(parse(readFileSync(join(import.meta.dirname, '../../packages/core/people', `${name}.yaml`), 'utf8')));
  if (complete === undefined) throw new Error(`no answers: ${name}`);
  return { ...complete, about: { ...complete.about, ...about } };
}

const gym = ['mat', 'chair', 'wall', 'band', 'ankle-weight', 'kettlebell', 'dumbbell', 'box'] as const;
const people: readonly Answers[] = [
  personOf('desk-worker'),
  personOf('desk-worker', { minutesPerDay: 30, level: 'advanced', equipment: gym }),
  personOf('desk-worker', { daysPerWeek: 7, minutesPerDay: 20, level: 'intermediate' }),
  personOf('runner', { daysPerWeek: 5, minutesPerDay: 30 }),
  personOf('runner', { sports: ['cycling'], goals: ['cycling'], daysPerWeek: 4, level: 'beginner' }),
  personOf('front-of-thigh', { minutesPerDay: 25 }),
  personOf('unsteady'),
  personOf('two-minutes'),
  personOf('neither', { minutesPerDay: 15 }),
];

/** Diaries of 2 to 8 weeks; most days are good ones. */
export function arbitraryDiary(): fc.Arbitrary<ShortDiary> {
  const mostly = <Value>(value: Value, other: fc.Arbitrary<Value>, weight = 6): fc.Arbitrary<Value> =>
    fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
  const script: fc.Arbitrary<DayScript> = fc.record({
    trains: mostly(true, fc.constant(false), 9),
    sore: fc.record({
      at: fc.nat({ max: 7 }),
      pain: mostly(1, fc.integer({ min: 3, max: 7 }), 5),
      felt: mostly('deep-front-hip', fc.constantFrom('low-back', 'groin-pinch', 'front-thigh'), 12),
      side: fc.constantFrom('left', 'right', 'both'),
    }),
    repsInReserve: mostly(2, fc.integer({ min: 0, max: 3 })),
    lastSetMissing: mostly(false, fc.constant(true), 12),
    answersAfterDays: mostly(1, fc.integer({ min: 0, max: 3 })),
    answer: fc.record(
      {
        comparedWithBefore: mostly('same', fc.constantFrom('better', 'worse'), 8),
        painNow: mostly(1, fc.integer({ min: 2, max: 6 }), 10),
        soreness: mostly('none', fc.constantFrom('both-sides', 'one-side'), 8),
      },
      { requiredKeys: ['comparedWithBefore', 'painNow'] },
    ),
    happens: mostly('nothing', fc.constantFrom('short-day', 'short-day', 'illness', 'journey', 'home-again', 'put-off', 'check'), 8),
  });
  const gap = fc.integer({ min: 7, max: 23 }).chain((days) => fc.array(script.map((one): DayScript => ({ ...one, trains: false, happens: 'nothing' })), { minLength: days, maxLength: days }));
  const weeks = fc.array(script, { minLength: 14, maxLength: 56 });
  return fc.record({
    answers: fc.constantFrom(...people),
    days: fc.oneof({ weight: 3, arbitrary: weeks }, { weight: 1, arbitrary: fc.tuple(weeks, gap, fc.array(script, { maxLength: 10 })).map((parts) => parts.flat()) }),
  });
}

/** Any change that can be written, most of it of exercises that plans use. */
export function arbitraryChange(): fc.Arbitrary<ProposedChange> {
  const id = fc.constantFrom(...catalogue.exercises.map((exercise) => exercise.id), 'standing-march', 'kneeling-hip-flexor-lunge', 'seated-leg-raise', 'dead-bug', 'standing-hip-flexor-stretch', 'not-known');
  const amounts = fc.record({ sets: fc.integer({ min: 1, max: 6 }), reps: fc.integer({ min: 1, max: 40 }), holdSeconds: fc.integer({ min: 1, max: 200 }), side: fc.constantFrom('left', 'right') }, { requiredKeys: [] });
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(id, amounts).map(([exercise, some]): ProposedChange => ({ kind: 'amount', exercise, ...(some.sets === undefined && some.reps === undefined && some.holdSeconds === undefined ? { reps: 12, sets: 3 } : some) })) },
    { weight: 1, arbitrary: fc.tuple(id, id).map(([exercise, by]): ProposedChange => ({ kind: 'swap', exercise, by })) },
    { weight: 1, arbitrary: fc.tuple(id, fc.constantFrom('left', 'right', 'both')).map(([exercise, side]): ProposedChange => ({ kind: 'side', exercise, side })) },
  );
}

/** Short diaries in which proposals are accepted, some of them taken back. */
export function arbitraryDiaryWithProposals(): fc.Arbitrary<ShortDiary> {
  const accepted = fc.record({ number: fc.nat({ max: 40 }), changes: fc.array(arbitraryChange(), { minLength: 1, maxLength: 6 }), afterTraining: fc.boolean(), takenBackAfterDays: fc.constantFrom(0, 0, 1, 3, 9) });
  return fc.tuple(arbitraryDiary(), fc.array(accepted, { minLength: 2, maxLength: 8 })).map(([diary, proposals]) => ({ ...diary, accepted: [...proposals, ...afterBadDays(diary)] }));
}

// Right after a day that hurt somebody wants more of everything.
function afterBadDays({ days }: ShortDiary): readonly AcceptedOnDay[] {
  const common = ['standing-march', 'seated-leg-raise', 'dead-bug', 'kneeling-hip-flexor-lunge', 'standing-hip-flexor-stretch', 'low-lunge'];
  const changes = common.map((exercise): ProposedChange => ({ kind: 'amount', exercise, sets: 6, ...(exercise.includes('lunge') || exercise.includes('stretch') ? { holdSeconds: 200 } : { reps: 40 }) }));
  return days.flatMap(({ trains, sore }, number) => (trains && sore.pain >= 4 ? [{ number: number + 1, changes, afterTraining: false, takenBackAfterDays: 0 }] : [])).slice(0, 3);
}

/** Lives a diary: each day the plan of that day, done as the script says. */
export function liveDiary({ answers, days, accepted = [] }: ShortDiary): LivedDiary {
  const events: DiaryEvent[] = [];
  const seen: SeenDay[] = [];
  const due: { readonly on: LocalDate; readonly run: string; readonly script: DayScript }[] = [];
  const append = <Kind extends EventKind>(day: LocalDate, kind: Kind, data: EventDataByKind[Kind]): void => {
    const atMillis = Date.parse(`${day}T08:00:00Z`) + events.length;
    events.push(createEvent(kind, data, { id: `e${events.length}`, atMillis, day }) as DiaryEvent);
  };
  append(start, 'check-completed', { answers });
  append(start, 'programme-started', { check: 'e0' });
  days.forEach((script, number) => {
    const day = addDays(start, number);
    for (const { run, script: { answer } } of due.filter(({ on }) => on === day)) append(day, 'next-day-answer', { ...answer, run });
    happen(append, day, { script, answers });
    answerProposals(append, day, { number, accepted: accepted.filter(({ afterTraining }) => !afterTraining) });
    const state = foldDiary(events);
    const assessment = assessFromDiary(state, { catalogue, today: day });
    if (assessment === undefined) throw new Error('no check');
    const today = todayOf(state, assessment, day);
    seen.push({ day, today, assessment, state });
    if (today.kind === 'stopped') append(day, 'check-completed', { answers });
    if (today.kind !== 'sessions' || !script.trains) return;
    for (const session of today.sessions) {
      const run = `${day}-${session.kind}`;
      append(day, 'session-started', { run, session: session.id, items: session.items, options: { firstSide: 'left', order: 'alternate' } });
      for (const set of session.items.flatMap((item, index) => setsOf(item, { index, run, script }))) append(day, 'set-logged', set);
      append(day, 'session-finished', { run, outcome: 'completed' });
      if (script.answersAfterDays > 0) due.push({ on: addDays(day, script.answersAfterDays), run, script });
    }
    answerProposals(append, day, { number, accepted: accepted.filter(({ afterTraining }) => afterTraining) });
  });
  return { seen, events, end: addDays(start, days.length) };
}

type Append = <Kind extends EventKind>(day: LocalDate, kind: Kind, data: EventDataByKind[Kind]) => void;

const share = '0123456789abcdef0123456789abcdef';

function answerProposals(append: Append, day: LocalDate, { number, accepted }: { readonly number: number; readonly accepted: readonly AcceptedOnDay[] }): void {
  accepted.forEach(({ number: on, changes, takenBackAfterDays }, index) => {
    const stamp = { id: `proposal-${on}-${index}`, atMillis: Date.parse(`${day}T07:00:00Z`), day };
    if (on === number) append(day, 'proposal-answered', { share, proposal: createReplyEvent('proposal', { from: 'Anna', changes }, stamp), answer: 'accepted' });
    if (takenBackAfterDays > 0 && on + takenBackAfterDays === number) append(day, 'proposal-taken-back', { share, proposal: stamp.id });
  });
}

function happen(
  append: Append,
  day: LocalDate,
  { script: { happens }, answers }: { readonly script: DayScript; readonly answers: Answers },
): void {
  if (happens === 'short-day') append(day, 'preference-changed', { key: 'shortVersionOn', value: day });
  if (happens === 'journey') append(day, 'preference-changed', { key: 'travelling', value: true });
  if (happens === 'home-again') append(day, 'preference-changed', { key: 'travelling', value: null });
  if (happens === 'illness') append(day, 'safety-answered', { newSigns: ['RF42'], painNow: 0 });
  if (happens === 'put-off') append(day, 'retest-put-off', { until: addDays(day, 14) });
  if (happens === 'check') append(day, 'check-completed', { answers });
}

function setsOf(item: PlanItem, { index, run, script }: { readonly index: number; readonly run: string; readonly script: DayScript }): readonly SetLogged[] {
  const { sore, repsInReserve, lastSetMissing } = script;
  const doneSets = lastSetMissing ? Math.max(1, item.sets - 1) : item.sets;
  return setsOfItem(item, { index, run, doneSets }, (_, side) => {
    const hurts = index === sore.at && (side === sore.side || side === 'both' || sore.side === 'both');
    return { pain: hurts ? sore.pain : 1, felt: hurts ? sore.felt : 'deep-front-hip', repsInReserve };
  });
}
