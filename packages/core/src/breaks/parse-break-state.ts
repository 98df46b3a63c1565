import { createFieldReader, isRecord, parseLocalDate, type Problem } from '@psoas/kernel';
import { readBreakSettings } from './break-settings.ts';
import type { BreakMoment, BreakState, BreakStatus } from './break-state.ts';

const statuses: readonly BreakStatus[] = ['counting', 'due', 'snoozed', 'meeting', 'taking'];
const millis = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** Reads a reminder back; undefined when it is damaged: then it starts anew, which loses half an hour at most. */
export function parseBreakState(value: unknown): BreakState | undefined {
  const problems: Problem[] = [];
  const reader = createFieldReader(value, '', problems);
  const version = reader?.number('version', { min: 1, max: 1, whole: true });
  const status = reader?.choice('status', statuses);
  const sittingMillis = reader?.number('sittingMillis', millis);
  const last = isRecord(value) ? readMoment(value['last'], problems) : undefined;
  if (!isRecord(value) || !isRecord(value['settings']) || last === undefined) return undefined;
  if (version === undefined || status === undefined || sittingMillis === undefined) return undefined;
  return {
    version: 1,
    settings: readBreakSettings(value['settings']),
    status,
    sittingMillis,
    waitMillis: amountOrNull(value['waitMillis']),
    // Who is there now is asked anew.
    idleMillis: null,
    last,
  };
}

function readMoment(value: unknown, problems: Problem[]): BreakMoment | undefined {
  const reader = createFieldReader(value, 'last', problems);
  const wallMillis = reader?.number('wallMillis', millis);
  const monotonicMillis = reader?.number('monotonicMillis', millis);
  const minuteOfDay = reader?.number('minuteOfDay', { min: 0, max: 1440 });
  const day = parseLocalDate(reader?.text('day') ?? '');
  if (wallMillis === undefined || monotonicMillis === undefined || minuteOfDay === undefined || !day.ok)
    return undefined;
  return { wallMillis, monotonicMillis, minuteOfDay, day: day.value };
}

function amountOrNull(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? value : null;
}
