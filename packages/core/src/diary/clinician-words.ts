import { daysBetween, type LocalDate } from '@psoas/kernel';
import { parseAnswers, type ClinicianAgreement } from '../answers/index.ts';
import { clinicianWordWeeks, flagIds, screen, type FlagId } from '../safety/index.ts';
import type { CompletedCheck, DiaryState } from './diary-state.ts';
import type { Moment } from './moment.ts';

type Word = ClinicianAgreement & { readonly atMillis: number };

/** The flags of a check that a bare "my clinician agreed" covers: those it raises, on its day (S-05). */
export function flagsOfAnswers(answers: unknown, day: LocalDate): readonly FlagId[] {
  const raised = new Set<string>(screen(parseAnswers(answers), day).reasons.map(({ id }) => id));
  return flagIds.filter((id) => raised.has(id));
}

/** [S-05] Every word that still holds today, the latest check's own included: two clinicians may speak for two flags. */
export function agreementToday(
  check: CompletedCheck,
  state: Pick<DiaryState, 'agreements' | 'checks' | 'signReports'>,
  today: LocalDate,
): ClinicianAgreement | undefined {
  const valid = [...wordsOf(check), ...state.agreements].filter(({ date }) => holdsOn(date, today));
  const latest = valid
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return latest === undefined
    ? undefined
    : { flags: [...new Set(valid.flatMap((word) => flagsStillMeant(word, state)))], date: latest };
}

/** [S-05] A diary without the words that are dated after a day: no word can lie in the future. */
export function withoutLaterWords<State extends Pick<DiaryState, 'agreements'>>(state: State, today: LocalDate): State {
  return state.agreements.some(({ date }) => date > today) ? { ...state, agreements: state.agreements.filter(({ date }) => date <= today) } : state;
}

function wordsOf({ answers, day, atMillis }: CompletedCheck): readonly Word[] {
  const own = parseAnswers(answers).safety.clinicianAgreed;
  if (own === undefined || own === false) return [];
  return [{ ...(own === true ? { flags: flagsOfAnswers(answers, day), date: day } : own), atMillis }];
}

// [S-05] A new flag needs a new word: one that was reported as new after it, or that was gone in a check after it.
function flagsStillMeant(word: Word, { checks, signReports }: Pick<DiaryState, 'checks' | 'signReports'>): Word['flags'] {
  const reported = new Set<string>(signReports.filter((report) => isAfter(report, word)).flatMap(({ newSigns }) => newSigns));
  const raisedLater = checks.filter((check) => isAfter(check, word)).map(({ answers, day }) => new Set<string>(flagsOfAnswers(answers, day)));
  return word.flags.filter((id) => !reported.has(id) && raisedLater.every((raised) => raised.has(id)));
}

function isAfter({ day, atMillis }: Moment, word: Word): boolean {
  return day > word.date || (day === word.date && atMillis > word.atMillis);
}

function holdsOn(date: LocalDate, today: LocalDate): boolean {
  const age = daysBetween(date, today);
  return age >= 0 && age < clinicianWordWeeks * 7;
}
