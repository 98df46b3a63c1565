import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from '../../adapters/idle.ts';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import { readSyncNote } from '../../sync/sync-note.ts';

const GuestNotes = lazyScreen(() => import('../share/guest-notes.tsx'));

/** The place of what a physiotherapist or coach wrote. Only who shares loads anything, and only once the day stands. */
export function GuestNotesPlace(): JSX.Element | null {
  const { openStorage, openDiary } = useServices();
  const [mayShare, setMayShare] = useState(false);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      if ((await readSyncNote(await openStorage())) === undefined) return;
      await whenIdle();
      const { shares } = (await openDiary()).folded();
      if (!isGone) setMayShare(shares.some(({ ended }) => ended === undefined));
    };
    void look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [openStorage, openDiary]);
  return mayShare ? <GuestNotes params={{}} /> : null;
}
