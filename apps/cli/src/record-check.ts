import { ok, type Result } from '@psoas/kernel';
import { parseAnswers } from '@psoas/core/answers';
import type { Assessment } from '@psoas/core/assessment';
import { flagsOfAnswers } from '@psoas/core/diary';
import type { DiaryFailure, DiaryFile } from './adapters/diary-file.ts';
import type { Io } from './io.ts';
import { record, type NewEvent } from './open-diary.ts';

/**
 * Writes down a check, a clinician's word if the answers hold one, and the start of its programme. Refused answers are
 * not written: nothing could be made of them.
 */
export async function recordCheck(
  diary: DiaryFile,
  io: Io,
  { answers, assessment }: { readonly answers: unknown; readonly assessment: Assessment },
): Promise<Result<boolean, DiaryFailure>> {
  if (assessment.refused) return ok(false);
  const check = await record(diary, io, [{ kind: 'check-completed', data: { answers } }]);
  if (!check.ok) return check;
  const today = io.clock.today();
  const agreed = parseAnswers(answers).safety.clinicianAgreed ?? false;
  const more: readonly NewEvent[] = [
    ...(agreed === false
      ? []
      : [
          {
            kind: 'clinician-agreed',
            data: agreed === true ? { flags: flagsOfAnswers(answers, today), date: today } : agreed,
          } as const,
        ]),
    ...(assessment.programme === null
      ? []
      : [{ kind: 'programme-started', data: { check: check.value[0] ?? '' } } as const]),
  ];
  const written = more.length === 0 ? check : await record(diary, io, more);
  return written.ok ? ok(true) : written;
}
