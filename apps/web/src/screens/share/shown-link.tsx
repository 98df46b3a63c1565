import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import type { Shares } from '../../sync/create-shares.ts';
import { isThisDevice } from '../../sync/relay-address.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { QrPicture } from '../other-device/qr-picture.tsx';
import '../other-device/other-device.css';

const words = text.link;

type ShownLinkProps = {
  readonly shares: Shares;
  readonly share: string;
  /** The part behind `#`. */
  readonly link: string;
  readonly label: string;
  readonly isSealed: boolean;
  readonly relay: string;
  /** The diary was kept nowhere else before. */
  readonly isFirst: boolean;
  readonly onDone: () => void;
};

/** The link to hand over: as a code, as a text, by the share sheet of the device. */
export function ShownLink({ shares, share, link, label, isSealed, relay, isFirst, onDone }: ShownLinkProps): JSX.Element {
  // The relay's own server holds the page too, and the page asks its own address only.
  const address = `${relay}/shared#${link}`;
  const isWaiting = shares.state().exchanges.get(share)?.fault !== undefined;
  return (
    <div class="screen narrow">
      <ScreenHead title={words.title} lead={fillTemplate(isSealed ? words.leadSealed : words.lead, { label })} />
      <section class="card stack">
        <QrPicture text={address} label={fillTemplate(words.picture, { label })} />
        <p>{words.tell}</p>
        <HandOver address={address} />
        <details class="more">
          <summary>{words.text}</summary>
          <p class="code-text" translate={false}>
            {address}
          </p>
        </details>
      </section>
      {isThisDevice(window.location.hostname) && <p class="small soft">{words.local}</p>}
      {isWaiting && (
        <p class="note" role="status">
          {words.waits}
        </p>
      )}
      {isFirst && (
        <section class="note stack-tight">
          <p>{fillTemplate(words.first, { relay })}</p>
          <a href="/settings/kit">{words.kit}</a>
        </section>
      )}
      <div class="action-bar">
        <button type="button" class="button" onClick={onDone}>
          {words.done}
        </button>
      </div>
    </div>
  );
}

function HandOver({ address }: { readonly address: string }): JSX.Element {
  const [copied, setCopied] = useState('');
  const canSend = 'share' in navigator;
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setCopied(words.copied),
      () => setCopied(words.copyFailed),
    );
  };
  // Whoever closes the sheet has changed their mind: nothing to say.
  const send = (): void => void navigator.share({ text: words.message, url: address }).catch(() => undefined);
  return (
    <>
      <div class={canSend ? 'pair' : 'stack'}>
        <button type="button" class="button button-quiet" onClick={copy}>
          {words.copy}
        </button>
        {canSend && (
          <button type="button" class="button button-quiet" onClick={send}>
            {words.send}
          </button>
        )}
      </div>
      <p role="status" class="small soft">
        {copied}
      </p>
    </>
  );
}
