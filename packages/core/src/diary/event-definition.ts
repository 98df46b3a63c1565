import { isRecord, type Problem, type UnknownRecord } from '@psoas/kernel';

/** How the data of one kind of event is read, at every version that ever was. */
export type EventDefinition<Data> = {
  /** The newest version, which `read` understands. */
  readonly version: number;
  /** From version 1 to 2, from 2 to 3, and so on: one fewer than `version`. */
  readonly migrations: readonly Migration[];
  /** Reads data of the newest version. What is wrong goes to `problems`; fields that nobody knows survive. */
  readonly read: (data: UnknownRecord, problems: Problem[]) => Data | undefined;
};

/** Turns data of one version into data of the next. Pure; keeps fields that it does not know. */
export type Migration = (data: UnknownRecord) => UnknownRecord;

/** [E-05] Brings data of an older version up to the newest one. */
export function migrate<Data>(
  definition: EventDefinition<Data>,
  version: number,
  data: UnknownRecord,
): UnknownRecord {
  if (version === definition.version) return data;
  return definition.migrations.slice(version - 1).reduce((older, step) => step(older), data);
}

/** [E-03] The known fields, with everything else of the record beside them. */
export function withUnknownFields<Known extends object>(
  record: UnknownRecord,
  knownKeys: readonly string[],
  known: Known,
): Known {
  const unknown = Object.keys(record).filter((key) => !knownKeys.includes(key));
  return unknown.length === 0 ? known : { ...Object.fromEntries(unknown.map((key) => [key, record[key]])), ...known };
}

/** Reads a list of objects; a list is whole or a problem. */
export function readRecords<Item>(
  found: unknown,
  path: string,
  problems: Problem[],
  readOne: (record: UnknownRecord, path: string) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(found)) {
    problems.push({ field: path, kind: found === undefined ? 'missing' : 'not-allowed', allowed: 'a list' });
    return undefined;
  }
  return found.flatMap((entry: unknown, index): readonly Item[] => {
    const at = `${path}[${index}]`;
    if (!isRecord(entry)) problems.push({ field: at, kind: 'not-allowed', allowed: 'a group of fields' });
    const item = isRecord(entry) ? readOne(entry, at) : undefined;
    return item === undefined ? [] : [item];
  });
}
