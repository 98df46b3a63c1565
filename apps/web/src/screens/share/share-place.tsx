import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/share';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { useShares } from '../../sync/use-shares.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { NewShare } from './new-share.tsx';
import { ShareList } from './share-list.tsx';
import { ShareView } from './share-view.tsx';
import './share.css';

/** Sharing with a physiotherapist or coach: the list, a new one, or one of them. */
export default function SharePlace({ params }: ScreenProps): JSX.Element {
  const shares = useShares();
  const standing = useStanding();
  const { path } = useLocation();
  const part = params['id'];
  if (shares === undefined || standing === undefined) return <Waiting />;
  if (shares === 'impossible' || shares.sync.state().role.kind === 'linked') return <CannotShare isImpossible={shares === 'impossible'} />;
  if (path === '/share/new') return <NewShare shares={shares} />;
  if (part === undefined) return <ShareList shares={shares} standing={standing} />;
  return <ShareView key={part} shares={shares} standing={standing} share={part} />;
}

function CannotShare({ isImpossible }: { readonly isImpossible: boolean }): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/settings">{text.back}</a>} title={text.title} lead={text.lead} />
      <div class="note stack-tight">
        <p>{isImpossible ? text.impossible : text.linked}</p>
        {isImpossible ? <a href="/report">{text.report}</a> : <a href="/settings/devices">{text.linkedLink}</a>}
      </div>
    </div>
  );
}
