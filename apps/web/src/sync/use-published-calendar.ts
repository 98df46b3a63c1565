import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import type { CalendarPublisher } from './create-published-calendar.ts';
import { openCalendarPublisher } from './open-published-calendar.ts';

/** The published calendar; undefined until it is open, `impossible` where this browser cannot do it. */
export function useCalendarPublisher(): CalendarPublisher | 'impossible' | undefined {
  const { clock, settings, localStorage, openDiary } = useServices();
  const [publisher, setPublisher] = useState<CalendarPublisher | 'impossible'>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    openCalendarPublisher({ clock, settings, localStorage, openDiary }).then(
      (opened) => {
        if (isGone) return;
        stop = opened.subscribe(() => redraw((count) => count + 1));
        setPublisher(opened);
      },
      () => setPublisher('impossible'),
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [clock, settings, localStorage, openDiary]);
  return publisher;
}
