import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { addressToLink } from '../../sync/device-address.ts';
import type { Ticket } from './confirm-entry.tsx';
import { RelayField } from './relay-field.tsx';
import { ScanCode } from './scan-code.tsx';
import { WordsField } from './words-field.tsx';

/** What the text of a recovery page begins with. */
const rootStart = 'psoas:';

/** The three ways in: a camera, a text, the words. */
export function ChooseWay({ onTicket }: { readonly onTicket: (ticket: Ticket) => void }): JSX.Element {
  const [isScanning, setScanning] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [pasted, setPasted] = useState('');
  const [words, setWords] = useState('');
  const [relay, setRelay] = useState<string | undefined>(window.location.origin);
  const take = (code: string): void => {
    setScanning(false);
    if (code.trim().startsWith(rootStart)) onTicket({ kind: 'words', words: code.trim(), relay: relay ?? window.location.origin });
    else onTicket({ kind: 'link', ...addressToLink(code, window.location.origin) });
  };
  const refuse = (): void => {
    setScanning(false);
    setRefused(true);
  };
  if (isScanning)
    return (
      <section class="card stack">
        <ScanCode onCode={take} onClose={() => setScanning(false)} onRefused={refuse} />
      </section>
    );
  return (
    <>
      <button type="button" class="button" onClick={() => setScanning(true)}>
        {text.link.scan}
      </button>
      <p role="alert">{isRefused ? text.link.noCamera : ''}</p>
      <OtherWay title={text.link.pasteTitle}>
        <label class="field">
          <span class="field-label">{text.link.paste}</span>
          <textarea class="input words-input" rows={3} autocomplete="off" autocapitalize="none" spellcheck={false} value={pasted} onInput={({ currentTarget }) => setPasted(currentTarget.value)} />
          <span class="small soft">{text.link.pasteNote}</span>
        </label>
        <button type="button" class="button button-quiet" disabled={pasted.trim() === ''} onClick={() => take(pasted)}>
          {text.link.use}
        </button>
      </OtherWay>
      <OtherWay title={text.link.wordsTitle}>
        <WordsField value={words} onChange={setWords} />
        <RelayField onChange={setRelay} />
        <button type="button" class="button button-quiet" disabled={words.trim() === '' || relay === undefined} onClick={() => relay !== undefined && onTicket({ kind: 'words', words, relay })}>
          {text.words.use}
        </button>
      </OtherWay>
    </>
  );
}

function OtherWay({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <details class="card more">
      <summary>{title}</summary>
      <div class="more-body">{children}</div>
    </details>
  );
}
