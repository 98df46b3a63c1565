import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/published-calendar';
import type { PublishedCalendar } from '../../sync/calendar-tasks.ts';
import type { CalendarPublisher, CalendarState } from '../../sync/create-published-calendar.ts';
import { dayText } from '../../sync/day-text.ts';
import { isThisDevice } from '../../sync/relay-address.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { faultText } from '../../sync/sync-words.ts';
import { QrPicture } from '../other-device/qr-picture.tsx';
import { EndCalendar } from './end-calendar.tsx';
import { WholeText } from './whole-text.tsx';

type StateProps = { readonly publisher: CalendarPublisher; readonly published: PublishedCalendar };
type OpenCalendarProps = StateProps & { readonly onEnded: (erased: ErasedFeed | undefined) => void };

/** The address to hand to a calendar, how it stands, and the way out. */
export function OpenCalendar({ publisher, published, onEnded }: OpenCalendarProps): JSX.Element {
  const { address, text: lies } = published;
  return (
    <>
      <section class="card stack">
        <h2>{text.open.title}</h2>
        <p>{text.open.tell}</p>
        <a class="button" href={toWebcal(address)}>
          {text.open.add}
        </a>
        <CopyAddress address={address} />
        <p class="code-text" translate={false} aria-label={text.open.text}>
          {address}
        </p>
        <QrPicture text={toWebcal(address)} label={text.open.picture} />
        <p class="small soft">{text.open.pictureNote}</p>
        {isThisDevice(new URL(address).hostname) && <p class="small soft">{text.open.local}</p>}
      </section>
      <StateCard publisher={publisher} published={published} />
      {lies !== '' && (
        <details class="more">
          <summary>{text.open.all}</summary>
          <div class="more-body">
            <WholeText text={lies} label={text.open.all} />
          </div>
        </details>
      )}
      <EndCalendar publisher={publisher} relay={published.relay} onEnded={onEnded} />
    </>
  );
}

/** The form of the address by which phones and computers know that it is for a calendar. */
function toWebcal(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}

function CopyAddress({ address }: { readonly address: string }): JSX.Element {
  const [copied, setCopied] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setCopied(text.open.copied),
      () => setCopied(text.open.copyFailed),
    );
  };
  return (
    <>
      <button type="button" class="button button-quiet" onClick={copy}>
        {text.open.copy}
      </button>
      <p role="status" class="small soft">
        {copied}
      </p>
    </>
  );
}

function StateCard({ publisher, published }: StateProps): JSX.Element {
  const state = publisher.state();
  return (
    <section class="card stack-tight">
      <h2>{text.state.title}</h2>
      <p role="status">{stateLine(state, published)}</p>
      <p class="small soft">
        {fillTemplate(text.state.agreed, { day: dayText(published.consentedAtMillis) })} {text.state.device}
      </p>
      <button type="button" class="text-button" disabled={state.isRunning} onClick={() => void publisher.renewNow()}>
        {text.state.again}
      </button>
    </section>
  );
}

function stateLine({ isRunning, fault }: CalendarState, { putAtMillis, relay }: PublishedCalendar): string {
  if (isRunning) return text.state.running;
  if (fault !== undefined) return fillTemplate(text.state.fault, { why: faultText(fault, { relay, appOrigin: window.location.origin }) });
  return putAtMillis === 0 ? text.state.never : fillTemplate(text.state.done, { day: dayText(putAtMillis) });
}
