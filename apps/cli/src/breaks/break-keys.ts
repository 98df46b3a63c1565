import { fillTemplate } from '@psoas/kernel';
import { breakOnFeet, snoozeMinutes } from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/cli';
import type { DiaryFile } from '../adapters/diary-file.ts';
import type { Io } from '../io.ts';
import { record } from '../open-diary.ts';
import type { SessionTerminal } from '../session/session-terminal.ts';
import type { BreakDesk } from './break-desk.ts';
import { offerText } from './break-lines.ts';
import { guideBreak } from './guide-break.ts';

type Hands = { readonly io: Io; readonly diary: DiaryFile; readonly terminal: SessionTerminal };

/** What the keys do; a key that means nothing does nothing. */
export function createBreakKeys(desk: BreakDesk, hands: Hands): (key: string) => Promise<void> {
  let snoozes = 0;
  const isReminded = (): boolean => desk.state().status === 'due' || desk.state().status === 'snoozed';
  const snooze = async (): Promise<void> => {
    // Pressed again it is put off by more.
    snoozes = desk.state().status === 'snoozed' ? snoozes + 1 : 0;
    const minutes = snoozeMinutes[snoozes % snoozeMinutes.length] ?? snoozeMinutes[0];
    desk.print(fillTemplate(text.breaks.snoozed, { minutes }));
    await desk.send({ kind: 'snooze', minutes });
  };
  return async (key) => {
    if (key === 'g') await guide(desk, hands);
    if (key === 'd') await finish(desk, hands);
    if (key === 'm') await desk.send({ kind: desk.state().status === 'meeting' ? 'resume' : 'meeting' });
    if (key === 's' && isReminded()) await snooze();
    if (key === 'n' && isReminded()) {
      desk.print(text.breaks.skipped);
      await desk.send({ kind: 'skip' });
    }
  };
}

async function finish(desk: BreakDesk, { io, diary }: Hands): Promise<void> {
  const written = await record(diary, io, [{ kind: 'break-taken', data: breakOnFeet('desk') }]);
  if (written.ok) desk.print(text.breaks.done);
  await desk.send({ kind: 'done' });
}

async function guide(desk: BreakDesk, hands: Hands): Promise<void> {
  const state = await desk.look();
  const offer = desk.offerFrom(state);
  if (offer.kind !== 'stretch') {
    desk.print(offerText(offer));
    return;
  }
  await desk.send({ kind: 'take' });
  const outcome = await guideBreak(offer.item, { ...hands, state });
  for (const line of outcome.lines) desk.print(line);
  await desk.send({ kind: outcome.isTaken ? 'done' : 'skip' });
}
