import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import { parseAnswers } from '@psoas/core/answers';
import { questions } from '@psoas/knowledge/questions';
import { describe, expect, it } from 'vitest';
import { answerNo, answerYes } from './answer-question.ts';
import { createDraft, draftToAnswers, readDraft, screenDraft, withTestAnswer, type CheckDraft } from './draft.ts';
import { offerTests, stepsOf } from './steps.ts';

const day = testDay('2026-11-21');
const about: CheckDraft['about'] = { ageYears: 38, level: 'beginner', canKneel: true, canUseFloor: true, needsBalanceSupport: false };
const healthy: CheckDraft = { ...createDraft(undefined), about: { ...createDraft(undefined).about, ...about }, painNow: 0 };

function testDay(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

function question(id: string): (typeof questions)[number] {
  const found = questions.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('a check under way', () => {
  it('gives complete answers, with the tests that were not done as not tried', () => {
    const { complete, problems } = parseAnswers(draftToAnswers(healthy));
    expect(problems).toEqual([]);
    expect(complete?.tests.halfKneeling.left).toEqual({ felt: 'not-tried' });
  });

  it('[S-03] screens as urgent from the first sign, before anything else is answered', () => {
    const draft = answerYes(createDraft(undefined), question('RF07'), {});
    expect(screenDraft(draft, day).triage.level).toBe('A');
  });

  it('[S-02] takes the more urgent level where a detail is not known, and the softer one where it is', () => {
    const open = answerYes(healthy, question('RF04'), {});
    expect(screenDraft(open, day).triage.level).toBe('A');
    expect(screenDraft(answerYes(open, question('RF04'), { fall: { cannotBearWeight: false } }), day).triage.level).toBe('B');
  });

  it('[S-10] a no takes the details back that would raise the sign by themselves', () => {
    const yes = answerYes(healthy, question('RF21'), { hipReplacement: { side: 'left', approach: 'anterior' } });
    expect(screenDraft(yes, day).triage.level).toBe('C');
    expect(screenDraft(answerNo(yes, question('RF21')), day).triage.level).toBe('none');
  });

  it('is read back as it was written, and refused when it is something else', () => {
    const draft = withTestAnswer(healthy, 'kneeLift', 'left', { result: 'clean' });
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(readDraft({ version: 2 })).toBeUndefined();
    expect(readDraft('draft')).toBeUndefined();
  });

  it.each([
    ['tests', null],
    ['tests', { kneeLift: null }],
    ['tests', { kneeLift: { left: 'clean' } }],
    ['details', { fall: null }],
    ['about', []],
    ['yes', 'RF21'],
    ['retried', undefined],
    ['stepId', 7],
  ])('[HD-01] with %s as %j it begins anew, and does not keep the check from opening', (field, value) => {
    expect(readDraft({ ...healthy, [field]: value })).toBeUndefined();
  });
});

describe('[S-06] the tests that are offered', () => {
  const testsOf = (draft: typeof healthy): readonly string[] => {
    const { triage, parsed } = screenDraft(draft, day);
    return stepsOf(draft, offerTests(draft, triage, parsed.safety.details ?? {})).flatMap((step) => (step.kind === 'test' ? [step.id] : []));
  };

  it('are both tests on both sides for a healthy person', () => {
    expect(testsOf(healthy)).toEqual(['test:halfKneeling:left', 'test:halfKneeling:right', 'test:kneeLift:left', 'test:kneeLift:right']);
  });

  it('leave the half-kneel out without kneeling or floor', () => {
    expect(testsOf({ ...healthy, about: { ...healthy.about, canKneel: false } })).toEqual(['test:kneeLift:left', 'test:kneeLift:right']);
    expect(testsOf({ ...healthy, about: { ...healthy.about, canUseFloor: false } })).toEqual(['test:kneeLift:left', 'test:kneeLift:right']);
  });
});
