import { elevationDegrees, turnBetween, upOf, type KneeEnd, type Tilt, type Up } from './phone-tilt.ts';
import { toTenth } from './to-tenth.ts';

export type { KneeEnd } from './phone-tilt.ts';

/** How long the phone must lie still before its value counts, and how still that is. Own choice. */
export const stillSeconds = 1.5;
const stillDegrees = 1;
/** A longer silence between two samples: the sensor or the page slept. */
const gapMillis = 500;
const fewestSamples = 5;
/** A phone that is farther from lying flat than this while it is calibrated does not lie on a level surface. */
const flatDegrees = 10;
/** Between two trials the thigh comes up and goes down: the phone turns at least so far. */
const betweenTrialsDegrees = 10;
/** Farther than this a thigh does not hang or rise in this test. */
const limitDegrees = 60;

/** A phone used as inclinometer: a state and nothing else; each sample carries its own moment. */
export type Inclinometer = {
  /** Without a zero nothing is measured. `moving`: a value was asked for, and the phone is not still yet. */
  readonly phase: 'calibrating' | 'ready' | 'moving' | 'still' | 'taken';
  readonly kneeEnd: KneeEnd;
  /** What the phone shows on a level surface. */
  readonly zeroDegrees?: number;
  /** The thigh above (+) or below (-) horizontal right now. */
  readonly nowDegrees?: number;
  /** 0 to 1: how much of the time that it must lie still has passed. */
  readonly stillShare: number;
  /** The value that was taken last. */
  readonly takenDegrees?: number;
  readonly fault?: InclinometerFault;
  readonly run?: StillRun;
  /** Where the last value was taken, until the phone has left it. */
  readonly takenAt?: Up;
};

/** Why what was asked for is not done. */
export type InclinometerFault =
  | { readonly kind: 'not-flat'; readonly degrees: number; readonly maxDegrees: number }
  | { readonly kind: 'not-moved'; readonly minDegrees: number }
  | { readonly kind: 'too-steep'; readonly degrees: number; readonly maxDegrees: number };

type StillRun = { readonly from: Up; readonly sinceMillis: number; readonly lastMillis: number; readonly count: number; readonly sumDegrees: number };

/** What the phone or the person tells the inclinometer. */
export type InclinometerEvent =
  | ({ readonly kind: 'sample'; readonly atMillis: number } & Tilt)
  /** Take a value as soon as the phone lies still. */
  | { readonly kind: 'take' }
  | { readonly kind: 'cancel' }
  /** Which end of the phone points to the knee. It needs a new zero. */
  | { readonly kind: 'turn'; readonly kneeEnd: KneeEnd };

/** [ME-04] Begins with calibrating: the phone is to lie on a level surface. */
export function createInclinometer(kneeEnd: KneeEnd = 'top'): Inclinometer {
  return { phase: 'calibrating', kneeEnd, stillShare: 0 };
}

/** [ME-04, ME-05] One step. A phone that moves, or a gap in its samples, begins the wait for stillness again. */
export function stepInclinometer(state: Inclinometer, event: InclinometerEvent): Inclinometer {
  switch (event.kind) {
    case 'turn':
      return createInclinometer(event.kneeEnd);
    case 'cancel':
      return state.phase === 'calibrating' ? state : settled(state, { phase: 'ready' });
    case 'take':
      return state.phase === 'calibrating' ? state : settled(state, { phase: 'moving' });
    case 'sample':
      return afterSample(state, event.atMillis, event);
  }
}

function afterSample(state: Inclinometer, atMillis: number, tilt: Tilt): Inclinometer {
  const up = upOf(tilt);
  const raw = elevationDegrees(up, state.kneeEnd);
  const run = continued(state.run, { up, raw, atMillis });
  const hasLeft = state.takenAt === undefined || turnBetween(state.takenAt, up) >= betweenTrialsDegrees;
  const { takenAt: _left, run: _old, ...rest } = state;
  const next: Inclinometer = {
    ...rest,
    run,
    ...(!hasLeft && state.takenAt !== undefined && { takenAt: state.takenAt }),
    nowDegrees: toTenth(raw - (state.zeroDegrees ?? 0)),
    stillShare: Math.min(1, (atMillis - run.sinceMillis) / (stillSeconds * 1000)),
  };
  if (next.phase === 'ready' || next.phase === 'taken') return next;
  if (next.stillShare < 1 || run.count < fewestSamples) return next.phase === 'calibrating' ? next : { ...next, phase: 'moving' };
  return next.phase === 'calibrating' ? calibrated(next, run) : taken(next, run);
}

// Flat is flat whichever way the phone is turned on the table, so both of its axes count.
function calibrated(state: Inclinometer, run: StillRun): Inclinometer {
  const degrees = toTenth(turnBetween(run.from, { right: 0, top: 0, screen: 1 }));
  if (degrees > flatDegrees) return { ...state, stillShare: 0, fault: { kind: 'not-flat', degrees, maxDegrees: flatDegrees } };
  return settled(state, { phase: 'ready', zeroDegrees: meanOf(run) });
}

function taken(state: Inclinometer, run: StillRun): Inclinometer {
  if (state.takenAt !== undefined) return { ...state, phase: 'still', fault: { kind: 'not-moved', minDegrees: betweenTrialsDegrees } };
  const degrees = toTenth(meanOf(run) - (state.zeroDegrees ?? 0));
  if (Math.abs(degrees) > limitDegrees) return { ...state, phase: 'still', fault: { kind: 'too-steep', degrees, maxDegrees: limitDegrees } };
  return settled(state, { phase: 'taken', takenDegrees: degrees, takenAt: run.from });
}

// A new phase drops an old fault and begins the wait for stillness anew.
function settled(state: Inclinometer, to: Partial<Inclinometer>): Inclinometer {
  const { fault: _fault, run: _run, ...rest } = state;
  return { ...rest, stillShare: 0, ...to };
}

function continued(run: StillRun | undefined, { up, raw, atMillis }: { readonly up: Up; readonly raw: number; readonly atMillis: number }): StillRun {
  const isSame = run !== undefined && atMillis >= run.lastMillis && atMillis - run.lastMillis <= gapMillis && turnBetween(run.from, up) <= stillDegrees;
  if (!isSame) return { from: up, sinceMillis: atMillis, lastMillis: atMillis, count: 1, sumDegrees: raw };
  return { ...run, lastMillis: atMillis, count: run.count + 1, sumDegrees: run.sumDegrees + raw };
}

function meanOf({ sumDegrees, count }: StillRun): number {
  return sumDegrees / count;
}
