/** Runs and rides from files of watches and phones: FIT, TCX, GPX (docs/spec/watch.md). */
export { isActivityFile, readActivityFile } from './read-activity-file.ts';
export { activityEvents } from './activity-events.ts';
export { activityFileProblemText, activityLine } from './activity-file-words.ts';
