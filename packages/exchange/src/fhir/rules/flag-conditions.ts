import { painSites, type FlagDetails, type PainSite } from '@psoas/core/answers';
import { fixedLevelOf, flagIds, type FlagId, type Urgency } from '@psoas/core/safety';
import { aboutPlace, detailGroupPlace, detailPlace, flagPlace, painPlace } from '../link-ids.ts';
import { allOf, answerAt, anyOf, isNo, isOneOf, isYes, itemAt } from './expression.ts';

type Detail = keyof FlagDetails;

const yes = (detail: Detail, field: string): string => isYes(detailPlace(detail, field));
const no = (detail: Detail, field: string): string => isNo(detailPlace(detail, field));
const number = (detail: Detail, field: string): string => answerAt(detailPlace(detail, field));
const named = (detail: Detail): string => `${itemAt(detailGroupPlace(detail))}.exists()`;

/** The places on the body map whose names begin so. */
export function sitesOf(...beginnings: readonly string[]): readonly PainSite[] {
  return painSites.filter((site) => beginnings.some((beginning) => site.startsWith(beginning)));
}

/** True where one of these places hurts. */
export function hurtsAt(sites: readonly PainSite[]): string {
  return isOneOf(painPlace('where'), sites);
}

/** Weeks after a birth or an operation that count as recent (RF22, RF23). */
const recentWeeks = 12;
const hipToKnee = sitesOf('front-of-hip', 'groin', 'front-of-thigh', 'knee');
const recentBirth = `${number('birth', 'weeksAgo')} < ${recentWeeks}`;
const age = answerAt(aboutPlace('ageYears'));

// [S-04] [S-10] What raises a flag besides its own yes.
const alsoRaisedBy: { readonly [id in FlagId]?: readonly string[] } = {
  RF02: [yes('legWeakness', 'rapid'), yes('legWeakness', 'bothLegs')],
  RF04: [yes('fall', 'cannotBearWeight')],
  RF07: [yes('calf', 'chestSymptoms')],
  RF08: [yes('calf', 'chestSymptoms')],
  RF09: [yes('infection', 'veryUnwell'), yes('infection', 'cannotLoadHip')],
  RF10: [yes('abdomen', 'severe')],
  RF12: [yes('cancer', 'historyOnly')],
  RF13: [yes('groinPain', 'withImpact')],
  RF14: [yes('avascular', 'severe')],
  RF15: [allOf([`${age} < 18`, hurtsAt(hipToKnee)])],
  RF17: [yes('hernia', 'hardOrPainful')],
  RF18: [hurtsAt(sitesOf('below-knee'))],
  RF19: [yes('frontThigh', 'kneeGivesWay')],
  RF21: [named('hipReplacement')],
  RF22: [
    `${number('surgery', 'weeksAgo')} < ${recentWeeks}`,
    allOf([yes('birth', 'caesarean'), anyOf([`${number('birth', 'weeksAgo')}.exists().not()`, recentBirth])]),
  ],
  RF23: [named('pregnancy'), recentBirth],
  RF24: [named('osteoporosis')],
  RF26: [yes('snappingHip', 'painful'), yes('snappingHip', 'locking')],
  RF27: [named('hipFlexorPain')],
  RF30: [yes('bloodThinner', 'painOrFall')],
  RF31: [`${age} < 16`],
  RF32: [yes('exertion', 'now')],
  RF34: [yes('bloodPressure', 'treated')],
  RF36: [yes('strain', 'cannotLift'), yes('strain', 'pop')],
  RF40: [yes('seizures', 'withinSixMonths')],
  RF45: [yes('birth', 'leakOrHeaviness')],
};

/** What raises each flag. */
export const raisedWhen: readonly (readonly [FlagId, string])[] = flagIds.map((id) => [
  id,
  anyOf([isYes(flagPlace(id)), ...(alsoRaisedBy[id] ?? [])]),
]);

/** The level of a raised flag: always the same, or one where a condition holds and another where it does not. */
export type FlagLevel = Urgency | { readonly when: string; readonly level: Urgency; readonly otherwise: Urgency };

const where = (when: string, level: Urgency, otherwise: Urgency): FlagLevel => ({ when, level, otherwise });

// [S-02] The word that softens must be there: an absent answer takes the more urgent level.
const levelWhere: { readonly [id in FlagId]?: FlagLevel } = {
  RF02: where(allOf([no('legWeakness', 'rapid'), no('legWeakness', 'bothLegs'), '%RF01.not()']), 'B', 'A'),
  RF04: where(no('fall', 'cannotBearWeight'), 'B', 'A'),
  RF08: where(allOf([no('calf', 'chestSymptoms'), '%RF07.not()']), 'B', 'A'),
  RF09: where(allOf([no('infection', 'veryUnwell'), no('infection', 'cannotLoadHip')]), 'B', 'A'),
  RF10: where(no('abdomen', 'severe'), 'B', 'A'),
  RF11: where(no('abdomen', 'severe'), 'B', 'A'),
  RF12: where(yes('cancer', 'historyOnly'), 'C', 'B'),
  RF13: where(no('groinPain', 'withImpact'), 'C', 'B'),
  RF14: where(no('avascular', 'severe'), 'C', 'B'),
  RF17: where(no('hernia', 'hardOrPainful'), 'C', 'A'),
  RF19: where(no('frontThigh', 'kneeGivesWay'), 'C', 'B'),
  RF24: where(no('osteoporosis', 'vertebralFracture'), 'D', 'C'),
  RF26: where(allOf([no('snappingHip', 'painful'), no('snappingHip', 'locking')]), 'D', 'C'),
  RF27: where(`${number('hipFlexorPain', 'weeks')} <= 6`, 'D', 'C'),
  RF30: where(no('bloodThinner', 'painOrFall'), 'B', 'A'),
  RF32: where(no('exertion', 'now'), 'C', 'A'),
  RF33: where(`${answerAt(aboutPlace('sports'))}.exists()`, 'D', 'C'),
  RF34: where(yes('bloodPressure', 'treated'), 'D', 'C'),
  RF36: where(allOf([no('strain', 'cannotLift'), no('strain', 'pop')]), 'C', 'B'),
  RF40: where(no('seizures', 'withinSixMonths'), 'D', 'C'),
  RF41: where('%RF01 or %RF02 or %RF35', 'A', 'D'),
  RF44: where(anyOf(['%RF13', hurtsAt(sitesOf('groin'))]), 'B', 'C'),
};

/** The level of each flag. What is always the same is the core's; a flag that is neither there nor here is a fault. */
export function levelOfFlag(id: FlagId): FlagLevel {
  const level = fixedLevelOf(id) ?? levelWhere[id];
  if (level === undefined) throw new Error(`no condition for the level of ${id}`);
  return level;
}

/** When each circumstance applies that is no flag of its own but changes the programme. */
export const modifierWhen: readonly (readonly [string, string])[] = [
  [
    'M-HYPERMOBILE',
    allOf([
      named('hypermobility'),
      anyOf([
        `${number('hypermobility', 'score')}.exists().not()`,
        `${number('hypermobility', 'score')} >= iif(${age} > 50, 4, 5)`,
      ]),
    ]),
  ],
  ['M-BACK-EXTENSION', isOneOf(detailPlace('backPattern', 'worseWith'), ['extension'])],
  ['M-BACK-FLEXION', isOneOf(detailPlace('backPattern', 'worseWith'), ['flexion'])],
  ['M-KNEELING', isYes(detailGroupPlace('kneelingHurts'))],
  ['M-ANTERIOR-HIP', hurtsAt(sitesOf('front-of-hip', 'groin'))],
];
