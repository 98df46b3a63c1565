import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { BreakReminder } from '../../breaks/break-reminder.ts';

/** The reminder of breaks, once its code is there; draws again whenever it changes. */
export function useBreaks(): BreakReminder | undefined {
  const { openBreaks } = useServices();
  const [reminder, setReminder] = useState<BreakReminder>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    void openBreaks().then((opened) => {
      if (isGone) return;
      stop = opened.subscribe(() => redraw((count) => count + 1));
      setReminder(() => opened);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [openBreaks]);
  return reminder;
}
