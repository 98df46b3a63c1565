/** The diary: events, and what they add up to (docs/spec/diary.md). */
export * from './event.ts';
export type * from './diary-state.ts';
export { createEvent } from './create-event.ts';
export { eventKinds } from './event-definitions.ts';
export { readEvent, type EventProblem, type UnreadEvent } from './read-event.ts';
export { foldDiary } from './fold-diary.ts';
export { gateProgress, openedExercises } from './opened-exercises.ts';
export { wishesOf } from './wishes.ts';
export { assessFromDiary, flagsOfAnswers, type DiaryContext } from './assess-from-diary.ts';
export { nextDayAskDays, todayOf, type Today, type TodaySession } from './today.ts';
export { painSaysStop, redsInLastWeek } from './pain-over-time.ts';
