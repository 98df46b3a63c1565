import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import type { Shares } from './create-shares.ts';
import { openShares } from './open-shares.ts';

/** Sharing; undefined until it is open, `impossible` where this browser cannot do it. */
export function useShares(): Shares | 'impossible' | undefined {
  const { clock, settings, openDiary } = useServices();
  const [shares, setShares] = useState<Shares | 'impossible'>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    openShares({ clock, settings, openDiary }).then(
      (opened) => {
        if (isGone) return;
        stop = opened.subscribe(() => redraw((count) => count + 1));
        setShares(opened);
      },
      () => setShares('impossible'),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [clock, settings, openDiary]);
  return shares;
}
