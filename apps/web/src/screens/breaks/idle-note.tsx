import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/breaks';
import { canWatchIdle, idleThresholdMillis, watchIdle } from '../../adapters/idle-watch.ts';
import type { BreakReminder } from '../../breaks/break-reminder.ts';

/** Whether the browser tells that nobody is there; where it can, the person may let it. */
export function IdleNote({ reminder }: { readonly reminder: BreakReminder }): JSX.Element {
  const [answer, setAnswer] = useState<'on' | 'refused'>();
  if (!canWatchIdle()) return <p class="small soft">{text.idle.missing}</p>;
  if (answer !== undefined) return <p class="small soft">{text.idle[answer]}</p>;
  const ask = async (): Promise<void> => {
    const stop = await watchIdle((isIdle) => reminder.send(isIdle ? { kind: 'idle', forMillis: idleThresholdMillis } : { kind: 'active' }));
    setAnswer(stop === undefined ? 'refused' : 'on');
  };
  return (
    <div class="stack-tight">
      <p class="small soft">{text.idle.can}</p>
      <p>
        <button type="button" class="text-button" onClick={() => void ask()}>
          {text.idle.button}
        </button>
      </p>
    </div>
  );
}
