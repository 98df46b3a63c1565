import type { Side } from '@psoas/kernel';
import type { Answers } from '../../answers/index.ts';
import { testAnswers } from '../../answers/test-answers.ts';
import { testChecks } from '../../catalogue/test-catalogue.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { CompletedCheck, RepeatedTest } from '../diary-state.ts';
import { readChecks, type ReadCheck } from '../retest/read-checks.ts';
import { dayAfter, lunge, raise } from './training.ts';

const checkCatalogue: Catalogue = { exercises: [lunge, raise], checks: testChecks };

/** For tests: an early pull deep in the front of the hip, which reads as tight, and none, which reads as not tight. */
export const tight: Answers['tests']['halfKneeling']['left'] = { felt: 'deep-front-hip', when: 'early' };
export const loose: Answers['tests']['halfKneeling']['left'] = { felt: 'nothing' };

/** For tests: a Thomas test on a thigh of 40 centimetres: 3.5 centimetres are 5.0 degrees. */
export function thomas(heightCentimetres: number, kneeDegrees?: number): NonNullable<NonNullable<Answers['tests']['thomas']>['left']> {
  return { heightCentimetres, thighCentimetres: 40, pelvisHeld: true, ...(kneeDegrees !== undefined && { kneeDegrees }) };
}

type CheckParts = { readonly tests?: Partial<Answers['tests']>; readonly pain?: number };

/** For tests: a check on a day; tight nowhere, weak nowhere, without pain, but for the parts. */
export function checkOn(days: number, { tests = {}, pain = 0 }: CheckParts = {}): CompletedCheck {
  const clean = { result: 'clean', aboveNinety: 'clean' } as const;
  const answers = testAnswers({ pain: { now: pain }, tests: { halfKneeling: { left: loose, right: loose }, kneeLift: { left: clean, right: clean }, ...tests } });
  return { id: `check-${days}`, atMillis: days * 86_400_000, day: dayAfter(days), answers };
}

/** For tests: the half-kneeling test of a check once more. */
export function repeatOn(days: number, check: number, parts: { readonly side?: Side } & Answers['tests']['halfKneeling']['left']): RepeatedTest {
  return { id: `repeat-${days}`, atMillis: days * 86_400_000, day: dayAfter(days), check: `check-${check}`, side: 'left', ...parts };
}

/** For tests: checks as they count. */
export function read(checks: readonly CompletedCheck[], repeats: readonly RepeatedTest[] = []): readonly ReadCheck[] {
  return readChecks({ checks, repeats }, checkCatalogue);
}
