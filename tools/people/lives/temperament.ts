import type { HalfKneelingAnswer } from '@psoas/core/answers';
import type { NextDayAnswer, SetLogged } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { Report } from '../sets-of-item.ts';

/** How people live with a programme. */
export const temperaments = ['keen', 'lazy', 'hurting', 'flaring', 'asymmetric', 'travelling', 'wavering'] as const;
export type Temperament = (typeof temperaments)[number];

/** A number from 0 up to 1, by chance. */
export type Chance = () => number;

type Asked = { readonly number: number; readonly side: SetLogged['side']; readonly item: PlanItem };

/** Weeks with a flare of pain, for those who flare. */
function isFlare(number: number): boolean {
  return number >= 70 && number < 76;
}

/** How likely somebody trains on a day of the programme. */
export function showsUp(temperament: Temperament, number: number): number {
  if (temperament === 'lazy') return number % 60 > 35 ? 0 : 0.5;
  return temperament === 'travelling' && number >= 126 && number < 140 ? 0 : 0.97;
}

/** What somebody says after an exercise. */
export function reportOf(temperament: Temperament, { number, side, item }: Asked, chance: Chance): Report {
  const felt = item.class === 'stretch' || chance() < 0.9 ? 'deep-front-hip' : 'low-back';
  const easy = { pain: Math.floor(chance() * 3), repsInReserve: 2 + Math.floor(chance() * 2), felt };
  if (temperament === 'keen') return { ...easy, pain: Math.floor(chance() * 2) };
  if (temperament === 'hurting') return { pain: 4 + Math.floor(chance() * 1.2), repsInReserve: 3, felt };
  if (temperament === 'flaring' && isFlare(number)) return { pain: 4 + Math.floor(chance() * 3), repsInReserve: 1, felt };
  if (temperament === 'asymmetric' && side === 'right')
    return chance() < 0.3 ? { ...easy, pain: 4 } : { ...easy, repsInReserve: chance() < 0.3 ? 1 : 2 };
  return easy;
}

/** Whether somebody answers the question of the day after. */
export function answersNextDay(temperament: Temperament, chance: Chance): boolean {
  return temperament === 'lazy' ? chance() < 0.5 : chance() < 0.95;
}

/** What the day after is like. */
export function nextDayOf(temperament: Temperament, number: number, chance: Chance): Omit<NextDayAnswer, 'run'> {
  if (temperament === 'flaring' && isFlare(number)) return { comparedWithBefore: 'worse', painNow: 4 };
  if (temperament === 'hurting') return { comparedWithBefore: chance() < 0.1 ? 'worse' : 'same', painNow: 3 };
  if (temperament === 'keen' && chance() < 0.03) return { comparedWithBefore: 'worse', painNow: 1, soreness: 'both-sides' };
  return { comparedWithBefore: chance() < 0.2 ? 'better' : 'same', painNow: 1 };
}

/** What a wavering person feels when they kneel: now early, now late, by chance. */
export function wavers(chance: Chance): HalfKneelingAnswer {
  return { felt: 'deep-front-hip', when: chance() < 0.5 ? 'early' : 'end-range' };
}
