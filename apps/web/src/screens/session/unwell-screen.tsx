import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/today';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { BeforeSession } from './before-session.tsx';

/** [D-11] Somebody feels ill: the short safety form, with the question about it open. */
export default function UnwellScreen(): JSX.Element {
  const standing = useStanding();
  const { go } = useLocation();
  if (standing === undefined) return <Waiting />;
  return (
    <BeforeSession
      standing={standing}
      opensFirst="RF42"
      readyLabel={text.before.back}
      onReady={() => go('/today', 'replace')}
    />
  );
}
