import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import type { Sync } from '../../sync/create-sync.ts';
import type { TakingPart } from './device-list.tsx';
import { LeaveDialog, type Leaving } from './leave-dialog.tsx';

/** [SY-09] The way out: with the relay emptied, or for this device only. */
export function LeaveCard({ sync, role }: { readonly sync: Sync; readonly role: TakingPart }): JSX.Element {
  const [leaving, setLeaving] = useState<Leaving>();
  return (
    <section class="card stack">
      <h2>{text.leave.title}</h2>
      <p class="soft">{text.leave.lead}</p>
      {role.kind === 'root' ? (
        <div class="stack-tight">
          <button type="button" class="button button-quiet danger" onClick={() => setLeaving('erase')}>
            {text.leave.erase}
          </button>
          <p class="small soft">{text.leave.eraseNote}</p>
        </div>
      ) : (
        <p class="small soft">{text.leave.linkedNote}</p>
      )}
      <div class="stack-tight">
        <button type="button" class="button button-quiet" onClick={() => setLeaving('here')}>
          {text.leave.here}
        </button>
        <p class="small soft">{text.leave.hereNote}</p>
      </div>
      {leaving !== undefined && <LeaveDialog sync={sync} role={role} leaving={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}
