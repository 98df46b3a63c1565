import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import type { Sync } from '../../sync/create-sync.ts';
import type { TakingPart } from './device-list.tsx';
import { FaultNote } from './fault-note.tsx';
import { useTask } from './use-task.ts';
import { WordList } from './word-list.tsx';
import { WordsField } from './words-field.tsx';

/** The 24 words: to look at, to print, or to enter on a device that was linked. */
export function WordsCard({ sync, role }: { readonly sync: Sync; readonly role: TakingPart }): JSX.Element {
  return (
    <section class="card stack">
      <h2>{text.words.title}</h2>
      <p class="soft">{text.words.lead}</p>
      {role.kind === 'root' ? <ShownWords sync={sync} /> : <EnterWords sync={sync} relay={role.relay} />}
    </section>
  );
}

function ShownWords({ sync }: { readonly sync: Sync }): JSX.Element {
  const [words, setWords] = useState<readonly string[]>();
  const show = async (): Promise<void> => setWords((await sync.tasks.secret())?.words);
  return (
    <>
      <p class="note note-stop">{text.words.secret}</p>
      {words !== undefined && <WordList words={words} />}
      <button type="button" class="button button-quiet" onClick={() => (words === undefined ? void show() : setWords(undefined))}>
        {words === undefined ? text.words.show : text.words.hide}
      </button>
      <a href="/settings/kit">{text.words.kit}</a>
    </>
  );
}

function EnterWords({ sync, relay }: { readonly sync: Sync; readonly relay: string }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const task = useTask();
  const enter = async (): Promise<void> => {
    if ((await task.run(() => sync.tasks.enterWords({ words: typed, relay }), relay)) === undefined) return;
    await sync.refresh();
  };
  if (!isOpen)
    return (
      <button type="button" class="button button-quiet" onClick={() => setOpen(true)}>
        {text.words.enter}
      </button>
    );
  return (
    <>
      <WordsField value={typed} onChange={setTyped} />
      <FaultNote task={task} />
      <button type="button" class="button" disabled={task.isWorking || typed.trim() === ''} onClick={() => void enter()}>
        {text.words.use}
      </button>
    </>
  );
}
