import type { CheckKey } from '../catalogue/index.ts';

/** What a sign reads as. Mild is a weak sign that shows only above 90 degrees. */
export type Sign = 'yes' | 'mild' | 'no' | 'unknown';

/** Where to start on one side. Never a diagnosis. */
export type FindingResult = 'tight' | 'weak' | 'both' | 'rectus-femoris-dominant' | 'neither' | 'cannot-tell';

/** One step of how a finding came about. */
export type TraceEntry = {
  /** Rule F-01 to F-17 (docs/spec/selfcheck.md). */
  readonly rule: string;
  readonly test: CheckKey | 'result';
  /** The answer as given, such as `deep-front-hip, early`. */
  readonly answer: string;
  readonly reads: SignReading;
  /** Reasons why the answer was not used: flags, modifiers or rules. Empty when it was. */
  readonly notUsedBecause: readonly string[];
  readonly claims: readonly string[];
  /** Thigh angle above the edge (negative below it), from the tape measure. */
  readonly thighDegrees?: number;
};

/** What one answer says about the signs; an absent sign is left as it is. */
export type SignReading = { readonly tight?: Sign; readonly weak?: Sign; readonly rectusFemoris?: Sign };

/** The finding of one side, with everything that led to it. */
export type SideFinding = {
  readonly result: FindingResult;
  readonly tight: Sign;
  readonly weak: Sign;
  readonly rectusFemoris: Sign;
  readonly trace: readonly TraceEntry[];
};
