import { isRecord, sides, type LocalDate, type Side } from '@psoas/kernel';
import { parseAnswers, type ClinicianAgreement } from '../answers/index.ts';
import { assess } from '../assessment/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { TimelineOptions } from '../session/index.ts';
import { agreementToday, withoutLaterWords } from './clinician-words.ts';
import type { DiaryState } from './diary-state.ts';
import { openedExercises } from './opened-exercises.ts';
import { clinicianNamed } from './retest/clinician-named.ts';
import { planChanges } from './retest/plan-changes.ts';
import { readChecks, type ReadCheck } from './retest/read-checks.ts';
import { settingsOf, stepsOf } from './steps/next-steps.ts';
import type { SteppedAssessment } from './today.ts';
import { wishesOf } from './wishes.ts';

/** [D-12] The version for a day that has no more. */
const shortVersionMinutes = 2;

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
): SteppedAssessment | undefined {
  if (state.latestCheck === undefined) return undefined;
  const checks = readChecks(state, catalogue);
  const counted = checks.find(({ id }) => id === state.latestCheck?.id);
  const answers = withAgreement(
    counted?.answers ?? state.latestCheck.answers,
    agreementToday(state.latestCheck, state, today),
  );
  const changes = planChanges(checks, state);
  const steps = stepsOf(state, { catalogue, today });
  const settings = settingsOf(steps, state, { today, freshStarts: changes.filter(({ key }) => key === 'freshStart').length });
  const isTravelling = state.preferences['travelling'] === true;
  const isShort = state.preferences['shortVersionOn'] === today;
  const assessment = assess(isTravelling ? withoutEquipment(answers) : answers, {
    catalogue,
    today,
    openedExercises: openedExercises(catalogue, withoutLaterWords(state, today)),
    wishes: { ...wishesOf(state.preferences), ...(isShort && { minutesPerDay: shortVersionMinutes }), ...(order && { order }) },
    settings,
  });
  const clinician = clinicianNamed(state, checks, today);
  return {
    ...assessment,
    changes: steps.changes,
    planChanges: changes,
    repeatDue: repeatDue(counted, today),
    ...(clinician && { clinician }),
  };
}

// [D-06] The sides whose half-kneeling test is to be done again, from the day after the check.
function repeatDue(check: ReadCheck | undefined, today: LocalDate): readonly Side[] {
  return sides.filter((side) => check !== undefined && check.day < today && check.kept[side]?.because === 'repeat-due');
}

// [D-10] On a journey nothing is there but a wall.
function withoutEquipment(answers: unknown): unknown {
  return isRecord(answers) && isRecord(answers['about']) ? { ...answers, about: { ...answers['about'], equipment: ['wall'] } } : answers;
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
