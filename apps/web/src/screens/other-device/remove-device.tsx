import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { Sync } from '../../sync/create-sync.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { FaultNote } from './fault-note.tsx';
import { useTask } from './use-task.ts';

type RemoveDeviceProps = {
  readonly sync: Sync;
  readonly relay: string;
  readonly device: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

/** [SY-08] Asks before a device is shut out, and says what that does and does not. */
export function RemoveDevice({ sync, relay, device, onClose, onRemoved }: RemoveDeviceProps): JSX.Element {
  const task = useTask();
  const remove = async (): Promise<void> => {
    if ((await task.run(() => sync.tasks.removeDevice(device.id), relay)) === undefined) return;
    onRemoved();
    onClose();
  };
  return (
    <Dialog title={fillTemplate(text.devices.removeTitle, { name: device.name })} onClose={onClose}>
      <ul class="bullets">
        {text.devices.removeText.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <FaultNote task={task} />
      <button type="button" class="button button-stop" disabled={task.isWorking} onClick={() => void remove()}>
        {task.isWorking ? text.devices.removing : text.devices.removeDo}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.devices.cancel}
      </button>
    </Dialog>
  );
}
