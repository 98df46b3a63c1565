import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/share';
import type { Task } from '../other-device/use-task.ts';

/** What went wrong; where there is no relay at all, the way on paper. */
export function ShareFault({ task }: { readonly task: Task }): JSX.Element {
  return (
    <div role="alert">
      {task.fault !== undefined && (
        <div class="note note-stop stack-tight">
          <p>{task.faultType === 'no-relay' ? text.noRelay : task.fault}</p>
          {task.faultType === 'no-relay' && <a href="/report">{text.report}</a>}
        </div>
      )}
    </div>
  );
}
