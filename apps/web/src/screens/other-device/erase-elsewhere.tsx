import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import settingsText from '@psoas/knowledge/text/settings';
import text from '@psoas/knowledge/text/sync';
import { useSync } from '../../sync/use-sync.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { FaultNote } from './fault-note.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { useTask } from './use-task.ts';

/** [SY-09] Whoever erases everything here may want it gone at the relay too: first, because the keys go with the rest. */
export default function EraseElsewhere(): JSX.Element | null {
  const sync = useSync();
  const task = useTask();
  const [erased, setErased] = useState<readonly ErasedFeed[]>();
  if (sync === undefined || sync === 'impossible') return null;
  const { role } = sync.state();
  if (role.kind === 'alone') return null;
  if (erased !== undefined) return <ReceiptLines erased={erased} relay={role.relay} />;
  const erase = async (): Promise<void> => setErased(await task.run(() => sync.tasks.eraseAtRelay(), role.relay));
  return (
    <div class="note stack-tight">
      <p>{settingsText.erase.elsewhere}</p>
      {role.kind === 'linked' ? (
        <p class="small">{text.leave.linkedNote}</p>
      ) : (
        <button type="button" class="text-button" disabled={task.isWorking} onClick={() => void erase()}>
          {task.isWorking ? text.leave.working : settingsText.erase.elsewhereDo}
        </button>
      )}
      <FaultNote task={task} />
    </div>
  );
}
