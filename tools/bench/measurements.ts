import type { Measurement } from './measurement.ts';
import { assistants } from './measurements/assistants.ts';
import { exports } from './measurements/exports.ts';
import { figure } from './measurements/figure.ts';
import { firstHold } from './measurements/first-hold.ts';
import { firstLoad } from './measurements/first-load.ts';
import { fold } from './measurements/fold.ts';
import { frames } from './measurements/frames.ts';
import { install } from './measurements/install.ts';
import { keptApp } from './measurements/kept-app.ts';
import { offlineStart } from './measurements/offline-start.ts';
import { opening } from './measurements/opening.ts';
import { pose } from './measurements/pose.ts';
import { relay } from './measurements/relay.ts';
import { rules } from './measurements/rules.ts';
import { start } from './measurements/start.ts';

/** Everything that the bench measures, in the order of its table. */
export const measurements: readonly Measurement[] = [
  firstLoad,
  offlineStart,
  firstHold,
  opening,
  frames,
  rules,
  fold,
  pose,
  figure,
  exports,
  assistants,
  relay,
  keptApp,
  start,
  install,
];
