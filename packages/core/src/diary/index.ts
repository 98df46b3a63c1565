/** The diary: events, and what they add up to (docs/spec/diary.md). */
export type * from './event.ts';
