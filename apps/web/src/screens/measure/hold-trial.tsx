import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { clockText } from '@psoas/kernel';
import text from '@psoas/knowledge/text/measure';
import { useServices } from '../../app/services.ts';
import { useAwake } from './use-awake.ts';
import { useTick } from './use-tick.ts';

type Hold = { readonly startedMillis: number; readonly endedMillis?: number };

/** [ME-06] The time between two taps, by the clock. */
export function HoldTrial({ onTrial }: { readonly onTrial: (seconds: number) => void }): JSX.Element {
  const { clock } = useServices();
  const [hold, setHold] = useState<Hold>();
  const now = useTick(hold !== undefined && hold.endedMillis === undefined);
  useAwake(hold !== undefined && hold.endedMillis === undefined);
  const seconds = hold === undefined ? 0 : secondsOf(hold, now);
  if (hold?.endedMillis !== undefined) {
    return (
      <>
        <p class="measured-value" role="status">
          {clockText(seconds)}
        </p>
        <div class="action-bar">
          <button type="button" class="button" onClick={() => onTrial(seconds)}>
            {text.take}
          </button>
          <button type="button" class="button button-plain" onClick={() => setHold(undefined)}>
            {text.hold.again}
          </button>
        </div>
      </>
    );
  }
  return (
    <>
      <p class="hold-time" role="timer">
        {clockText(Math.floor(seconds))}
      </p>
      <button
        type="button"
        class="tap-target"
        onClick={() => setHold(hold === undefined ? { startedMillis: clock.monotonicMillis() } : { ...hold, endedMillis: clock.monotonicMillis() })}
      >
        <span class="tap-word">{hold === undefined ? text.hold.start : text.hold.stop}</span>
        {hold !== undefined && <span class="small soft">{text.raises.tapNote}</span>}
      </button>
    </>
  );
}

/** To a tenth, and ten minutes at most: the record takes no more. */
function secondsOf({ startedMillis, endedMillis }: Hold, now: number): number {
  return Math.min(600, Math.round(Math.max(0, (endedMillis ?? now) - startedMillis) / 100) / 10);
}
