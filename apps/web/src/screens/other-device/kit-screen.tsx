import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { dayText } from '../../sync/day-text.ts';
import type { DiarySecret } from '../../sync/sync-tasks.ts';
import { useSync } from '../../sync/use-sync.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { QrPicture } from './qr-picture.tsx';
import { WordList } from './word-list.tsx';
import './other-device.css';
import './kit.css';

/** One page to print: the words, and what to do with them. Nothing else of the person. */
export default function KitScreen(): JSX.Element {
  const sync = useSync();
  if (sync === undefined) return <Waiting />;
  return (
    <div class="screen narrow">
      <div class="no-print">
        <ScreenHead kicker={<a href="/settings/devices">{text.title}</a>} title={text.kit.title} lead={text.kit.note} />
      </div>
      {sync === 'impossible' ? <p class="note">{text.impossible}</p> : <KitView sync={sync} />}
    </div>
  );
}

function KitView({ sync }: { readonly sync: Sync }): JSX.Element {
  const [secret, setSecret] = useState<DiarySecret>();
  const { role } = sync.state();
  if (role.kind !== 'root') return <p class="note">{text.kit.linked}</p>;
  const toggle = (): void => {
    if (secret === undefined) void sync.tasks.secret().then(setSecret, () => undefined);
    else setSecret(undefined);
  };
  return (
    <>
      <div class="no-print stack">
        <p class="note note-stop">{text.words.secret}</p>
        <div class="pair">
          <button type="button" class="button button-quiet" onClick={toggle}>
            {secret === undefined ? text.words.show : text.words.hide}
          </button>
          <button type="button" class="button" disabled={secret === undefined} onClick={() => window.print()}>
            {text.kit.print}
          </button>
        </div>
      </div>
      {secret !== undefined && <KitSheet secret={secret} relay={role.relay} />}
    </>
  );
}

function KitSheet({ secret, relay }: { readonly secret: DiarySecret; readonly relay: string }): JSX.Element {
  const { clock } = useServices();
  return (
    <section class="kit-sheet card stack">
      <h2>{text.kit.sheetTitle}</h2>
      <p>{text.kit.what}</p>
      <div class="kit-body">
        <WordList words={secret.words} />
        <QrPicture text={secret.text} label={text.kit.picture} />
      </div>
      <ol class="numbered">
        {text.kit.steps.map((step) => (
          <li key={step}>{fillTemplate(step, { app: window.location.origin })}</li>
        ))}
      </ol>
      <p class="strong">{text.kit.warning}</p>
      <p class="small">
        {fillTemplate(text.kit.made, { day: dayText(clock.nowMillis()) })} · {fillTemplate(text.kit.relay, { relay })}
      </p>
    </section>
  );
}
