import type { Answers } from '@psoas/core/answers';
import {
  assessFromDiary,
  nextDayAskDays,
  todayOf,
  type DiaryEvent,
  type DiaryState,
  type PlanChange,
  type Run,
  type StepChange,
  type SteppedAssessment,
  type Today,
} from '@psoas/core/diary';
import { addDays, daysBetween, parseLocalDate, perSide, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { beginLiving, type Living } from './living.ts';
import { answersNextDay, nextDayOf, reportOf, showsUp, wavers, type Temperament } from './temperament.ts';

/** One day of a life on which something was planned, as the diary saw it. */
export type LifeDay = {
  readonly day: LocalDate;
  readonly number: number;
  readonly today: Today;
  readonly assessment: SteppedAssessment;
  readonly travelling: boolean;
  readonly minutes: number;
  readonly done: readonly Run[];
};
export type Life = {
  readonly temperament: Temperament;
  readonly answers: Answers;
  readonly days: readonly LifeDay[];
  readonly changes: readonly StepChange[];
  readonly planChanges: readonly PlanChange[];
  readonly state: DiaryState;
  readonly events: readonly DiaryEvent[];
  readonly stoppedDays: number;
};

const parsedStart = parseLocalDate('2026-01-05');
if (!parsedStart.ok) throw new Error('not a day');
/** The Monday on which all lives begin. */
export const lifeStart: LocalDate = parsedStart.value;
/** How long each life is simulated: 26 weeks, in days. */
export const lifeDays = 26 * 7;
const checkEveryDays = 28;

/** Lives 26 weeks: each day the diary says what is planned, and the person does it after their temperament. */
export function liveLife(answers: Answers, temperament: Temperament, seed: number): Life {
  const life = beginLiving(answers, lifeStart, seed);
  const days: LifeDay[] = [];
  let stoppedDays = 0;
  for (let number = 0; number < lifeDays; number += 1) {
    const day = addDays(lifeStart, number);
    prepareDay(life, { answers, temperament }, { day, number });
    answerNextDay(life, temperament, { day, number });
    const assessment = assessFromDiary(life.state, { catalogue, today: day });
    if (assessment === undefined) throw new Error('no check');
    const today = todayOf(life.state, assessment, day);
    if (life.chance() < 0.7) for (const side of assessment.repeatDue ?? []) life.repeat(day, side, wavers(life.chance));
    if (today.kind === 'stopped') stoppedDays += 1;
    if (today.kind === 'stopped' && stoppedDays % 14 === 0) life.check(day, answers);
    if (today.kind !== 'sessions') continue;
    const open = life.chance() < showsUp(temperament, number) ? today.sessions.filter(({ done }) => !done) : [];
    days.push({
      day,
      number,
      today,
      assessment,
      travelling: life.state.preferences['travelling'] === true,
      minutes: life.state.preferences['shortVersionOn'] === day ? 2 : answers.about.minutesPerDay,
      done: open.map((session) => life.walk(day, session, (item, side) => reportOf(temperament, { number, side, item }, life.chance))),
    });
  }
  const last = assessFromDiary(life.state, { catalogue, today: addDays(lifeStart, lifeDays) });
  const { changes = [], planChanges = [] } = last ?? {};
  return { temperament, answers, days, changes, planChanges, state: life.state, events: life.events, stoppedDays };
}

// The first question of the day: what was answered counts for today's plan already.
function answerNextDay(life: Living, temperament: Temperament, { day, number }: Pick<LifeDay, 'day' | 'number'>): void {
  const due = life.state.nextDayDue;
  const since = due === undefined ? 0 : daysBetween(due.startedDay, day);
  if (due !== undefined && since >= 1 && since <= nextDayAskDays && answersNextDay(temperament, life.chance)) life.answer(day, due, nextDayOf(temperament, number, life.chance));
}

type Who = { readonly answers: Answers; readonly temperament: Temperament };

// What happens besides training: checks, journeys, illness, days with no time.
function prepareDay(life: Living, { answers, temperament }: Who, { day, number }: Pick<LifeDay, 'day' | 'number'>): void {
  if (number > 0 && number % checkEveryDays === 0) {
    if (temperament === 'wavering') life.check(day, { ...answers, tests: { ...answers.tests, halfKneeling: perSide(() => wavers(life.chance)) } });
    else if (temperament !== 'lazy') life.check(day, answers);
    else if (life.chance() < 0.5) life.putOff(day, addDays(day, 14));
  }
  if (temperament !== 'travelling') return;
  if (number === 40) life.prefer(day, 'travelling', true);
  if (number === 56) life.prefer(day, 'travelling', null);
  if (number === 100) life.fallIll(day);
  if (number % 17 === 5) life.prefer(day, 'shortVersionOn', day);
}
