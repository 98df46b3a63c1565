import type { ExerciseClass } from '../catalogue/index.ts';
import type { FlagId } from '../safety/index.ts';

/** Signs that stop at once, whatever the pain number (D-01). */
export const stopSigns = [
  'numbness',
  'tingling',
  'groin-pinch',
  'back-pain-on-stretch',
  'dizziness',
  'chest-symptoms',
  'pop',
] as const;
export type StopSign = (typeof stopSigns)[number];

/** Where tingling or numbness is. Not known counts as the front of the thigh: the more careful reading (S-02). */
export type SignPlace = 'front-thigh' | 'elsewhere';

/** What the exercise itself says about the place where a person felt it. */
export type FeltVerdict = 'right' | 'wrong' | 'stop';

/** What a person reported, and what the session knows about it. */
export type StopInput = {
  /** 0 to 10. */
  readonly pain?: number;
  readonly verdict?: FeltVerdict;
  readonly sign?: StopSign;
  readonly place?: SignPlace;
  readonly exerciseClass: ExerciseClass;
  /** Pain of 6 and more in the last seven days, this report not counted. */
  readonly redsInLastWeek: number;
  /** Whether work of this exercise is still to come. */
  readonly workRemains: boolean;
};

/** [D-04] The zone of a pain. */
export type Zone = 'green' | 'amber' | 'red';
/** What follows from a report, from nothing to calling for help. */
export type StopAction =
  | 'go-on'
  | 'adjust'
  | 'hold'
  | 'trim'
  | 'stop-exercise'
  | 'stop-stretches'
  | 'stop-session'
  | 'emergency';

/** What follows from a report. `key` names its text under `stop` in the player's locale file. */
export type StopDecision = {
  readonly rule: 'D-01' | 'D-02' | 'D-03' | 'D-04' | 'D-05';
  readonly zone: Zone;
  readonly action: StopAction;
  readonly key: StopKey;
  readonly values: {
    readonly pain?: number;
    readonly trimPercent?: number;
    readonly redsInLastWeek?: number;
  };
  /** Screening flags that this raises; the next session needs a new screening. */
  readonly raises: readonly FlagId[];
  /** Exercises that stay closed until a clinician agreed. */
  readonly closes: readonly string[];
};

/** Every key of a decision's text. */
export const stopKeys = [
  'green',
  'wrongPlace',
  'amberTrim',
  'amberHold',
  'red',
  'secondRed',
  'redWithNerveSign',
  'stopPlace',
  'groinPinch',
  'backPain',
  'nerveSign',
  'nerveSignFrontThigh',
  'dizziness',
  'chest',
  'pop',
] as const;
export type StopKey = (typeof stopKeys)[number];

/** [D-04] Pain of 4 and 5 is amber. */
export const amberFrom = 4;
/** [D-04] Pain of 6 and more is red. */
export const redFrom = 6;

/** [D-04] Amber trims what is left of the exercise by this share; the rule allows 20 to 30 %. */
export const trimShare = 0.25;

/** [D-01] The exercise that tingling at the front of the thigh closes. */
export const closedByThighTingling = 'couch-stretch';

/** Green, amber or red by the number alone (D-03, D-04). */
export function painZone(pain: number): Zone {
  if (pain >= redFrom) return 'red';
  return pain >= amberFrom ? 'amber' : 'green';
}

/**
 * [D-02] The worst reading wins: an emergency, then what ends the session, then what ends the exercise, then a trim,
 * then a better position.
 */
export function decideStop(input: StopInput): StopDecision {
  const zone = input.pain === undefined ? 'green' : painZone(input.pain);
  if (input.sign === 'chest-symptoms')
    return { ...decision(input, 'D-01', 'emergency', 'chest'), raises: ['RF07'] };
  if (input.sign === 'pop') return { ...decision(input, 'D-01', 'stop-session', 'pop'), raises: ['RF16'] };
  if (zone === 'red' && isNerveSign(input.sign))
    return withClosed(decision(input, 'D-05', 'stop-session', 'redWithNerveSign'), input);
  if (input.sign === 'dizziness') return decision(input, 'D-01', 'stop-session', 'dizziness');
  if (zone === 'red' && input.redsInLastWeek >= 1)
    return decision(input, 'D-05', 'stop-session', 'secondRed');
  if (isNerveSign(input.sign))
    return withClosed(
      decision(input, 'D-01', 'stop-stretches', isFrontThigh(input) ? 'nerveSignFrontThigh' : 'nerveSign'),
      input,
    );
  if (input.sign === 'groin-pinch') return decision(input, 'D-01', 'stop-exercise', 'groinPinch');
  if (input.sign === 'back-pain-on-stretch') return decision(input, 'D-01', 'stop-exercise', 'backPain');
  if (zone === 'red') return decision(input, 'D-04', 'stop-exercise', 'red');
  if (input.verdict === 'stop') return decision(input, 'D-01', 'stop-exercise', 'stopPlace');
  if (zone === 'amber')
    return input.workRemains
      ? decision(input, 'D-04', 'trim', 'amberTrim')
      : decision(input, 'D-04', 'hold', 'amberHold');
  if (input.verdict === 'wrong') return decision(input, 'D-02', 'adjust', 'wrongPlace');
  return decision(input, 'D-03', 'go-on', 'green');
}

/** The sign behind a place of the list of answers, when the exercise says that feeling it there means stop. */
export function signOfFelt(
  felt: string,
  verdict: FeltVerdict,
  exerciseClass: ExerciseClass,
): StopSign | undefined {
  if (felt === 'tingling' || felt === 'groin-pinch') return felt;
  return felt === 'low-back' && verdict === 'stop' && exerciseClass === 'stretch'
    ? 'back-pain-on-stretch'
    : undefined;
}

/** Whether time has to stand still until the person has read what to do. */
export function isStop({ action }: StopDecision): boolean {
  return action === 'stop-exercise' || action === 'stop-stretches' || endsSession(action);
}

/** Whether nothing of the session goes on. */
export function endsSession(action: StopAction): boolean {
  return action === 'stop-session' || action === 'emergency';
}

function decision(
  input: StopInput,
  rule: StopDecision['rule'],
  action: StopAction,
  key: StopKey,
): StopDecision {
  const { pain, redsInLastWeek } = input;
  const values = {
    ...(pain === undefined ? {} : { pain }),
    ...(key === 'amberTrim' ? { trimPercent: trimShare * 100 } : {}),
    ...(key === 'secondRed' ? { redsInLastWeek: redsInLastWeek + 1 } : {}),
  };
  return { rule, zone: zoneOf(input, action), action, key, values, raises: [], closes: [] };
}

function zoneOf({ pain }: StopInput, action: StopAction): Zone {
  if (action === 'go-on' || action === 'adjust') return 'green';
  if (action === 'trim' || action === 'hold') return pain === undefined ? 'green' : painZone(pain);
  return 'red';
}

function withClosed(made: StopDecision, input: StopInput): StopDecision {
  return isFrontThigh(input) ? { ...made, closes: [closedByThighTingling] } : made;
}

function isNerveSign(sign: StopSign | undefined): boolean {
  return sign === 'numbness' || sign === 'tingling';
}

function isFrontThigh({ place }: StopInput): boolean {
  return place !== 'elsewhere';
}
