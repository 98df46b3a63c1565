import type { BodyProperty, Catalogue, HipProperty } from '@psoas/core/catalogue';
import type { Side } from '@psoas/kernel';
import { aboutPlace, detailGroupPlace, detailPlace, painPlace } from '../link-ids.ts';
import { allOf, answerAt, anyOf, choose, isNo, isOneOf, isYes, itemAt } from './expression.ts';
import { hurtsAt, sitesOf } from './flag-conditions.ts';
import { variableName } from './variable.ts';

/** What somebody must not have for now, and when: on the whole body, at one hip, or of a whole class. */
type ExclusionRow =
  | { readonly when: string; readonly body: readonly BodyProperty[] }
  | { readonly when: string; readonly hip: readonly HipProperty[]; readonly on: (side: Side) => string }
  | { readonly when: string; readonly class: 'stretch' };

/** What an exercise or a self-test asks of the body. */
export type Demands = Pick<Catalogue['checks'][number], 'properties' | 'hips'> & { readonly class?: string };

const always = (): string => 'true';
const strained: readonly BodyProperty[] = ['high-abdominal-pressure', 'hanging'];
const endRange: readonly HipProperty[] = ['end-range-hip-extension', 'static-end-range-stretch'];

// [S-02] The side that hurts; both where the map names neither.
function painfulSide(...places: readonly string[]): (side: Side) => string {
  const sites = (side: Side): string => hurtsAt(sitesOf(...places).filter((site) => site.endsWith(side)));
  return (side) => anyOf([sites(side), `${sites(side === 'left' ? 'right' : 'left')}.not()`]);
}

function replacedSide(side: Side): string {
  const place = detailPlace('hipReplacement', 'side');
  return anyOf([`${answerAt(place)}.exists().not()`, isOneOf(place, [side, 'both'])]);
}

const approach = detailPlace('hipReplacement', 'approach');
const isFromFront = anyOf([`${answerAt(approach)}.exists().not()`, isOneOf(approach, ['anterior', 'unknown'])]);
const isFromBack = anyOf([`${answerAt(approach)}.exists().not()`, isOneOf(approach, ['posterior', 'lateral', 'unknown'])]);

/** After a birth only where its week says so; whatever else is open is read as pregnant (S-02). */
const isAfterBirth = allOf([
  `${itemAt(detailGroupPlace('pregnancy'))}.exists().not()`,
  `${answerAt(detailPlace('birth', 'weeksAgo'))} < 12`,
]);
const isPregnant = choose(isAfterBirth, 'false', 'true');
const girdlePain = allOf(['%RF23', hurtsAt(['pelvis'])]);

const exclusionRows: readonly ExclusionRow[] = [
  { when: '%RF13', hip: endRange, on: painfulSide('groin', 'front-of-hip', 'front-of-thigh') },
  { when: '%RF14', hip: endRange, on: painfulSide('groin', 'front-of-hip', 'front-of-thigh') },
  { when: '%RF18', hip: ['static-end-range-stretch'], on: painfulSide('below-knee') },
  { when: '%RF19', hip: ['deep-knee-flexion'], on: always },
  { when: allOf(['%RF21', isFromFront]), hip: [...endRange, 'hip-external-rotation-in-extension'], on: replacedSide },
  {
    when: allOf(['%RF21', isFromBack]),
    hip: ['hip-flexion-over-90', 'crossing-midline', 'hip-internal-rotation', 'end-range-hip-abduction'],
    on: replacedSide,
  },
  { when: '%RF22', body: [...strained, 'deep-pressure'] },
  { when: '%RF22', hip: endRange, on: always },
  { when: '%RF23', body: [...strained, 'deep-pressure'] },
  { when: girdlePain, body: ['split-stance'] },
  { when: girdlePain, hip: endRange, on: always },
  { when: allOf(['%RF23', isPregnant]), body: ['supine', 'prone', 'on-box', 'bed-edge', 'loaded-single-leg-standing'] },
  { when: '%RF24', body: ['loaded-lumbar-flexion', 'end-range-lumbar-flexion', 'deep-pressure'] },
  { when: '%RF27', hip: ['static-end-range-stretch'], on: painfulSide('front-of-hip', 'groin') },
  { when: '%RF28', hip: [...endRange, 'hip-flexion-over-90'], on: always },
  { when: '%RF34', body: [...strained, 'isometric-strength-hold'] },
  { when: '%RF36', class: 'stretch' },
  { when: '%RF36', hip: endRange, on: always },
  { when: '%RF38', hip: ['static-end-range-stretch'], on: painfulSide('groin', 'front-of-hip', 'front-of-thigh', 'knee') },
  { when: '%RF39', hip: ['static-end-range-stretch'], on: always },
  { when: '%RF40', body: ['hanging', 'on-box', 'bed-edge'] },
  { when: '%RF41', body: ['bed-edge', 'head-low'] },
  { when: '%RF45 or %RF46', body: strained },
  { when: '%RF48', body: ['deep-pressure', 'weight-on-foot'] },
  { when: '%RF49', body: [...strained, 'isometric-strength-hold', 'deep-pressure'] },
  { when: '%RF51', body: [...strained, 'head-low'] },
  {
    when: '%RF52',
    body: ['standing-balance', 'loaded-single-leg-standing', 'split-stance', 'on-box', 'bed-edge', 'floor', 'hanging'],
  },
  { when: '%mHypermobile', hip: ['static-end-range-stretch'], on: always },
  { when: '%mBackExtension', body: ['lumbar-extension'] },
  { when: '%mBackFlexion', body: ['loaded-lumbar-flexion', 'end-range-lumbar-flexion'] },
  { when: '%mKneeling', body: ['kneeling'] },
  { when: '%mAnteriorHip', hip: ['static-end-range-stretch', 'hip-flexion-over-90'], on: painfulSide('front-of-hip', 'groin') },
];

/** The name of what forbids a property: of the body, of a hip, or a class. */
export function forbidName(property: BodyProperty | HipProperty | 'stretch', side?: Side): string {
  return variableName('no', property, ...(side === undefined ? [] : [side]));
}

/** When a property of the body, or a whole class, is forbidden. */
export function bodyForbiddenWhen(property: BodyProperty | 'stretch'): string {
  return anyOf(
    exclusionRows
      .filter((row) => ('body' in row ? row.body.some((one) => one === property) : 'class' in row && row.class === property))
      .map(({ when }) => when),
  );
}

/** When a property of one hip is forbidden. */
export function hipForbiddenWhen(property: HipProperty, side: Side): string {
  return anyOf(exclusionRows.flatMap((row) => ('hip' in row && row.hip.includes(property) ? [onSide(row.when, row.on(side))] : [])));
}

function onSide(when: string, side: string): string {
  return side === 'true' ? when : allOf([when, side]);
}

/** The names of all that would forbid something when `target` is its target side (S-06): the helping hip counts too. */
export function forbiddersOf({ properties, hips, class: exerciseClass }: Demands, target: Side): readonly string[] {
  const other: Side = target === 'left' ? 'right' : 'left';
  return [
    ...properties.map((property) => `%${forbidName(property)}`),
    ...hips.target.map((property) => `%${forbidName(property, target)}`),
    ...hips.other.map((property) => `%${forbidName(property, other)}`),
    ...(exerciseClass === 'stretch' ? [`%${forbidName('stretch')}`] : []),
  ];
}

const weeksPregnant = answerAt(detailPlace('pregnancy', 'weeks'));

/** [S-09] What keeps a person off the bed edge, on both sides. */
export const againstThomas = anyOf([
  '%RF21',
  allOf(['%RF23', isPregnant, anyOf([`${weeksPregnant}.exists().not()`, `${weeksPregnant} > 12`])]),
  allOf(['%RF24', choose(isNo(detailPlace('osteoporosis', 'vertebralFracture')), 'false', 'true')]),
  '%mHypermobile',
  `${answerAt(painPlace('now'))} > 3`,
  isYes(aboutPlace('needsBalanceSupport')),
]);
