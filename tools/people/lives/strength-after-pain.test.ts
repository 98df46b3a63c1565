import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnswers, type Answers } from '@psoas/core/answers';
import { assessFromDiary, todayOf, type TodaySession } from '@psoas/core/diary';
import { addDays } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { lifeStart } from './live-life.ts';
import { beginLiving, type Living } from './living.ts';

const people = ['desk-worker', 'runner', 'front-of-thigh', 'unsteady'];
const calm = { pain: 1, repsInReserve: 3, felt: 'deep-front-hip' };

it.each(people)('[D-04] after a day of strength that was worse the day after, %s gets no more sets of strength in a session', (person) => {
  const life = beginLiving(answersOf(person), lifeStart, 1);
  const first = sessionsOn(life, 0).filter((session) => strengthSets(session) > 0);
  expect(first.length).toBeGreaterThan(0);
  const runs = first.map((session) => life.walk(lifeStart, session, () => calm));
  const last = runs.at(-1);
  if (last === undefined) throw new Error('nothing done');
  life.answer(addDays(lifeStart, 1), last, { comparedWithBefore: 'worse', painNow: 3 });
  const given = first.reduce((total, session) => total + strengthSets(session), 0);
  for (let day = 1; day < 7; day += 1) expect(Math.max(0, ...sessionsOn(life, day).map(strengthSets))).toBeLessThanOrEqual(given);
});

function answersOf(person: string): Answers {
  const { complete } = parseAnswers(parse(readFileSync(join(import.meta.dirname, `../../../packages/core/people/${person}.yaml`), 'utf8')));
  if (complete === undefined) throw new Error(`no answers of ${person}`);
  return complete;
}

function sessionsOn(life: Living, number: number): readonly TodaySession[] {
  const today = addDays(lifeStart, number);
  return todayOf(life.state, assessFromDiary(life.state, { catalogue, today }), today).sessions;
}

function strengthSets({ items }: TodaySession): number {
  return items.filter((item) => item.class === 'strengthen').reduce((total, { sets }) => total + sets, 0);
}
