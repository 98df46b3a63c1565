/** The weekly programme (docs/spec/programme.md). */
export type * from './programme.ts';
export { createProgramme, type ProgrammeInput } from './create-programme.ts';
