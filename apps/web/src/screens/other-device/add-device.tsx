import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import type { Sync } from '../../sync/create-sync.ts';
import { linkToAddress } from '../../sync/device-address.ts';
import { isThisDevice } from '../../sync/relay-address.ts';
import { FaultNote } from './fault-note.tsx';
import { QrPicture } from './qr-picture.tsx';
import { useTask } from './use-task.ts';

/** Lets another device in: a code that is shown only when asked for. */
export function AddDevice({ sync, relay }: { readonly sync: Sync; readonly relay: string }): JSX.Element {
  const task = useTask();
  const [address, setAddress] = useState<string>();
  const invite = async (): Promise<void> => {
    const link = await task.run(() => sync.tasks.invite(), relay);
    if (link === undefined) return;
    setAddress(linkToAddress({ text: link.text, relay }, window.location.origin));
    await sync.exchangeNow();
  };
  return (
    <section class="card stack">
      <h2>{text.add.title}</h2>
      <p class="soft">{text.add.lead}</p>
      <FaultNote task={task} />
      {address === undefined ? (
        <button type="button" class="button" disabled={task.isWorking} onClick={() => void invite()}>
          {task.isWorking ? text.add.working : text.add.do}
        </button>
      ) : (
        <ShownCode address={address} onDone={() => setAddress(undefined)} />
      )}
    </section>
  );
}

function ShownCode({ address, onDone }: { readonly address: string; readonly onDone: () => void }): JSX.Element {
  const [isShown, setShown] = useState(false);
  const [copied, setCopied] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(address).then(
      () => setCopied(text.add.copied),
      () => setCopied(text.add.copyFailed),
    );
  };
  return (
    <>
      <p class="note note-stop">{text.add.secret}</p>
      {isThisDevice(window.location.hostname) && <p class="small soft">{text.add.local}</p>}
      {isShown && (
        <>
          <QrPicture text={address} label={text.add.picture} />
          <p class="code-text" translate={false}>
            {address}
          </p>
          <button type="button" class="button button-quiet" onClick={copy}>
            {text.add.copy}
          </button>
          <p role="status" class="small soft">
            {copied}
          </p>
        </>
      )}
      <div class="pair">
        <button type="button" class="button button-quiet" onClick={() => setShown(!isShown)}>
          {isShown ? text.add.hide : text.add.show}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {text.add.done}
        </button>
      </div>
    </>
  );
}
