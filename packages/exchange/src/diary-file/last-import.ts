import { daysBetween, isRecord, parseLocalDate, type LocalDate, type UnknownRecord } from '@psoas/kernel';
import { entryKey, type PlacedEntry } from './plan-import.ts';

/** The last import, as long as it can be taken back. */
export type LastImport = {
  readonly day: LocalDate;
  /** Names of the entries that it brought, as `entryKey` gives them. */
  readonly keys: readonly string[];
  /** The settings as they were before, when the import took over others. */
  readonly settingsBefore?: UnknownRecord;
};

/** The name under which the note of the last import is kept beside a diary. */
export const lastImportName = 'last-import';

/** Days for which an import can be taken back, as long as nothing was written since. */
const undoDays = 7;

/** What has to be kept so that an import can be taken back. */
export function noteOfImport(
  added: readonly PlacedEntry[],
  { day, entriesAfter, settingsBefore }: { readonly day: LocalDate; readonly entriesAfter: number; readonly settingsBefore?: UnknownRecord },
): UnknownRecord {
  const keys = added.map(({ value }) => entryKey(value));
  return { day, keys, entriesAfter, ...(settingsBefore !== undefined && { settingsBefore }) };
}

/**
 * The last import from its note; undefined when it cannot be taken back: no note or a damaged one, more than a week
 * old, or something was written since, which shows in the number of entries.
 */
export function readLastImport(note: unknown, now: { readonly day: LocalDate; readonly entries: number }): LastImport | undefined {
  if (!isRecord(note)) return undefined;
  const { day, keys, entriesAfter, settingsBefore } = note;
  const parsed = typeof day === 'string' ? parseLocalDate(day) : undefined;
  if (parsed?.ok !== true || !Array.isArray(keys) || keys.length === 0 || entriesAfter !== now.entries) return undefined;
  const age = daysBetween(parsed.value, now.day);
  if (age < 0 || age > undoDays) return undefined;
  return {
    day: parsed.value,
    keys: keys.filter((key) => typeof key === 'string'),
    ...(isRecord(settingsBefore) && { settingsBefore }),
  };
}

/** Whether an entry came with an import. */
export function cameWith({ keys }: LastImport): (entry: unknown) => boolean {
  const known = new Set(keys);
  return (entry) => known.has(entryKey(entry));
}
