import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ok } from '@psoas/kernel';
import text from '@psoas/knowledge/text/published-calendar';
import type { CalendarPublisher } from '../../sync/create-published-calendar.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { FaultNote } from '../other-device/fault-note.tsx';
import { useTask } from '../other-device/use-task.ts';

const words = text.change;

type EndCalendarProps = {
  readonly publisher: CalendarPublisher;
  readonly relay: string;
  /** With what the relay signed; undefined where it had nothing to delete. */
  readonly onEnded: (erased: ErasedFeed | undefined) => void;
};

/** [IC-13] Another address instead of this one, or none. */
export function EndCalendar({ publisher, relay, onEnded }: EndCalendarProps): JSX.Element {
  const [asking, setAsking] = useState<'new' | 'end'>();
  const [said, setSaid] = useState('');
  return (
    <section class="card stack">
      <h2>{words.title}</h2>
      <div class="stack-tight">
        <button type="button" class="button button-quiet" onClick={() => setAsking('new')}>
          {words.new}
        </button>
        <p class="small soft">{words.newNote}</p>
        <p role="status" class="small">
          {said}
        </p>
      </div>
      <div class="stack-tight">
        <button type="button" class="button button-quiet danger" onClick={() => setAsking('end')}>
          {words.end}
        </button>
        <p class="small soft">{words.endNote}</p>
      </div>
      {asking === 'new' && <ReplaceDialog publisher={publisher} relay={relay} onDone={() => setSaid(words.newDone)} onClose={() => setAsking(undefined)} />}
      {asking === 'end' && <EndDialog publisher={publisher} relay={relay} onEnded={onEnded} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

type AskProps = Omit<EndCalendarProps, 'onEnded'> & { readonly onClose: () => void };

function ReplaceDialog({ publisher, relay, onDone, onClose }: AskProps & { readonly onDone: () => void }): JSX.Element {
  const task = useTask();
  const replace = async (): Promise<void> => {
    if ((await task.run(() => publisher.replace(), relay)) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <Dialog title={words.newConfirmTitle} onClose={onClose}>
      <p>{words.newConfirm}</p>
      <FaultNote task={task} />
      <button type="button" class="button" disabled={task.isWorking} onClick={() => void replace()}>
        {task.isWorking ? words.working : words.newDo}
      </button>
      <CancelButton />
    </Dialog>
  );
}

function EndDialog({ publisher, relay, onEnded, onClose }: AskProps & EndCalendarProps): JSX.Element {
  const task = useTask();
  const end = async (): Promise<void> => {
    const done = await task.run(async () => {
      const ended = await publisher.end();
      return ended.ok ? ok({ erased: ended.value }) : ended;
    }, relay);
    if (done !== undefined) onEnded(done.erased);
  };
  return (
    <Dialog title={words.endConfirmTitle} onClose={onClose}>
      <p>{words.endConfirm}</p>
      <FaultNote task={task} />
      <button type="button" class="button button-stop" disabled={task.isWorking} onClick={() => void end()}>
        {task.isWorking ? words.working : words.endDo}
      </button>
      <CancelButton />
    </Dialog>
  );
}

function CancelButton(): JSX.Element {
  return (
    <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
      {words.cancel}
    </button>
  );
}
