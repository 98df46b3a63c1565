import { isRecord } from '@psoas/kernel';
import type { LoggedRunSet } from './diary-state.ts';
import type { Correction, SetLogged } from './event.ts';
import { readEvent } from './read-event.ts';

/** The data of a set as its event carries it. */
export function setData({ day: _day, atMillis: _atMillis, ...data }: LoggedRunSet): SetLogged {
  return data;
}

/**
 * [E-02] [E-06] What puts a logged set right: walk, item, side and number name it, the whole data says what it should
 * have been. Undefined when no entry of that set can be read.
 */
export function setCorrection(entries: readonly unknown[], data: SetLogged): Correction | undefined {
  let found: { readonly id: string; readonly version: number; readonly atMillis: number } | undefined;
  for (const entry of entries) {
    if (!isRecord(entry) || entry['kind'] !== 'set-logged' || !isRecord(entry['data'])) continue;
    if (entry['data']['run'] !== data.run) continue;
    const read = readEvent(entry);
    if (!read.ok || read.value.kind !== 'set-logged') continue;
    const { item, set, side } = read.value.data;
    const isSame = item === data.item && set === data.set && side === data.side;
    // The set that counts is the one written last (E-06).
    if (isSame && (found === undefined || found.atMillis <= read.value.atMillis)) found = read.value;
  }
  return found === undefined ? undefined : { of: found.id, data, dataVersion: found.version };
}
