import { useEffect, useState } from 'preact/hooks';
import { createPageTicker } from '../../adapters/ticker.ts';
import { useServices } from '../../app/services.ts';

/** The page's steady clock, asked a few times a second while `isOn`. What it says is right however late the tick is. */
export function useTick(isOn: boolean): number {
  const { clock } = useServices();
  const [now, setNow] = useState(() => clock.monotonicMillis());
  useEffect(() => {
    if (!isOn) return undefined;
    setNow(clock.monotonicMillis());
    return createPageTicker().start(() => setNow(clock.monotonicMillis()));
  }, [isOn, clock]);
  return now;
}
