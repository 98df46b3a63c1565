import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import type { DiaryState, MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli-share';
import type { RootIdentity } from '@psoas/sync/client';
import { complain, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { printable } from '../print/printable.ts';
import { rootOf } from '../sync/owner-desk.ts';
import { atDesk, type SyncDesk } from '../sync/sync-desk.ts';

/** What every command of sharing works with: a device with the root, and what its diary says. */
export type ShareDesk = SyncDesk & { readonly root: RootIdentity; readonly state: DiaryState };

/** Works on shares while no other psoas syncs. A linked device hears why it cannot. */
export function atShareDesk(input: CommandInput, io: Io, work: (desk: ShareDesk) => Promise<ExitCode>): Promise<ExitCode> {
  return atDesk(input, io, async (desk) => {
    const root = rootOf(desk);
    if (root === undefined) {
      complain(io, text.needsRoot);
      return 2;
    }
    const state = await readDiary(desk.diary, io);
    return state.ok ? work({ ...desk, root, state: state.value }) : 1;
  });
}

/** How much of an id stands on the screen; enough to tell a person's shares or clients apart. */
const shownIdLength = 8;

/** An id as it is shown. */
export function shortId(id: string): string {
  return id.slice(0, shownIdLength);
}

/** Something that a person calls by its name or by the beginning of its id. */
export type Named = { readonly id: string; readonly label: string };

/** The one that is meant; else why none is. `words` are the sentences for that. */
export function findNamed<Item extends Named>(
  found: string,
  items: readonly Item[],
  words: { readonly unknown: string; readonly several: string },
): Result<Item, string> {
  const wanted = found.trim().toLowerCase();
  const exact = items.filter(({ id, label }) => id === wanted || label.toLowerCase() === wanted);
  const near = items.filter(({ id, label }) => wanted !== '' && (id.startsWith(wanted) || label.toLowerCase().startsWith(wanted)));
  const matching = exact.length > 0 ? exact : near;
  const [item] = matching;
  const known = (matching.length > 1 ? matching : items).map(({ id, label }) => `${printable(label)} (${shortId(id)})`).join(', ');
  if (item !== undefined && matching.length === 1) return ok(item);
  const template = matching.length > 1 ? words.several : words.unknown;
  return err(fillTemplate(template, { found: printable(found), known: known === '' ? text.noneYet : known }));
}

/** The share that is meant. */
export function findShare(found: string, { shares }: DiaryState): Result<MadeShare, string> {
  const named = shares.map((made) => ({ id: made.share, label: made.label, made }));
  const one = findNamed(found, named, text);
  return one.ok ? ok(one.value.made) : one;
}

/** Whether a share is read by anybody at a moment. */
export function isOpenShare({ ended, untilMillis }: MadeShare, nowMillis: number): boolean {
  return ended === undefined && (untilMillis === undefined || nowMillis < untilMillis);
}
