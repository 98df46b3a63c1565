import type { Side } from '@psoas/kernel';
import type { FlagDetails, PainSite } from '../answers/index.ts';
import type { Exclusion } from './exclusion.ts';
import { painfulSides } from './flag-exclusions.ts';

/** Circumstances that are no flag of their own but change the programme: level D. */
export const modifierIds = ['M-HYPERMOBILE', 'M-BACK-EXTENSION', 'M-BACK-FLEXION', 'M-KNEELING', 'M-ANTERIOR-HIP'] as const;
export type ModifierId = (typeof modifierIds)[number];

/** The answers that modifiers look at, as far as they could be read. */
export type ModifierAnswers = { readonly details: FlagDetails; readonly ageYears: number | undefined; readonly painSites: readonly PainSite[] };

type Modifier = { readonly id: ModifierId; readonly applies: (answers: ModifierAnswers) => boolean; readonly exclusions: (answers: ModifierAnswers) => readonly Exclusion[] };

const frontOfHip = /^(front-of-hip|groin)-/;
const both: readonly Side[] = ['left', 'right'];

const modifiers: readonly Modifier[] = [
  {
    id: 'M-HYPERMOBILE',
    applies: isHypermobile,
    exclusions: () => [{ by: 'M-HYPERMOBILE', hip: 'static-end-range-stretch', sides: both }],
  },
  {
    id: 'M-BACK-EXTENSION',
    applies: ({ details }) => details.backPattern?.worseWith === 'extension',
    exclusions: () => [{ by: 'M-BACK-EXTENSION', body: 'lumbar-extension' }],
  },
  {
    id: 'M-BACK-FLEXION',
    applies: ({ details }) => details.backPattern?.worseWith === 'flexion',
    exclusions: () => [
      { by: 'M-BACK-FLEXION', body: 'loaded-lumbar-flexion' },
      { by: 'M-BACK-FLEXION', body: 'end-range-lumbar-flexion' },
    ],
  },
  {
    id: 'M-KNEELING',
    applies: ({ details }) => details.kneelingHurts === true,
    exclusions: () => [{ by: 'M-KNEELING', body: 'kneeling' }],
  },
  {
    id: 'M-ANTERIOR-HIP',
    applies: ({ painSites }) => painSites.some((site) => frontOfHip.test(site)),
    // Strength between 0 and 90 degrees stays (sources S38, S56, second-hand).
    exclusions: ({ painSites }) => [
      { by: 'M-ANTERIOR-HIP', hip: 'static-end-range-stretch', sides: painfulSides(painSites, frontOfHip) },
      { by: 'M-ANTERIOR-HIP', hip: 'hip-flexion-over-90', sides: painfulSides(painSites, frontOfHip) },
    ],
  },
];

/** The modifiers that apply, each with its exclusions. */
export function activeModifiers(answers: ModifierAnswers): readonly { readonly id: ModifierId; readonly exclusions: readonly Exclusion[] }[] {
  return modifiers.filter(({ applies }) => applies(answers)).map(({ id, exclusions }) => ({ id, exclusions: exclusions(answers) }));
}

/**
 * Beighton score of 5 and more, 4 and more above 50 years (source S117, second-hand). A named but missing score counts
 * as hypermobile (S-02).
 */
function isHypermobile({ details, ageYears }: Pick<ModifierAnswers, 'details' | 'ageYears'>): boolean {
  if (details.hypermobility === undefined) return false;
  const { score } = details.hypermobility;
  return score === undefined || score >= ((ageYears ?? 0) > 50 ? 4 : 5);
}
