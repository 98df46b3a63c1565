import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { dayText } from '../../sync/day-text.ts';
import { stateLine } from '../../sync/sync-words.ts';

/** While it is looked at, "2 minutes ago" has to become three. */
const redrawMillis = 20_000;

/** [SY-10] How things stand, in one quiet line. */
export function SyncLine({ sync }: { readonly sync: Sync }): JSX.Element {
  const { clock } = useServices();
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => redraw((count) => count + 1), redrawMillis);
    return () => window.clearInterval(timer);
  }, []);
  const words = {
    nowMillis: clock.nowMillis(),
    appOrigin: window.location.origin,
    dayOf: dayText,
  };
  return <span role="status">{stateLine(sync.state(), words)}</span>;
}
