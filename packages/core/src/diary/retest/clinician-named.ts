import { addDays, daysBetween, sides, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '../diary-state.ts';
import { meanPain, painReports, type PainReport } from '../pain-over-time.ts';
import type { ReadCheck } from './read-checks.ts';

/** [D-07] Worse after two weeks, or no better after six. */
const weekDays = 7;
const worseAfterDays = 14;
const noBetterAfterDays = 42;
/** From here on a week of pain may be a flare. Own choice. */
const flareAfterDays = 21;
/** [D-07] Pain below this is too little to be better by something: a change of 1 counts in mild pain (source S70). */
const painThatCounts = 2;
/** What counts as a change of pain: 1 of 10 in mild pain, 2 from 4 on (sources S70, S71). */
const moderatePain = 4;
/** A rise that is no chance: 2 of 10 (source S70). */
const clearRise = 2;

/** Why a clinician is named, with the numbers. */
export type ClinicianNamed =
  | { readonly rule: 'D-07'; readonly key: 'worse' | 'noBetter'; readonly since: LocalDate; readonly days: number; readonly painBefore: number; readonly painNow: number }
  | { readonly rule: 'D-07'; readonly key: 'lostFunction'; readonly since: LocalDate; readonly days: number };

/**
 * [D-07] With pain: worse for two weeks, or no better after six. With lost function (a thigh that does not rise to
 * level): the same at a check six weeks later. Counted from the first check, and anew from each clinician's word.
 */
export function clinicianNamed(
  state: Pick<DiaryState, 'runs' | 'breaks' | 'agreements'>,
  checks: readonly ReadCheck[],
  today: LocalDate,
): ClinicianNamed | undefined {
  const first = checks[0];
  if (first === undefined) return undefined;
  const since = [first.day, ...state.agreements.map(({ date }) => date)].filter((day) => day <= today).toSorted().at(-1) ?? first.day;
  const days = daysBetween(since, today);
  const reports = [...painReports(state.runs, state.breaks), ...checks.map(({ day, answers }) => ({ day, pain: answers.pain.now }))];
  return painNamed(reports, { since, days, today }) ?? functionNamed(checks, { since, days });
}

type Span = { readonly since: LocalDate; readonly days: number; readonly today: LocalDate };

function painNamed(reports: readonly PainReport[], { since, days, today }: Span): ClinicianNamed | undefined {
  const meanFrom = (start: LocalDate, length: number): number | undefined =>
    meanPain(reports.filter(({ day }) => daysBetween(start, day) >= 0 && daysBetween(start, day) < length));
  const before = meanFrom(since, weekDays);
  // Two weeks, so that somebody who trains once a week is heard too.
  const now = meanFrom(addDays(today, 1 - 2 * weekDays), 2 * weekDays);
  if (before === undefined || now === undefined || days < worseAfterDays) return undefined;
  const told = { rule: 'D-07', since, days, painBefore: tenths(before), painNow: tenths(now) } as const;
  const rise = (weeksAgo: number): number => (meanFrom(addDays(today, 1 - (weeksAgo + 1) * weekDays), weekDays) ?? 0) - before;
  // A single bad week counts while the programme is new; later it may be a flare, so two are needed.
  const isWorse = rise(0) >= clearRise && (days < flareAfterDays || rise(1) >= clearRise);
  if (isWorse) return { ...told, key: 'worse' };
  const isNoBetter = before >= painThatCounts && before - now < (before >= moderatePain ? 2 : 1);
  return days >= noBetterAfterDays && isNoBetter ? { ...told, key: 'noBetter' } : undefined;
}

function functionNamed(checks: readonly ReadCheck[], { since, days }: Omit<Span, 'today'>): ClinicianNamed | undefined {
  const counted = checks.filter(({ day }) => day >= since);
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined || daysBetween(first.day, last.day) < noBetterAfterDays) return undefined;
  const cannotLift = ({ answers }: ReadCheck, side: 'left' | 'right'): boolean => answers.tests.kneeLift[side].result === 'below-90';
  return sides.some((side) => cannotLift(first, side) && cannotLift(last, side)) ? { rule: 'D-07', key: 'lostFunction', since, days } : undefined;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
