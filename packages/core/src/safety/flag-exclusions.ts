import type { Side } from '@psoas/kernel';
import type { FlagDetails, PainSite } from '../answers/index.ts';
import type { BodyProperty, HipProperty } from '../catalogue/index.ts';
import { sidesOf, type Exclusion } from './exclusion.ts';
import type { FlagId } from './flag-ids.ts';

/** What an exclusion can depend on. */
export type ExclusionFacts = { readonly details: FlagDetails; readonly painSites: readonly PainSite[] };

type ExclusionRule = (facts: ExclusionFacts) => readonly Unnamed[];
type Unnamed = { readonly body: BodyProperty } | { readonly hip: HipProperty; readonly sides: readonly Side[] } | { readonly class: 'stretch' };

const body = (...properties: readonly BodyProperty[]): readonly Unnamed[] => properties.map((property) => ({ body: property }));
const hips = (sides: readonly Side[], ...properties: readonly HipProperty[]): readonly Unnamed[] => properties.map((hip) => ({ hip, sides }));
const bothHips = (...properties: readonly HipProperty[]): readonly Unnamed[] => hips(['left', 'right'], ...properties);

const noStraining = body('high-abdominal-pressure', 'hanging');

// Sources stand with each question and in docs/spec/safety.md; hip replacement: S99 (second-hand), S114.
const exclusionsByFlag: { readonly [id in FlagId]?: ExclusionRule } = {
  RF13: ({ painSites }) => hips(painfulSides(painSites, /^(groin|front-of-hip|front-of-thigh)-/), 'end-range-hip-extension', 'static-end-range-stretch'),
  RF14: ({ painSites }) => hips(painfulSides(painSites, /^(groin|front-of-hip|front-of-thigh)-/), 'end-range-hip-extension', 'static-end-range-stretch'),
  RF18: ({ painSites }) => hips(painfulSides(painSites, /^below-knee-/), 'static-end-range-stretch'),
  RF19: () => bothHips('deep-knee-flexion'),
  RF21: ({ details }) => replacementExclusions(details),
  RF22: () => [...noStraining, ...body('deep-pressure'), ...bothHips('end-range-hip-extension', 'static-end-range-stretch')],
  RF23: ({ details, painSites }) => pregnancyExclusions(details, painSites),
  RF24: () => body('loaded-lumbar-flexion', 'end-range-lumbar-flexion', 'deep-pressure'),
  RF27: ({ painSites }) => hips(painfulSides(painSites, /^(front-of-hip|groin)-/), 'static-end-range-stretch'),
  RF28: () => bothHips('end-range-hip-extension', 'static-end-range-stretch', 'hip-flexion-over-90'),
  RF34: () => [...noStraining, ...body('isometric-strength-hold')],
  RF36: () => [{ class: 'stretch' }, ...bothHips('end-range-hip-extension', 'static-end-range-stretch')],
  RF38: ({ painSites }) => hips(painfulSides(painSites, /^(groin|front-of-hip|front-of-thigh|knee)-/), 'static-end-range-stretch'),
  RF39: () => bothHips('static-end-range-stretch'),
  RF40: () => body('hanging', 'on-box', 'bed-edge'),
  RF41: () => body('bed-edge', 'head-low'),
  RF45: () => noStraining,
  RF46: () => noStraining,
  RF48: () => body('deep-pressure', 'weight-on-foot'),
  RF49: () => [...noStraining, ...body('isometric-strength-hold', 'deep-pressure')],
  RF51: () => [...noStraining, ...body('head-low')],
  RF52: () => body('standing-balance', 'loaded-single-leg-standing', 'split-stance', 'on-box', 'bed-edge', 'floor', 'hanging'),
};

/** The exclusions of one raised flag, for when training is possible at all. */
export function exclusionsOfFlag(id: FlagId, facts: ExclusionFacts): readonly Exclusion[] {
  return (exclusionsByFlag[id]?.(facts) ?? []).map((exclusion) => ({ by: id, ...exclusion }));
}

/** [S-02] The sides that hurt at the given places; both, when the map does not say. */
export function painfulSides(painSites: readonly PainSite[], place: RegExp): readonly Side[] {
  const sides = (['left', 'right'] as const).filter((side) => painSites.some((site) => place.test(site) && site.endsWith(side)));
  return sides.length === 0 ? ['left', 'right'] : sides;
}

// Anterior: no extension, no turning out in extension. Posterior and lateral: no bend over 90, no crossing, no turning in.
function replacementExclusions({ hipReplacement }: FlagDetails): readonly Unnamed[] {
  const sides = sidesOf(hipReplacement?.side);
  const approach = hipReplacement?.approach ?? 'unknown';
  const front = hips(sides, 'end-range-hip-extension', 'static-end-range-stretch', 'hip-external-rotation-in-extension');
  const back = hips(sides, 'hip-flexion-over-90', 'crossing-midline', 'hip-internal-rotation', 'end-range-hip-abduction');
  if (approach === 'anterior') return front;
  return approach === 'unknown' ? [...front, ...back] : back;
}

function pregnancyExclusions(details: FlagDetails, painSites: readonly PainSite[]): readonly Unnamed[] {
  const girdlePain = painSites.includes('pelvis') ? [...body('split-stance'), ...bothHips('end-range-hip-extension', 'static-end-range-stretch')] : [];
  const always = [...noStraining, ...body('deep-pressure'), ...girdlePain];
  return isAfterBirth(details) ? always : [...always, ...body('supine', 'prone', 'on-box', 'bed-edge', 'loaded-single-leg-standing')];
}

/** [S-02] After a birth only when its week says so; whatever else is open is read as pregnant. */
export function isAfterBirth({ pregnancy, birth }: FlagDetails): boolean {
  return pregnancy === undefined && birth?.weeksAgo !== undefined && birth.weeksAgo < weeksAfterBirth;
}

/** Weeks after a birth or an operation that count as recent (flags RF22 and RF23). */
export const weeksAfterBirth = 12;
