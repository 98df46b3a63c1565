import { equipmentKinds, experienceLevels, type Catalogue } from '@psoas/core/catalogue';
import { aboveNinetyResults, feltMoments, goals, halfKneelingPlaces, kneeLiftResults, painSites, sports, type Answers, type FlagDetails } from '@psoas/core/answers';
import type { ProgrammeWishes } from '@psoas/core/programme';
import { flagIds } from '@psoas/core/safety';
import fc from 'fast-check';

/** People as fast-check makes them: most with few flags or none, some with many; every answer can occur. */
export function arbitraryAnswers(): fc.Arbitrary<Answers> {
  return fc.record({ about: about(), safety: safety(), pain: pain(), tests: tests() });
}

/** What a person has done and wishes: gates that the diary opened, swaps, days, minutes, the order of sides. */
export type Habits = { readonly openedExercises: ReadonlySet<string>; readonly wishes: ProgrammeWishes };

/** Habits as fast-check makes them; most people have none yet. */
export function arbitraryHabits({ exercises }: Catalogue): fc.Arbitrary<Habits> {
  const ids = exercises.map(({ id }) => id);
  const gated = exercises.filter(({ gates }) => gates.length > 0).map(({ id }) => id);
  const swaps = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids), { maxKeys: 6 });
  const wishes = fc.record({ daysPerWeek: fc.integer({ min: 1, max: 7 }), minutesPerDay: fc.integer({ min: 2, max: 40 }), order: fc.constantFrom('alternate', 'one-side-first'), swaps, noMaintenance: fc.boolean() }, { requiredKeys: [] });
  const some = fc.record({ openedExercises: fc.subarray(gated).map((list) => new Set(list)), wishes });
  return fc.oneof(fc.constant({ openedExercises: new Set<string>(), wishes: {} }), some);
}

function about(): fc.Arbitrary<Answers['about']> {
  return fc.record({
    ageYears: fc.integer({ min: 12, max: 95 }),
    sittingHoursPerDay: fc.integer({ min: 0, max: 16 }),
    sports: fc.subarray([...sports], { maxLength: 3 }),
    level: fc.constantFrom(...experienceLevels),
    goals: fc.subarray([...goals]),
    daysPerWeek: fc.integer({ min: 1, max: 7 }),
    minutesPerDay: fc.oneof(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 240 })),
    equipment: fc.subarray([...equipmentKinds]),
    canKneel: mostly(true),
    canUseFloor: mostly(true),
    needsBalanceSupport: mostly(false),
  });
}

function safety(): fc.Arbitrary<Answers['safety']> {
  return fc.record({
    yes: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 4, arbitrary: fc.subarray([...flagIds], { maxLength: 2 }) }, { weight: 1, arbitrary: fc.subarray([...flagIds]) }),
    confirmedNoneOther: fc.constant(true),
    clinicianAgreed: fc.boolean(),
    details: details(),
  });
}

function details(): fc.Arbitrary<FlagDetails> {
  const one = fc.oneof(
    fc.record({ hipReplacement: fc.record({ side: fc.constantFrom('left', 'right', 'both'), approach: fc.constantFrom('anterior', 'lateral', 'posterior', 'unknown') }, { requiredKeys: [] }) }),
    fc.record({ pregnancy: fc.record({ weeks: fc.integer({ min: 0, max: 42 }) }, { requiredKeys: [] }) }),
    fc.record({ birth: fc.record({ weeksAgo: fc.integer({ min: 0, max: 200 }), caesarean: fc.boolean(), leakOrHeaviness: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ groinPain: fc.record({ withImpact: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ osteoporosis: fc.record({ vertebralFracture: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ hypermobility: fc.record({ score: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] }) }),
    fc.record({ backPattern: fc.record({ worseWith: fc.constantFrom('extension', 'flexion', 'neither') }) }),
    fc.record({ kneelingHurts: fc.boolean() }),
    fc.record({ bloodPressure: fc.record({ treated: fc.boolean() }) }),
    fc.record({ seizures: fc.record({ withinSixMonths: fc.boolean() }) }),
    fc.record({ snappingHip: fc.record({ painful: fc.boolean(), locking: fc.boolean() }, { requiredKeys: [] }) }),
    fc.record({ hipFlexorPain: fc.record({ weeks: fc.integer({ min: 0, max: 20 }) }) }),
    fc.record({ strain: fc.record({ cannotLift: fc.boolean(), pop: fc.boolean() }, { requiredKeys: [] }) }),
  );
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: fc.array(one, { maxLength: 3 }).map((parts) => parts.reduce<FlagDetails>((all, part) => ({ ...all, ...part }), {})) });
}

function pain(): fc.Arbitrary<Answers['pain']> {
  return fc.record({ now: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 0, max: 10 })), where: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.subarray([...painSites], { maxLength: 3 })) });
}

function tests(): fc.Arbitrary<Answers['tests']> {
  const both = <Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<{ left: Value; right: Value }> => fc.record({ left: one, right: one });
  const half = fc.record({ felt: fc.constantFrom(...halfKneelingPlaces), when: fc.constantFrom(...feltMoments) });
  const lift = fc.record({ result: fc.constantFrom(...kneeLiftResults), aboveNinety: fc.constantFrom(...aboveNinetyResults) }, { requiredKeys: ['result'] });
  const tape = fc.record({ heightCentimetres: fc.integer({ min: -15, max: 15 }), thighCentimetres: fc.integer({ min: 35, max: 50 }), pelvisHeld: fc.boolean(), kneeDegrees: fc.integer({ min: 20, max: 110 }) }, { requiredKeys: ['heightCentimetres', 'thighCentimetres', 'pelvisHeld'] });
  const lifts = fc.record({ repetitions: fc.integer({ min: 0, max: 80 }) });
  return fc.record({ halfKneeling: both(half), kneeLift: both(lift), thomas: both(tape), seatedLifts: both(lifts) }, { requiredKeys: ['halfKneeling', 'kneeLift'] });
}

function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constant(!value) });
}
