import type { Change } from '../../progress/change.ts';
import { completeFields } from '../reading/fields.ts';
import type { StrictReader } from '../reading/strict-reader.ts';

const value = { min: -1_000_000, max: 1_000_000 };
const count = { min: 0, max: 1_000_000, whole: true };

/** [SH-04] Reads what can be said about a row of values. */
export function readChange(reader: StrictReader): Change | undefined {
  const kind = reader.choice('kind', ['nothing', 'too-early', 'no-change', 'better', 'worse']);
  if (kind === undefined || kind === 'nothing') return kind && { kind };
  if (kind === 'too-early') {
    const early = completeFields({ points: reader.number('points', count), days: reader.number('days', count), since: reader.day('since') });
    return early && { kind, ...early };
  }
  const compared = completeFields({
    from: reader.number('from', value),
    to: reader.number('to', value),
    by: reader.number('by', value),
    error: reader.number('error', value),
    since: reader.day('since'),
    until: reader.day('until'),
  });
  return compared && { kind, ...compared };
}
