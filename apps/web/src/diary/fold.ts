import { isRecord, parseLocalDate, type LocalDate } from '@psoas/kernel';
import type { SessionStarted, SetLogged } from '@psoas/core/diary';

/** What the events add up to. */
export type FoldedDiary = {
  readonly latestCheck?: { readonly id: string; readonly day: LocalDate; readonly answers: unknown };
  readonly programmeStartedOn?: LocalDate;
  readonly runs: readonly Run[];
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly unfinishedRun?: Run;
  readonly openedExercises: ReadonlySet<string>;
  readonly unreadable: readonly { readonly id: string; readonly problem: string }[];
};
export type Run = { readonly run: string; readonly day: LocalDate; readonly session: string; readonly outcome?: string; readonly sets: readonly SetLogged[]; readonly started: SessionStarted };

/** Interim fold until the core has its own. */
export function foldDiary(records: readonly unknown[]): FoldedDiary {
  let latestCheck: FoldedDiary['latestCheck'];
  let programmeStartedOn: LocalDate | undefined;
  const runs = new Map<string, Run>();
  const preferences: Record<string, unknown> = {};
  const unreadable: { id: string; problem: string }[] = [];
  for (const record of records) {
    if (!isRecord(record) || !isRecord(record['data']) || typeof record['id'] !== 'string' || typeof record['day'] !== 'string') {
      unreadable.push({ id: '?', problem: 'damaged' });
      continue;
    }
    const day = parseLocalDate(record['day']);
    if (!day.ok) continue;
    const data = record['data'];
    const run = String(data['run']);
    const known = runs.get(run);
    switch (record['kind']) {
      case 'check-completed':
        latestCheck = { id: record['id'], day: day.value, answers: data['answers'] };
        break;
      case 'programme-started':
        programmeStartedOn = day.value;
        break;
      case 'preference-changed':
        preferences[String(data['key'])] = data['value'];
        break;
      case 'session-started':
        runs.set(run, { run, day: day.value, session: String(data['session']), sets: [], started: data as SessionStarted });
        break;
      case 'set-logged':
        if (known !== undefined) runs.set(run, { ...known, sets: [...known.sets, data as SetLogged] });
        break;
      case 'session-finished':
        if (known !== undefined) runs.set(run, { ...known, outcome: String(data['outcome']) });
        break;
    }
  }
  const all = [...runs.values()];
  const unfinishedRun = all.findLast(({ outcome }) => outcome === undefined);
  return {
    ...(latestCheck && { latestCheck }),
    ...(programmeStartedOn && { programmeStartedOn }),
    runs: all,
    preferences,
    ...(unfinishedRun && { unfinishedRun }),
    openedExercises: new Set(),
    unreadable,
  };
}
