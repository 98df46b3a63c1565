import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { askToPersist } from '../../adapters/persist.ts';
import { useServices } from '../../app/services.ts';
import type { Diary } from '../../diary/diary.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { nameDevice } from '../../sync/device-names.ts';
import { FaultNote } from './fault-note.tsx';
import { NameField } from './name-field.tsx';
import { useTask } from './use-task.ts';
import { usualName } from './usual-name.ts';
import { countText } from '../../widgets/count-text.ts';

/** What somebody brought to enter a diary with. */
export type Ticket = { readonly kind: 'link'; readonly text: string; readonly relay: string } | { readonly kind: 'words'; readonly words: string; readonly relay: string };

type ConfirmEntryProps = {
  readonly sync: Sync;
  readonly diary: Diary;
  readonly ticket: Ticket;
  readonly onCancel: () => void;
  readonly onEntered: () => void;
};

/** [SY-06] A link from somebody else would join this diary with theirs: nothing is entered without a word. */
export function ConfirmEntry({ sync, diary, ticket, onCancel, onEntered }: ConfirmEntryProps): JSX.Element {
  const { settings } = useServices();
  const task = useTask();
  const [name, setName] = useState(usualName);
  const count = diary.records().length;
  const enter = async (): Promise<void> => {
    const { tasks } = sync;
    const entered = await task.run(() => (ticket.kind === 'link' ? tasks.enterLink(ticket) : tasks.enterWords(ticket)), ticket.relay);
    if (entered === undefined) return;
    const role = await tasks.role();
    onEntered();
    if (role.kind !== 'alone') await nameDevice(diary, role.deviceId, name);
    settings.change({ started: true });
    await sync.refresh();
    // Keys that the browser clears away could only be had again with the words.
    await askToPersist();
  };
  return (
    <section class="card stack">
      <h2>{count === 0 ? text.link.emptyTitle : text.link.confirmTitle}</h2>
      {ticket.kind === 'link' && <p class="note note-stop">{text.link.confirm}</p>}
      <p>{count === 0 ? text.link.empty : countText(text.link.merge, count)}</p>
      {count > 0 && <p class="small soft">{text.link.cannotUndo}</p>}
      <NameField name={name} onChange={setName} />
      <FaultNote task={task} />
      <button type="button" class="button" disabled={task.isWorking} onClick={() => void enter()}>
        {task.isWorking ? text.link.working : count === 0 ? text.link.fetch : text.link.join}
      </button>
      <button type="button" class="button button-quiet" disabled={task.isWorking} onClick={onCancel}>
        {text.link.cancel}
      </button>
    </section>
  );
}
