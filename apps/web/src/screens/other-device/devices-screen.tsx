import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useDiary } from '../../app/use-diary.ts';
import type { Diary } from '../../diary/diary.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { useSync } from '../../sync/use-sync.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { AddDevice } from './add-device.tsx';
import { BeginCard } from './begin-card.tsx';
import { DeviceList } from './device-list.tsx';
import { LeaveCard } from './leave-card.tsx';
import { SyncLine } from './sync-line.tsx';
import { WordsCard } from './words-card.tsx';
import './other-device.css';

/** The diary on several devices: how it stands, who takes part, the words, the way out. */
export default function DevicesScreen(): JSX.Element {
  const sync = useSync();
  const diary = useDiary();
  if (sync === undefined || diary === undefined) return <Waiting />;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/settings">{text.back}</a>} title={text.title} lead={text.lead} />
      {sync === 'impossible' ? <Impossible /> : <DevicesView sync={sync} diary={diary} />}
    </div>
  );
}

function Impossible(): JSX.Element {
  return (
    <div class="note stack-tight">
      <p>{text.impossible}</p>
      <a href="/settings#data">{text.fileInstead}</a>
    </div>
  );
}

function DevicesView({ sync, diary }: { readonly sync: Sync; readonly diary: Diary }): JSX.Element {
  const { role } = sync.state();
  if (role.kind === 'alone') return <BeginCard sync={sync} diary={diary} />;
  return (
    <>
      <StateCard sync={sync} />
      {role.kind === 'root' && <AddDevice sync={sync} relay={role.relay} />}
      <DeviceList sync={sync} diary={diary} role={role} />
      <WordsCard sync={sync} role={role} />
      <LeaveCard sync={sync} role={role} />
    </>
  );
}

function StateCard({ sync }: { readonly sync: Sync }): JSX.Element {
  const { isRunning, keptCount, refusedCount } = sync.state();
  return (
    <section class="card stack-tight">
      <h2>{text.state.title}</h2>
      <p>
        <SyncLine sync={sync} />
      </p>
      {keptCount > 0 && <p class="small soft">{fillTemplate(text.state.kept, { count: keptCount })}</p>}
      {refusedCount > 0 && <p class="small soft">{fillTemplate(text.state.refused, { count: refusedCount })}</p>}
      <button type="button" class="text-button" disabled={isRunning} onClick={() => void sync.exchangeNow()}>
        {text.state.again}
      </button>
    </section>
  );
}
