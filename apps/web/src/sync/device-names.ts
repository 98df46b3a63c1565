import type { Diary } from '../diary/diary.ts';

const keyStart = 'deviceName:';

/** Longer names only get in the way. */
export const longestName = 40;

/** [SY-07] The names of devices by their ids, as all devices see them. */
export function deviceNames(preferences: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(preferences).flatMap(([key, value]): readonly (readonly [string, string])[] =>
      key.startsWith(keyStart) && typeof value === 'string' && value !== '' ? [[key.slice(keyStart.length), value]] : [],
    ),
  );
}

/** Writes a device's name into the diary; an empty one takes it away. */
export async function nameDevice(diary: Pick<Diary, 'append'>, deviceId: string, name: string): Promise<void> {
  const kept = name.trim().slice(0, longestName);
  await diary.append('preference-changed', { key: keyStart + deviceId, value: kept === '' ? null : kept });
}
