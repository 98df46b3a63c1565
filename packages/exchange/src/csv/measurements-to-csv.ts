import type { DiaryState, Measurement } from '@psoas/core/diary';
import { timeText } from './time-text.ts';
import { toCsv } from './to-csv.ts';

/** What a value of each test counts. Thomas: the thigh above (+) or below (-) horizontal. */
const unitByTest: { readonly [test in Measurement['test']]: string } = {
  thomas: 'degrees',
  'seated-raises': 'repetitions',
  'seated-hold': 'seconds',
};

const fixedColumns = ['day', 'measured_at_utc', 'test', 'side', 'method', 'measured_by', 'value', 'unit', 'pelvis_held', 'knee_flexion_degrees', 'pain_0_to_10'];

/** As many columns for trials as every table has; longer lists get more. */
const usualTrials = 3;

/** One row for each side measured, earliest first; each trial has a column of its own. */
export function measurementsToCsv({ measurements }: DiaryState): string {
  const trialCount = Math.max(usualTrials, ...measurements.map(({ trials }) => trials.length));
  const columns = Array.from({ length: trialCount }, (_, index) => index);
  const head = [...fixedColumns, ...columns.map((index) => `trial_${index + 1}`)];
  const rows = measurements.map((one) => [
    one.day,
    timeText(one.atMillis),
    one.test,
    one.side,
    one.method,
    one.measuredBy,
    one.value,
    unitByTest[one.test],
    one.pelvisHeld === undefined ? undefined : String(one.pelvisHeld),
    one.kneeFlexionDegrees,
    one.pain,
    ...columns.map((index) => one.trials[index]),
  ]);
  return toCsv([head, ...rows]);
}
