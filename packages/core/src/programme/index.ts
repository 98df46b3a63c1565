/** The weekly programme (docs/spec/programme.md). */
export type * from './programme.ts';
export { activityStretch } from './activity-stretch.ts';
export { allowedSidesOf, alternativesFor, createProgramme, retestDays, type ProgrammeInput } from './create-programme.ts';
export { restWishes, type RestWish } from './rest-wish.ts';
export { mayUseForm, type FormFacts } from './harder-form.ts';
export { trimmedAmount, type Amounts, type ExerciseSetting, type ReachedForm, type Settings } from './setting.ts';
export { exercisesPerSession } from './fill-session.ts';
export { weeklyStretch, weeklyStretchLimitSeconds } from './weekly-stretch.ts';
export { studiedStretchSeconds } from './notes.ts';
