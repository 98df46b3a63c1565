/** Breaks from sitting, stretches after activities, posture notes (docs/spec/breaks.md). */
export {
  defaultBreakSettings,
  everyMinutesRange,
  readBreakSettings,
  snoozeMinutes,
  storedBreakSettings,
  withinEveryMinutes,
  type BreakSettings,
  type SnoozeMinutes,
} from './break-settings.ts';
export {
  parseQuietHours,
  quietHoursText,
  quietReason,
  timeOfDay,
  type PlaceInDay,
  type QuietHours,
} from './quiet-hours.ts';
export * from './break-state.ts';
export { longestBreakMillis, restMillis, stepBreaks } from './break-scheduler.ts';
export { viewBreaks, type BreakView } from './break-view.ts';
export { parseBreakState } from './parse-break-state.ts';
export { assessWithBreaks, breakOffer, type BreakOffer, type OfferFacts } from './break-offer.ts';
export { breakOfSets, breakOnFeet } from './break-of-sets.ts';
export { afterActivity, type ActivityOffer } from './after-activity.ts';
export { activityToFollow } from './activity-to-follow.ts';
export { posturePrompt } from './posture-prompt.ts';
export { breakSecondsOfWeek, stretchSecondsOfWeek } from './stretch-done.ts';
