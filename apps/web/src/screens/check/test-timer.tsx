import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { clockText, fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/check';
import { useServices } from '../../app/services.ts';

/** A timer that the person may start for one side of a test. It follows the clock, so a hidden tab loses no time. */
export function TestTimer({ seconds }: { readonly seconds: number }): JSX.Element {
  const { clock } = useServices();
  const [endMillis, setEndMillis] = useState<number>();
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (endMillis === undefined) return undefined;
    const timer = setInterval(() => setNow(clock.nowMillis()), 200);
    return () => clearInterval(timer);
  }, [endMillis, clock]);
  const left = endMillis === undefined ? seconds : Math.max(0, (endMillis - now) / 1000);
  const start = (): void => {
    const begun = clock.nowMillis();
    setNow(begun);
    setEndMillis(begun + seconds * 1000);
  };
  return (
    <div class="test-timer">
      {endMillis === undefined ? (
        <button type="button" class="button button-quiet" onClick={start}>
          {fillTemplate(text.tests.timer, { seconds })}
        </button>
      ) : (
        <>
          <span class="timer-figures" role="timer" aria-label={text.tests.timerLeft}>
            {clockText(left)}
          </span>
          <button type="button" class="button button-plain button-small" onClick={start}>
            {text.tests.timerAgain}
          </button>
        </>
      )}
      <p class="soft" role="status">
        {endMillis !== undefined && left === 0 ? text.tests.timerDone : ''}
      </p>
    </div>
  );
}
