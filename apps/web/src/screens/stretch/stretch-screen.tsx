import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { afterActivity, type ActivityOffer } from '@psoas/core/breaks';
import { breakOccasions, type BreakOccasion } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { isUrgent } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/breaks';
import { holdSessionLock, type SessionLock } from '../../adapters/session-lock.ts';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { programmeInput, useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { UrgentAnswer } from '../../widgets/urgent-answer.tsx';
import { deskOffer } from '../breaks/desk-offer.ts';
import { useBreaks } from '../breaks/use-breaks.ts';
import { BeforeSession } from '../session/before-session.tsx';
import { RunStretch } from './run-stretch.tsx';

/** One stretch outside the sessions: in a break, or after an activity. It runs in one tab only. */
export default function StretchScreen({ params }: ScreenProps): JSX.Element {
  const standing = useStanding();
  const [lock, setLock] = useState<SessionLock>('asking');
  useEffect(() => holdSessionLock(setLock), []);
  const occasion = breakOccasions.find((one) => one === params['occasion']);
  if (occasion === undefined) return <NothingYet title={text.offered.none} lead="" href="/today" button={text.offered.back} />;
  if (standing === undefined || lock === 'asking') return <Waiting />;
  if (lock === 'elsewhere') return <NothingYet title={text.offered.none} lead={text.elsewhere} href="/today" button={text.offered.back} />;
  return <Stretch standing={standing} occasion={occasion} />;
}

function Stretch({ standing, occasion }: { readonly standing: Standing; readonly occasion: BreakOccasion }): JSX.Element {
  const { go } = useLocation();
  const reminder = useBreaks();
  const { settings } = useServices();
  const [item, setItem] = useState<PlanItem>();
  const [isReady, setReady] = useState(false);
  const offer = offerOf(standing, { occasion, order: settings.get().order, workingDays: reminder?.settings().workingDays.length ?? 5 });
  const { triage, state, day } = standing;
  const isAsked = isReady || state.latestShortSafety?.day === day;
  useEffect(() => {
    if (item === undefined && isAsked && offer.kind === 'stretch') {
      setItem(offer.item);
      reminder?.send({ kind: 'take' });
    }
  }, [item, isAsked, offer.kind]);
  if (item !== undefined) return <RunStretch item={item} occasion={occasion} standing={standing} reminder={reminder} />;
  if (triage !== undefined && isUrgent(triage.level)) return <UrgentAnswer triage={triage} onNewCheck={() => go('/check?new')} />;
  if (offer.kind === 'session') return <NothingYet title={text.offered.session} lead={text.offered.sessionLead} href={`/session/${offer.session.id}`} button={text.offered.sessionButton} />;
  if (offer.kind === 'none') return <NoStretch because={offer.because} />;
  if (!isAsked) return <BeforeSession standing={standing} onReady={() => setReady(true)} />;
  return <Waiting />;
}

type Wanted = { readonly occasion: BreakOccasion; readonly order: 'alternate' | 'one-side-first'; readonly workingDays: number };

function offerOf(standing: Standing, { occasion, order, workingDays }: Wanted): ActivityOffer {
  const { state, assessment, day } = standing;
  if (occasion === 'desk') {
    const offer = deskOffer(standing, workingDays);
    return offer.kind === 'move' ? { kind: 'none', because: offer.because } : offer;
  }
  const input = assessment === undefined ? undefined : programmeInput(state, assessment, order);
  return afterActivity(occasion, { state, assessment, today: day }, input);
}

function NoStretch({ because }: { readonly because: readonly string[] }): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.offered.none} lead={text.move} />
      {because.map((id) => (
        <div key={id} class="note">
          <ReasonLine id={id} />
        </div>
      ))}
      <div class="action-bar">
        <a class="button button-quiet" href="/today">
          {text.offered.back}
        </a>
      </div>
    </div>
  );
}
