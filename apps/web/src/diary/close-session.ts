import type { Run, SetLogged } from '@psoas/core/diary';
import { isRecord } from '@psoas/kernel';
import { parsePlayerState, stepPlayer } from '@psoas/core/session';
import { sessionResult, type SessionResult } from '../screens/player/session-result.ts';
import type { Diary } from './diary.ts';

/** The name under which the place inside a session is kept. */
export const savedSessionName = 'session-under-way';

/** The kept place of this walk; undefined when it is of another one. */
export function savedStateOf(kept: unknown, run: string): unknown {
  return isRecord(kept) && kept['run'] === run ? kept['state'] : undefined;
}

/**
 * [E-16] Ends a walk with which nobody goes on. What was worked in the exercise that was under way is not in the
 * diary yet: it is written down first, under the day on which the walk began, and so is a sign that was reported.
 */
export async function closeSession(diary: Pick<Diary, 'append' | 'readKept' | 'removeKept'>, run: Run, painNow: number): Promise<void> {
  const { sets, raises, ending } = resultOf(savedStateOf(await diary.readKept(savedSessionName), run.run), run.run);
  if (raises.length > 0) await diary.append('safety-answered', { newSigns: raises, painNow }, run.startedDay);
  for (const set of sets.filter((each) => !isLogged(run, each))) await diary.append('set-logged', set, run.startedDay);
  await diary.append('session-finished', { run: run.run, ...ending }, run.startedDay);
  await diary.removeKept(savedSessionName);
}

// As if it had been ended at the last moment that is known.
function resultOf(savedState: unknown, run: string): Pick<SessionResult, 'sets' | 'raises' | 'ending'> {
  const saved = parsePlayerState(savedState);
  if (!saved.ok || saved.value.last === null) return { sets: [], raises: [], ending: { outcome: 'ended-early' } };
  return sessionResult(stepPlayer(saved.value, { kind: 'end', at: saved.value.last }).state, run);
}

function isLogged(run: Run, { item, set, side }: SetLogged): boolean {
  return run.sets.some((logged) => logged.item === item && logged.set === set && logged.side === side);
}
