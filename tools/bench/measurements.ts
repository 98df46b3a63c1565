import type { Measurement } from './measurement.ts';
import { assistants } from './measurements/assistants.ts';
import { exports } from './measurements/exports.ts';
import { figure } from './measurements/figure.ts';
import { fold } from './measurements/fold.ts';
import { pose } from './measurements/pose.ts';
import { relay } from './measurements/relay.ts';
import { rules } from './measurements/rules.ts';

/** Everything that the bench measures, in the order of its table. */
export const measurements: readonly Measurement[] = [rules, pose, figure, fold, exports, assistants, relay];
