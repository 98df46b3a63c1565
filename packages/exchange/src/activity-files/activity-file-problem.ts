import type { FitProblem } from '../fit/decode-fit.ts';
import type { XmlProblem } from './read-xml.ts';

/**
 * Why a file with an activity is refused, with the numbers that explain it. Lines and bytes count from 1. The sentence
 * for people stands under the id in `activity-file.yaml`.
 */
export type ActivityFileProblem =
  | { readonly id: 'too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly id: 'other-format' }
  | FitProblem
  | XmlProblem
  /** Nothing in it is an activity: a course, a workout, waypoints alone. */
  | { readonly id: 'no-activity'; readonly format: ActivityFormat }
  | { readonly id: 'no-time'; readonly line: number }
  | ValueProblem
  | { readonly id: 'no-run-or-ride'; readonly found: string }
  | { readonly id: 'in-future'; readonly day: string };

/** A value that cannot be used: in a line of a text, or in one of the activities, counted from 1. */
export type ValueProblem = { readonly field: string; readonly found: string; readonly allowed: string } & (
  | { readonly id: 'value'; readonly line: number }
  | { readonly id: 'activity-value'; readonly activity: number }
);

/** The forms of a file with an activity. */
export type ActivityFormat = 'FIT' | 'TCX' | 'GPX';
