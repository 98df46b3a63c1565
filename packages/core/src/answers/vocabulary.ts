/** The closed lists of answers (the command line's file format uses the same words). */
export const sports = ['running', 'cycling', 'triathlon', 'dance', 'jumping', 'strength', 'other'] as const;
export type Sport = (typeof sports)[number];

export const goals = ['flexibility', 'strength', 'running', 'cycling', 'desk-comfort'] as const;
export type Goal = (typeof goals)[number];

const sidedSites = ['front-of-hip', 'groin', 'front-of-thigh', 'knee', 'below-knee'] as const;
type SidedSite = (typeof sidedSites)[number];

/** Places on the body map. */
export type PainSite = 'low-back' | 'upper-back' | 'pelvis' | `${SidedSite}-left` | `${SidedSite}-right`;
export const painSites: readonly PainSite[] = ['low-back', 'upper-back', 'pelvis', ...sidedSites.flatMap((site) => [`${site}-left`, `${site}-right`] as const)];

export const halfKneelingPlaces = ['deep-front-hip', 'front-thigh', 'inner-thigh', 'low-back', 'nothing', 'pain', 'not-tried'] as const;
export type HalfKneelingPlace = (typeof halfKneelingPlaces)[number];
export const feltMoments = ['early', 'end-range'] as const;
export type FeltMoment = (typeof feltMoments)[number];

export const kneeLiftResults = ['clean', 'pelvis-tips-back', 'back-rounds', 'below-90', 'unsteady', 'pain', 'not-tried'] as const;
export type KneeLiftResult = (typeof kneeLiftResults)[number];
export const aboveNinetyResults = ['clean', 'fails', 'not-tried'] as const;
export type AboveNinetyResult = (typeof aboveNinetyResults)[number];

export const replacementApproaches = ['anterior', 'lateral', 'posterior', 'unknown'] as const;
export const worseWithChoices = ['extension', 'flexion', 'neither'] as const;
