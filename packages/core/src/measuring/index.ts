/** Measuring at home: angles, trials, errors, and what a change is worth (docs/spec/measuring.md). */
export { thighAngleByTape, type TapeFault, type TapeReading } from './tape-angle.ts';
export { thighAngleOnPhoto, type PhotoFault, type PhotoPoint, type PhotoPoints, type PhotoSize } from './photo-angle.ts';
export { createInclinometer, stepInclinometer, stillSeconds, type Inclinometer, type InclinometerEvent, type KneeEnd } from './inclinometer.ts';
export { repCountSeconds, createRepCount, stepRepCount, viewRepCount, type RepCount, type RepCountEvent } from './rep-count.ts';
export { summariseTrials, trialsOf, type TrialSummary } from './trials.ts';
export { measurementOf, type MeasurementFault, type MeasuredTrials } from './measurement-of.ts';
export { compareMeasurements, compareSides, type Comparison, type ComparisonFault, type ErrorReason } from './compare.ts';
export { bandOf, detectableChange, errorOf, isUsed, placeOfThigh, sameWayDegrees, type Band, type Reading, type ThighPlace } from './band.ts';
export { lastBefore } from './last-before.ts';
export { measuringOffer, measuringPainLimit, methodsOf, type MeasuringOffer } from './offer.ts';
export { toTenth } from './to-tenth.ts';
