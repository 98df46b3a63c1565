/** The closed lists of answers (the command line's file format uses the same words). */
export const sports = ['running', 'cycling', 'triathlon', 'dance', 'jumping', 'strength', 'other'] as const;
export type Sport = (typeof sports)[number];

/** What somebody wants from training. */
export const goals = ['flexibility', 'strength', 'running', 'cycling', 'desk-comfort'] as const;
export type Goal = (typeof goals)[number];

const sidedSites = ['front-of-hip', 'groin', 'front-of-thigh', 'knee', 'below-knee'] as const;
type SidedSite = (typeof sidedSites)[number];

/** Places on the body map. */
export type PainSite = 'low-back' | 'upper-back' | 'pelvis' | `${SidedSite}-left` | `${SidedSite}-right`;
/** Every place of the body map. */
export const painSites: readonly PainSite[] = ['low-back', 'upper-back', 'pelvis', ...sidedSites.flatMap((site) => [`${site}-left`, `${site}-right`] as const)];

/** Where the half-kneeling test can be felt. */
export const halfKneelingPlaces = ['deep-front-hip', 'front-thigh', 'inner-thigh', 'low-back', 'nothing', 'pain', 'not-tried'] as const;
export type HalfKneelingPlace = (typeof halfKneelingPlaces)[number];
/** When the pull of the half-kneeling test comes: before the end of the movement, or only there. */
export const feltMoments = ['early', 'end-range'] as const;
export type FeltMoment = (typeof feltMoments)[number];

/** How the standing knee lift to 90 degrees can go. */
export const kneeLiftResults = ['clean', 'pelvis-tips-back', 'back-rounds', 'below-90', 'unsteady', 'pain', 'not-tried'] as const;
export type KneeLiftResult = (typeof kneeLiftResults)[number];
/** How the knee lift above 90 degrees can go. */
export const aboveNinetyResults = ['clean', 'fails', 'not-tried'] as const;
export type AboveNinetyResult = (typeof aboveNinetyResults)[number];

/** From where a hip was replaced. */
export const replacementApproaches = ['anterior', 'lateral', 'posterior', 'unknown'] as const;
/** What makes a back worse: to arch it, to round it, or neither. */
export const worseWithChoices = ['extension', 'flexion', 'neither'] as const;
