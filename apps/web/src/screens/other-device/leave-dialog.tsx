import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import calendarText from '@psoas/knowledge/text/published-calendar';
import text from '@psoas/knowledge/text/sync';
import type { Sync } from '../../sync/create-sync.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { CalendarStays } from './calendar-stays.tsx';
import type { TakingPart } from './device-list.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { useTask } from './use-task.ts';

/** `erase`: the relay is emptied for all devices. `here`: only this device stops. */
export type Leaving = 'erase' | 'here';

type LeaveDialogProps = { readonly sync: Sync; readonly role: TakingPart; readonly leaving: Leaving; readonly onClose: () => void };

/** Asks once more, erases, shows the receipt. */
export function LeaveDialog({ sync, role, leaving, onClose }: LeaveDialogProps): JSX.Element {
  const [erased, setErased] = useState<readonly ErasedFeed[]>();
  // The screen below changes as soon as this device has forgotten; until then the receipt stands here.
  const end = (): void => void sync.forget().then(onClose);
  if (erased !== undefined)
    return (
      <Dialog title={text.leave.done} onClose={end}>
        <ReceiptLines erased={erased} relay={role.relay} />
        <CloseButton label={text.leave.end} isMain />
      </Dialog>
    );
  if (leaving === 'erase') return <EraseAtRelay sync={sync} relay={role.relay} onErased={setErased} onClose={onClose} />;
  const { waitingCount } = sync.state();
  return (
    <Dialog title={text.leave.confirmHereTitle} onClose={onClose}>
      <p>{fillTemplate(text.leave.confirmHere, { relay: role.relay })}</p>
      <CalendarStays />
      {waitingCount > 0 && <p class="note">{fillTemplate(text.leave.unsent, { count: waitingCount })}</p>}
      {role.kind === 'root' && <p class="note note-stop">{text.leave.last}</p>}
      <button type="button" class="button button-stop" onClick={end}>
        {text.leave.doHere}
      </button>
      <CloseButton label={text.leave.cancel} />
    </Dialog>
  );
}

type EraseAtRelayProps = { readonly sync: Sync; readonly relay: string; readonly onErased: (erased: readonly ErasedFeed[]) => void; readonly onClose: () => void };

function EraseAtRelay({ sync, relay, onErased, onClose }: EraseAtRelayProps): JSX.Element {
  const task = useTask();
  const erase = async (): Promise<void> => {
    const erased = await task.run(() => sync.tasks.eraseAtRelay(), relay);
    if (erased !== undefined) onErased(erased);
  };
  return (
    <Dialog title={text.leave.confirmTitle} onClose={onClose}>
      <p>{fillTemplate(text.leave.confirm, { relay })}</p>
      <p>{calendarText.leave.ends}</p>
      <div role="alert">{task.fault !== undefined && <p class="note note-stop">{fillTemplate(text.leave.failed, { relay, why: task.fault })}</p>}</div>
      <button type="button" class="button button-stop" disabled={task.isWorking} onClick={() => void erase()}>
        {task.isWorking ? text.leave.working : text.leave.do}
      </button>
      <CloseButton label={text.leave.cancel} />
    </Dialog>
  );
}

function CloseButton({ label, isMain = false }: { readonly label: string; readonly isMain?: boolean }): JSX.Element {
  return (
    <button type="button" class={isMain ? 'button' : 'button button-quiet'} onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
      {label}
    </button>
  );
}
