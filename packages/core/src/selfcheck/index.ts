/** The self-check: where to start, per side, with the way there (docs/spec/selfcheck.md). */
export type { FindingResult, SideFinding, Sign, SignReading, TraceEntry } from './finding.ts';
export { exclusionsOfFindings, findSides, hurtOn, resultOf, testFacts } from './find-sides.ts';
export { readHalfKneeling } from './read-half-kneeling.ts';
export { readKneeLift } from './read-knee-lift.ts';
export { readThomas, shortRectusKneeDegrees, thighAngleDegrees } from './read-thomas.ts';
export { mayLiftAboveNinety, offeredTests, reasonsAgainstTest, thomasPainLimit, type TestFacts } from './test-availability.ts';
