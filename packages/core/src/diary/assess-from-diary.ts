import { daysBetween, isRecord, type LocalDate } from '@psoas/kernel';
import { parseAnswers, type ClinicianAgreement } from '../answers/index.ts';
import { assess, type Assessment } from '../assessment/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { TimelineOptions } from '../session/index.ts';
import { clinicianWordWeeks, flagIds, screen, type FlagId } from '../safety/index.ts';
import type { CompletedCheck, DiaryState } from './diary-state.ts';
import { openedExercises } from './opened-exercises.ts';
import { wishesOf } from './wishes.ts';

/** What is needed besides the diary. */
export type DiaryContext = {
  readonly catalogue: Catalogue;
  readonly today: LocalDate;
  readonly order?: TimelineOptions['order'];
};

/**
 * Findings and programme as the diary has them today: the latest check, what clinicians agreed to, the wishes, and
 * the exercises that what was done has opened. Undefined before the first check.
 */
export function assessFromDiary(
  state: DiaryState,
  { catalogue, today, order }: DiaryContext,
): Assessment | undefined {
  if (state.latestCheck === undefined) return undefined;
  const answers = withAgreement(
    state.latestCheck.answers,
    agreementToday(state.latestCheck, state.agreements, today),
  );
  return assess(answers, {
    catalogue,
    today,
    openedExercises: openedExercises(catalogue, state),
    wishes: { ...wishesOf(state.preferences), ...(order && { order }) },
  });
}

/** The flags of a check that a bare "my clinician agreed" covers: those it raises, on its day (S-05). */
export function flagsOfAnswers(answers: unknown, day: LocalDate): readonly FlagId[] {
  const raised = new Set<string>(screen(parseAnswers(answers), day).reasons.map(({ id }) => id));
  return flagIds.filter((id) => raised.has(id));
}

// [S-05] Every word that still holds today, the check's own included: two clinicians may speak for two flags.
function agreementToday(
  check: CompletedCheck,
  agreements: readonly ClinicianAgreement[],
  today: LocalDate,
): ClinicianAgreement | undefined {
  const own = parseAnswers(check.answers).safety.clinicianAgreed;
  const inCheck =
    own === true
      ? [{ flags: flagsOfAnswers(check.answers, check.day), date: check.day }]
      : own === undefined || own === false
        ? []
        : [own];
  const valid = [...inCheck, ...agreements].filter(({ date }) => holdsOn(date, today));
  const latest = valid
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return latest === undefined
    ? undefined
    : { flags: [...new Set(valid.flatMap(({ flags }) => flags))], date: latest };
}

function holdsOn(date: LocalDate, today: LocalDate): boolean {
  const age = daysBetween(date, today);
  return age >= 0 && age < clinicianWordWeeks * 7;
}

function withAgreement(answers: unknown, agreement: ClinicianAgreement | undefined): unknown {
  if (!isRecord(answers) || !isRecord(answers['safety'])) return answers;
  // A damaged word in the answers stays, so that it is reported and not silently replaced.
  const stated = answers['safety']['clinicianAgreed'];
  const isReadable = parseAnswers(answers).safety.clinicianAgreed !== undefined;
  return isReadable || stated === undefined
    ? { ...answers, safety: { ...answers['safety'], clinicianAgreed: agreement ?? false } }
    : answers;
}
