import { measuredTests, measuringMethods } from '../../diary/event.ts';
import { completeFields } from '../reading/fields.ts';
import { readPerSide } from '../reading/read-per-side.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import { readChange } from './read-change.ts';
import type { MeasurementsPart, SharedPoint, SharedSeries } from './shared-part.ts';

const mostPoints = 120;
const measured = { min: -100_000, max: 100_000 };

/** [SH-04] Reads what was measured. */
export function readMeasurementsPart(reader: StrictReader): MeasurementsPart | undefined {
  const fields = completeFields({ day: reader.day('day'), series: reader.list('series', measuredTests.length, readSeries) });
  return fields && { part: 'measurements', ...fields };
}

function readSeries(reader: StrictReader): SharedSeries | undefined {
  return completeFields({
    test: reader.choice('test', measuredTests),
    left: reader.list('left', mostPoints, readPoint),
    right: reader.list('right', mostPoints, readPoint),
    change: readPerSide(reader, 'change', (inner, side) => {
      const change = inner.inner(side);
      return change && readChange(change);
    }),
    notUsed: reader.number('notUsed', { min: 0, max: 100_000, whole: true }),
  });
}

function readPoint(reader: StrictReader): SharedPoint | undefined {
  return completeFields({
    day: reader.day('day'),
    value: reader.number('value', measured),
    error: reader.number('error', measured),
    method: reader.choice('method', measuringMethods),
  });
}
