import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import type { Sync } from './create-sync.ts';
import { openSync } from './open-sync.ts';

/** The diary on several devices; undefined until it is open, `impossible` where this browser cannot do it. */
export function useSync(): Sync | 'impossible' | undefined {
  const { clock, openDiary } = useServices();
  const [sync, setSync] = useState<Sync | 'impossible'>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    openSync({ clock, openDiary }).then(
      (opened) => {
        if (isGone) return;
        stop = opened.subscribe(() => redraw((count) => count + 1));
        setSync(opened);
      },
      () => setSync('impossible'),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [clock, openDiary]);
  return sync;
}
