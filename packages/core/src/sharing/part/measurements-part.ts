import type { Report } from '../../progress/index.ts';
import type { MeasurementsPart } from './shared-part.ts';
import { thinnedPoints } from './thinned.ts';

/** [SH-01] What was measured, with its errors and changes. Who read it is nobody's business; its error knows it. */
export function measurementsPart({ on, measured }: Report): MeasurementsPart {
  return {
    part: 'measurements',
    day: on,
    series: measured.map(({ test, left, right, change, notUsed }) => ({ test, left: thinnedPoints(left), right: thinnedPoints(right), change, notUsed })),
  };
}
