import type { FlagDetails, PainSite } from '../answers/index.ts';
import { weeksAfterBirth } from './flag-exclusions.ts';
import type { FlagId } from './flag-ids.ts';

/** The answers that raise flags, as far as they could be read. */
export type FlagAnswers = {
  readonly yes: readonly FlagId[];
  readonly details: FlagDetails;
  readonly ageYears: number | undefined;
  readonly painSites: readonly PainSite[];
};

const hipToKnee = /^(front-of-hip|groin|front-of-thigh|knee)-/;

/** All raised flags: those answered with yes, and those that other answers raise (S-04, S-10), in order of their ids. */
export function raisedFlags(answers: FlagAnswers): readonly FlagId[] {
  const raised = new Set<FlagId>(answers.yes);
  const { ageYears, painSites, details } = answers;
  const raise = (id: FlagId, when: boolean): void => {
    if (when) raised.add(id);
  };
  // [S-04]
  raise('RF31', ageYears !== undefined && ageYears < 16);
  raise('RF15', ageYears !== undefined && ageYears < 18 && painSites.some((site) => hipToKnee.test(site)));
  raise('RF18', painSites.some((site) => site.startsWith('below-knee-')));
  for (const [id, states] of detailsThatRaise) raise(id, states(details));
  return [...raised].toSorted();
}

// [S-10] A detail that states its sign counts even when the question itself was left without its yes.
const detailsThatRaise: readonly (readonly [FlagId, (details: FlagDetails) => boolean])[] = [
  ['RF02', ({ legWeakness }) => legWeakness?.rapid === true || legWeakness?.bothLegs === true],
  ['RF04', ({ fall }) => fall?.cannotBearWeight === true],
  ['RF07', ({ calf }) => calf?.chestSymptoms === true],
  ['RF08', ({ calf }) => calf?.chestSymptoms === true],
  ['RF09', ({ infection }) => infection?.veryUnwell === true || infection?.cannotLoadHip === true],
  ['RF10', ({ abdomen }) => abdomen?.severe === true],
  ['RF12', ({ cancer }) => cancer?.historyOnly === true],
  ['RF13', ({ groinPain }) => groinPain?.withImpact === true],
  ['RF14', ({ avascular }) => avascular?.severe === true],
  ['RF17', ({ hernia }) => hernia?.hardOrPainful === true],
  ['RF19', ({ frontThigh }) => frontThigh?.kneeGivesWay === true],
  ['RF21', ({ hipReplacement }) => hipReplacement !== undefined],
  ['RF22', ({ surgery, birth }) => (surgery?.weeksAgo !== undefined && surgery.weeksAgo < weeksAfterBirth) || (birth?.caesarean === true && (birth.weeksAgo === undefined || birth.weeksAgo < weeksAfterBirth))],
  ['RF23', ({ pregnancy, birth }) => pregnancy !== undefined || (birth?.weeksAgo !== undefined && birth.weeksAgo < weeksAfterBirth)],
  ['RF24', ({ osteoporosis }) => osteoporosis !== undefined],
  ['RF26', ({ snappingHip }) => snappingHip?.painful === true || snappingHip?.locking === true],
  ['RF27', ({ hipFlexorPain }) => hipFlexorPain !== undefined],
  ['RF30', ({ bloodThinner }) => bloodThinner?.painOrFall === true],
  ['RF32', ({ exertion }) => exertion?.now === true],
  ['RF34', ({ bloodPressure }) => bloodPressure?.treated === true],
  ['RF36', ({ strain }) => strain?.cannotLift === true || strain?.pop === true],
  ['RF40', ({ seizures }) => seizures?.withinSixMonths === true],
  ['RF45', ({ birth }) => birth?.leakOrHeaviness === true],
];
