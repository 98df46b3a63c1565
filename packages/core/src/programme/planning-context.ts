import type { About } from '../answers/index.ts';
import type { TimelineOptions } from '../session/step.ts';
import type { Needs } from './needs.ts';
import type { Selection } from './selection.ts';

/** Everything that planning a day looks at. */
export type PlanningContext = {
  readonly about: About;
  readonly needs: Needs;
  readonly selection: Selection;
  /** [S-05, P-02] Lowest rungs, whatever level was declared. */
  readonly lowestRungs: boolean;
  /** [RF13] Nothing around a run. */
  readonly noImpact: boolean;
  /** How the person likes sides to follow each other; it decides how long an item takes. */
  readonly order: TimelineOptions['order'];
  /** Short holds for backs that dislike bending backwards (source S115, second-hand); Infinity otherwise. */
  readonly holdLimitSeconds: number;
  /** [P-03] How far holds may grow so that the week's limit is kept. */
  readonly stretchLimitSeconds: number;
};
