import { addDays, weekdayOf, type LocalDate } from '@psoas/kernel';
import { createCheckpoint, readCheckpoint, standingOn, type CheckpointSource, type DayStanding, type DiaryContext } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import type { DiaryStorage } from '../adapters/storage.ts';
import type { Diary } from './diary.ts';

type Order = NonNullable<DiaryContext['order']>;

/** A day, and the order of sides in which its minutes are counted. */
export type AskedDay = { readonly day: LocalDate; readonly order: Order };

/** Today and the days after it for which Today is worked out ahead. */
const daysAhead = 4;

// A build names its files by all that is in them and in what they use, so the name of this one names the rules. While
// the app is worked on they keep their names: then nothing is kept.
const rules = import.meta.env.PROD ? import.meta.url : undefined;

/** [E-13] The standing of a day as it was worked out before; undefined when anything has changed since. */
export async function readAhead(storage: DiaryStorage, { day, order }: AskedDay): Promise<{ readonly standing: DayStanding; readonly revision: string } | undefined> {
  if (rules === undefined) return undefined;
  const [kept, revision] = await Promise.all([storage.readKept(slotOf(day)), storage.revision()]);
  const standing = readCheckpoint(kept, { rules, revision, order }, day);
  return standing === undefined ? undefined : { standing, revision };
}

/** Works out today and the next days, one in each idle moment, and keeps them for the next start. Stops when the diary grows. */
export async function lookAhead(diary: Diary, storage: DiaryStorage, { day, order }: AskedDay, idle: () => Promise<void>): Promise<void> {
  if (rules === undefined) return;
  const revision = await storage.revision();
  const state = diary.folded();
  // Another tab has added, or something is not stored yet: what is worked out now would be of another diary.
  if (Number.parseInt(revision, 10) !== diary.records().length) return;
  const source: CheckpointSource = { rules, revision, order };
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    await idle();
    if (diary.folded() !== state) return;
    const asked = addDays(day, ahead);
    if (readCheckpoint(await storage.readKept(slotOf(asked)), source, asked) !== undefined) continue;
    const standing = standingOn(state, { catalogue, today: asked, order });
    await storage.writeKept(slotOf(asked), createCheckpoint(standing, source));
  }
}

// One name for each day of the week: a new day takes the place of one that has passed.
function slotOf(day: LocalDate): string {
  return `today-${weekdayOf(day)}`;
}
