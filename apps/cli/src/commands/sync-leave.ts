import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { complain, isOn, printJson, printLines, type Command, type ExitCode } from '../io.ts';
import { readDiary, record, sayWritten } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { eraseAll } from '../sync/erase-all.ts';
import { rootOf } from '../sync/owner-desk.ts';
import { atDesk, sayFailure, type SyncDesk } from '../sync/sync-desk.ts';

type Choice = 'keep' | 'erase';

/** Deletes the diary from the relay, where this device may, and ends sync here. */
export const syncLeave: Command = (input, io) =>
  atDesk(input, io, async (desk) => {
    const choice = await chosen(desk);
    if (typeof choice === 'number') return choice;
    return leave(desk, choice);
  });

async function chosen(desk: SyncDesk): Promise<Choice | ExitCode> {
  const { input, io } = desk;
  const isLinked = rootOf(desk) === undefined;
  const keep = isOn(input, 'keepLocal');
  const erase = isOn(input, 'eraseLocal');
  if (keep && erase) {
    complain(io, text.leave.chooseOne);
    return 2;
  }
  if (keep || erase) return keep ? 'keep' : 'erase';
  if (!io.screen.isInteractive) {
    complain(io, isLinked ? text.leave.chooseLinked : text.leave.choose);
    return 2;
  }
  const prompter = await io.loadPrompter();
  const answer = await prompter.one(isLinked ? text.leave.askLinked : text.leave.ask, [
    { value: 'keep', label: text.leave.keep },
    { value: 'erase', label: text.leave.erase },
    { value: 'stay', label: text.leave.stay },
  ]);
  if (answer !== 'stay') return answer;
  printLines(io, [text.leave.stayed]);
  return 0;
}

async function leave(desk: SyncDesk, choice: Choice): Promise<ExitCode> {
  const { io, input, folder, diary } = desk;
  const relayLines: string[] = [];
  const root = rootOf(desk);
  let receipts: readonly string[] = [];
  if (isOn(input, 'withoutRelay')) relayLines.push(text.leave.withoutRelay);
  else if (root === undefined) relayLines.push(fillTemplate(text.leave.linked, { id: desk.own.identity.deviceId }));
  else {
    const erased = await eraseAll(desk, root);
    if (!erased.ok) {
      complain(io, text.leave.cannot);
      return erased.error;
    }
    const { deleted, paper } = erased.value;
    if (paper === undefined) relayLines.push(deleted.entries === 0 ? text.leave.nothingThere : text.leave.unsigned);
    else {
      const kept = await folder.keepPaper('receipt', paper);
      if (!kept.ok) return sayFailure(desk, kept.error);
      receipts = [kept.value];
      relayLines.push(fillTemplate(text.leave.erased, { ...deleted, path: kept.value }));
    }
    if (choice === 'keep' && !(await endShares(desk))) return 1;
  }
  if (choice === 'erase') {
    const removed = sayWritten(diary, io, await diary.removeMany(() => true));
    if (!removed.ok) return 1;
    await io.openCheckpoint(diary.path).clear();
    await io.openImportNote(diary.path).clear();
  }
  await desk.files.removeAll();
  const here = fillTemplate(choice === 'keep' ? text.leave.keptHere : text.leave.erasedHere, { path: diary.path });
  if (isOn(input, 'json')) printJson(io, { diary: choice === 'keep' ? 'kept' : 'erased', receipts });
  else printLines(io, [...relayLines, here].flatMap((line) => wrap(line, textWidth(io.screen))));
  return 0;
}

// Their feeds are gone, so the diary must not go on offering them.
async function endShares({ diary, io }: SyncDesk): Promise<boolean> {
  const state = await readDiary(diary, io);
  if (!state.ok) return false;
  const open = state.value.shares.filter(({ ended }) => ended === undefined);
  const news = open.map(({ share }) => ({ kind: 'share-ended', data: { share } }) as const);
  return news.length === 0 || (await record(diary, io, news)).ok;
}
