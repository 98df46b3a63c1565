import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/sync';
import { useSync } from '../../sync/use-sync.ts';
import { SyncLine } from './sync-line.tsx';

/** How it stands, as soon as it is known. */
export default function OpenLine(): JSX.Element {
  const sync = useSync();
  if (sync === undefined || sync === 'impossible') return <>{text.group.on}</>;
  return <SyncLine sync={sync} />;
}
