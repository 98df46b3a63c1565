import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import { readSyncNote } from '../../sync/sync-note.ts';

// Only whoever keeps the diary on other devices loads what knows how it stands.
const OpenLine = lazyScreen(() => import('./open-line.tsx'));

/** The state line where nothing else of other devices is shown. */
export default function LiveLine(): JSX.Element {
  const { openStorage } = useServices();
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    void openStorage().then(readSyncNote).then((note) => setOn(note !== undefined), () => undefined);
  }, [openStorage]);
  return isOn ? <OpenLine params={{}} /> : <>{text.group.off}</>;
}
