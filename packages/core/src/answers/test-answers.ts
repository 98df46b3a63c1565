import type { About, Answers, SafetyAnswers, TestAnswers } from './answers.ts';

/** For tests: a healthy person who is neither tight nor weak, with parts replaced. */
export function testAnswers(parts: { readonly about?: Partial<About>; readonly safety?: Partial<SafetyAnswers>; readonly pain?: Partial<Answers['pain']>; readonly tests?: Partial<TestAnswers> } = {}): Answers {
  return {
    about: {
      ageYears: 40,
      sittingHoursPerDay: 6,
      sports: [],
      level: 'beginner',
      goals: ['flexibility'],
      daysPerWeek: 5,
      minutesPerDay: 15,
      equipment: ['mat', 'chair', 'wall'],
      canKneel: true,
      canUseFloor: true,
      needsBalanceSupport: false,
      ...parts.about,
    },
    safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: {}, ...parts.safety },
    pain: { now: 0, where: [], ...parts.pain },
    tests: {
      halfKneeling: { left: { felt: 'nothing' }, right: { felt: 'nothing' } },
      kneeLift: { left: { result: 'clean' }, right: { result: 'clean' } },
      ...parts.tests,
    },
  };
}
