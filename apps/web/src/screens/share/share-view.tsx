import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/share';
import { useServices } from '../../app/services.ts';
import type { Standing } from '../../app/use-standing.ts';
import type { Shares } from '../../sync/create-shares.ts';
import { isOpenShare } from '../../sync/share-days.ts';
import { faultText } from '../../sync/sync-words.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { longDate } from '../settings/long-date.ts';
import { AllNotes } from './all-notes.tsx';
import { EndSection } from './end-section.tsx';
import { LinkAgain } from './link-again.tsx';
import { relayOf } from './new-share.tsx';
import { endText } from './share-list.tsx';
import { Visits } from './visits.tsx';

type ShareViewProps = { readonly shares: Shares; readonly standing: Standing; readonly share: string };

/** One share: what they wrote, what they see, who has looked, the link again, the end. */
export function ShareView({ shares, standing, share }: ShareViewProps): JSX.Element {
  const { clock } = useServices();
  const [isLinkShown, setLinkShown] = useState(false);
  const made = standing.state.shares.find((each) => each.share === share);
  if (made === undefined) return <NoSuchShare />;
  const isOpen = isOpenShare(made, clock.nowMillis());
  if (isLinkShown) return <LinkAgain shares={shares} made={made} onDone={() => setLinkShown(false)} />;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/share">{text.listBack}</a>} title={made.label} lead={endText(made, isOpen)} />
      <AllNotes standing={standing} held={shares.state().held.get(share)} />
      <What made={made} shares={shares} />
      <Visits shares={shares} share={share} />
      {isOpen && (
        <section class="card stack">
          <h2>{text.again.title}</h2>
          <p class="soft">{text.again.lead}</p>
          <button type="button" class="button button-quiet" onClick={() => setLinkShown(true)}>
            {text.again.do}
          </button>
        </section>
      )}
      <EndSection shares={shares} made={made} isOpen={isOpen} />
    </div>
  );
}

function What({ made, shares }: { readonly made: MadeShare; readonly shares: Shares }): JSX.Element {
  const { parts, day, callMe, share } = made;
  const exchange = shares.state().exchanges.get(share);
  return (
    <section class="card stack-tight">
      <h2>{text.one.what}</h2>
      <ul class="bullets">
        {parts.map((part) => (
          <li key={part}>{text.parts[part]}</li>
        ))}
      </ul>
      <p class="small soft">
        {fillTemplate(text.one.since, { day: longDate(day) })} {callMe !== undefined && fillTemplate(text.one.callMe, { name: callMe })}
      </p>
      {exchange?.fault !== undefined && (
        <p class="note small">{fillTemplate(text.one.fault, { why: faultText(exchange.fault, { relay: relayOf(shares), appOrigin: window.location.origin }) })}</p>
      )}
      {exchange?.isNearlyFull === true && <p class="note small">{text.one.full}</p>}
    </section>
  );
}

function NoSuchShare(): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.one.gone} />
      <a class="button" href="/share">
        {text.one.goneButton}
      </a>
    </div>
  );
}
