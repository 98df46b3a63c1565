/**
 * Why a motion file is refused, with the numbers that explain it. `line` counts from 1, `column` is the column's
 * number from 1 and `label` its name. The sentence for people stands under the id in `motion.yaml`; every value here
 * fills the place of its name there.
 */
export type MotionProblem =
  | { readonly id: 'too-large'; readonly line: number; readonly limitMegabytes: number }
  | { readonly id: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly id: 'too-many-rows'; readonly line: number; readonly limit: number }
  | { readonly id: 'too-many-columns'; readonly line: number; readonly found: number; readonly limit: number }
  | { readonly id: 'empty'; readonly line: number }
  | { readonly id: 'no-header-end'; readonly line: number }
  | {
      readonly id: 'header-value';
      readonly line: number;
      readonly key: string;
      readonly found: string;
      readonly allowed: string;
    }
  | { readonly id: 'no-column-names'; readonly line: number }
  | { readonly id: 'column-count'; readonly line: number; readonly stated: number; readonly found: number }
  | { readonly id: 'no-time-column'; readonly line: number; readonly found: string }
  | { readonly id: 'no-known-columns'; readonly line: number; readonly found: string }
  | (Place & { readonly id: 'column-twice'; readonly first: number; readonly coordinate: string })
  | {
      readonly id: 'row-short';
      readonly line: number;
      readonly column: number;
      readonly label: string;
      readonly found: number;
      readonly expected: number;
    }
  | {
      readonly id: 'row-long';
      readonly line: number;
      readonly column: number;
      readonly found: number;
      readonly expected: number;
    }
  | { readonly id: 'rows-missing'; readonly line: number; readonly found: number; readonly stated: number }
  | (Place & { readonly id: 'empty-cell' })
  | (Place & { readonly id: 'not-a-number'; readonly found: string })
  | (Place & { readonly id: 'not-finite'; readonly found: string })
  | (Place & { readonly id: 'time-not-later'; readonly found: number; readonly before: number })
  | (Place & { readonly id: 'degrees-as-radians'; readonly found: number; readonly dataLine: number })
  | (Place & { readonly id: 'radians-as-degrees'; readonly largest: number; readonly dataLine: number })
  | (Place & { readonly id: 'angle-impossible'; readonly found: number; readonly limit: number })
  | { readonly id: 'unit-unclear'; readonly line: number };

type Place = { readonly line: number; readonly column: number; readonly label: string };

/** No moment of a file can be used by the model on any side. `row` counts from 1 and is the first that was left out. */
export type UnusableMotion = {
  readonly id: 'no-usable-row';
  readonly rows: number;
  readonly row: number;
  readonly coordinate: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
};

/** The id of a reason to refuse a motion file. */
export type MotionProblemId = MotionProblem['id'] | UnusableMotion['id'];
