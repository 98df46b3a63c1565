import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isUrgent } from '@psoas/core/safety';
import type { Run } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import type { TimelineOptions } from '@psoas/core/session';
import text from '@psoas/knowledge/text/today';
import { holdSessionLock, type SessionLock } from '../../adapters/session-lock.ts';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { UrgentAnswer } from '../../widgets/urgent-answer.tsx';
import { BeforeSession } from './before-session.tsx';
import { RunSession } from './run-session.tsx';

/** A session: the short safety form, then the player. It runs in one tab only. */
export default function SessionScreen({ params }: ScreenProps): JSX.Element {
  const standing = useStanding();
  const [lock, setLock] = useState<SessionLock>('asking');
  useEffect(() => holdSessionLock(setLock), []);
  if (standing === undefined || lock === 'asking') return <Waiting />;
  if (lock === 'elsewhere') return <Busy />;
  return <Session standing={standing} id={params['id'] ?? ''} />;
}

/** What the player walks through. */
export type Walk = { readonly run: string; readonly session: string; readonly items: readonly PlanItem[]; readonly options: TimelineOptions };

function Session({ standing, id }: { readonly standing: Standing; readonly id: string }): JSX.Element {
  const { today, triage, diary } = standing;
  const { ids, settings } = useServices();
  const { go } = useLocation();
  const [walk, setWalk] = useState<Walk | undefined>(() => (today.unfinishedRun?.session === id ? walkOf(today.unfinishedRun) : undefined));
  const planned = today.sessions.find((session) => session.id === id);
  if (walk !== undefined) return <RunSession walk={walk} standing={standing} />;
  if (triage !== undefined && isUrgent(triage.level)) return <UrgentAnswer triage={triage} onNewCheck={() => go('/check?new')} />;
  if (planned === undefined) return <NothingYet title={text.gone.title} lead={text.gone.lead} href="/today" button={text.gone.button} />;
  const begin = async (): Promise<void> => {
    const { firstSide, order } = settings.get();
    const next: Walk = { run: ids.nextId(), session: planned.id, items: planned.items, options: { firstSide, order } };
    await diary.append('session-started', next);
    setWalk(next);
  };
  return <BeforeSession standing={standing} onReady={() => void begin()} />;
}

function walkOf({ run, session, items, options }: Run): Walk {
  return { run, session, items, options };
}

function Busy(): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.busy.title} lead={text.busy.lead} />
      <button type="button" class="button" onClick={() => window.location.reload()}>
        {text.busy.button}
      </button>
    </div>
  );
}
