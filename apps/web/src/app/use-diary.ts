import { useEffect, useState } from 'preact/hooks';
import type { Diary } from '../diary/diary.ts';
import { useServices } from './services.ts';

/** The diary, once it is open; draws again whenever something was added, here or in another tab. */
export function useDiary(): Diary | undefined {
  const { openDiary } = useServices();
  const [diary, setDiary] = useState<Diary>();
  const [, redraw] = useState(0);
  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    void openDiary().then((opened) => {
      if (isGone) return;
      stop = opened.subscribe(() => redraw((count) => count + 1));
      setDiary(() => opened);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [openDiary]);
  return diary;
}
