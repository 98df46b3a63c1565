import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/sync';
import type { Task } from './use-task.ts';

/** What went wrong; where there is no relay at all, the way with a file. */
export function FaultNote({ task }: { readonly task: Task }): JSX.Element {
  return (
    <div role="alert">
      {task.fault !== undefined && (
        <div class="note note-stop stack-tight">
          <p>{task.fault}</p>
          {task.faultType === 'no-relay' && <a href="/settings#data">{text.fileInstead}</a>}
        </div>
      )}
    </div>
  );
}
