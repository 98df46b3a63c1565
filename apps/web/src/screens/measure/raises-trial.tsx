import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { clockText, fillTemplate } from '@psoas/kernel';
import { createRepCount, stepRepCount, viewRepCount, type RepCount, type RepCountEvent } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { useServices } from '../../app/services.ts';
import { useAwake } from './use-awake.ts';
import { useTick } from './use-tick.ts';

/** [ME-06] Lifts counted by tap or key, for a minute by the clock. */
export function RaisesTrial({ onTrial }: { readonly onTrial: (repetitions: number) => void }): JSX.Element {
  const { clock } = useServices();
  const [count, setCount] = useState<RepCount>();
  const now = useTick(count !== undefined);
  useAwake(count !== undefined);
  const view = count === undefined ? undefined : viewRepCount(count, Math.max(now, count.startedMillis));
  if (count === undefined || view === undefined) {
    return (
      <div class="action-bar">
        <button type="button" class="button" onClick={() => setCount(createRepCount(clock.monotonicMillis()))}>
          {text.raises.start}
        </button>
      </div>
    );
  }
  const send = (kind: RepCountEvent['kind']): void => setCount(stepRepCount(count, { kind, atMillis: clock.monotonicMillis() }));
  const shown = fillTemplate(text.raises.count, { count: view.repetitions });
  return (
    <>
      <p class="soft spread" role="timer">
        {view.isOver ? text.raises.over : fillTemplate(text.raises.left, { time: clockText(view.secondsLeft) })}
      </p>
      {view.isOver ? (
        <p class="measured-value" role="status">
          {shown}
        </p>
      ) : (
        <button type="button" class="tap-target" ref={focusOnce} onClick={() => send('tap')}>
          <span class="tap-count">{view.repetitions}</span>
          <span class="tap-word">{text.raises.tap}</span>
          <span class="small soft">{text.raises.tapNote}</span>
        </button>
      )}
      <div class="action-bar">
        {view.isOver && (
          <button type="button" class="button" onClick={() => onTrial(view.repetitions)}>
            {text.take}
          </button>
        )}
        <div class="pair">
          <button type="button" class="button button-quiet" disabled={view.repetitions === 0} onClick={() => send('undo')}>
            {text.raises.undo}
          </button>
          {!view.isOver && (
            <button type="button" class="button button-quiet" onClick={() => send('end')}>
              {text.raises.end}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

// The space key is to count at once, without looking for the button.
function focusOnce(button: HTMLButtonElement | null): void {
  if (button !== null && document.activeElement !== button) button.focus();
}
