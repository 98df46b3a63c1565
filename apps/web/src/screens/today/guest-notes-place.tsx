import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DiaryState } from '@psoas/core/diary';
import { whenIdle } from '../../adapters/idle.ts';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import { readSyncNote } from '../../sync/sync-note.ts';

const GuestNotes = lazyScreen(() => import('../share/guest-notes.tsx'));
const ImportedNotes = lazyScreen(() => import('../share/imported-notes.tsx'));

/**
 * The place of what a physiotherapist or coach wrote, and of what a plan from a file proposes. Only who shares, or has
 * brought a plan in, loads anything, and what is shared only once the day stands.
 */
export function GuestNotesPlace({ state }: { readonly state: Pick<DiaryState, 'importedProposals' | 'proposalAnswers'> }): JSX.Element {
  const { openStorage, openDiary } = useServices();
  const [mayShare, setMayShare] = useState(false);
  // What is answered here stays as long as the screen does, so that it can be taken back.
  const [hadImported, setHadImported] = useState(false);
  const hasImported = hadImported || state.importedProposals.some(({ id }) => !state.proposalAnswers.some(({ proposal }) => proposal.id === id));
  useEffect(() => setHadImported(hasImported), [hasImported]);
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
  return (
    <>
      {hasImported && <ImportedNotes params={{}} />}
      {mayShare && <GuestNotes params={{}} />}
    </>
  );
}
