import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/published-calendar';
import { askToPersist } from '../../adapters/persist.ts';
import type { CalendarWish } from '../../sync/calendar-tasks.ts';
import type { CalendarPublisher } from '../../sync/create-published-calendar.ts';
import { useSync } from '../../sync/use-sync.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { FaultNote } from '../other-device/fault-note.tsx';
import { useTask } from '../other-device/use-task.ts';
import { WholeText } from './whole-text.tsx';

type ConsentProps = {
  readonly publisher: CalendarPublisher;
  readonly wish: CalendarWish;
  /** What would lie there, word for word. */
  readonly shown: string;
  readonly onClose: () => void;
};

/** [IC-10] Who could read what, before anything goes out. */
export function ConsentDialog({ publisher, wish, shown, onClose }: ConsentProps): JSX.Element {
  const [agrees, setAgrees] = useState(false);
  const task = useTask();
  const relay = useOwnRelay();
  const begin = async (): Promise<void> => {
    if ((await task.run(() => publisher.begin({ relay, wish }), relay)) === undefined) return;
    // A secret that the browser clears away leaves an address that nobody can end.
    await askToPersist();
    onClose();
  };
  return (
    <Dialog title={text.consent.title} onClose={onClose}>
      <p>{fillTemplate(text.consent.who, { relay: new URL(relay).host })}</p>
      <p>{text.consent.reads}</p>
      <p>{text.consent.learns}</p>
      <p class="small soft">{text.consent.whole}</p>
      <WholeText text={shown} label={text.consent.whole} />
      <p>{text.consent.end}</p>
      <label class="choice">
        <input type="checkbox" checked={agrees} onChange={({ currentTarget }) => setAgrees(currentTarget.checked)} />
        <span>{text.consent.agree}</span>
      </label>
      <FaultNote task={task} />
      <button type="button" class="button" disabled={!agrees || task.isWorking} onClick={() => void begin()}>
        {task.isWorking ? text.consent.working : text.consent.do}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.consent.cancel}
      </button>
    </Dialog>
  );
}

// The relay that the diary is kept at, else that of the app itself.
function useOwnRelay(): string {
  const sync = useSync();
  const role = sync === undefined || sync === 'impossible' ? undefined : sync.state().role;
  return role === undefined || role.kind === 'alone' ? window.location.origin : role.relay;
}
