import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { askToPersist } from '../../adapters/persist.ts';
import type { Diary } from '../../diary/diary.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { nameDevice } from '../../sync/device-names.ts';
import { FaultNote } from './fault-note.tsx';
import { NameField } from './name-field.tsx';
import { RelayField } from './relay-field.tsx';
import { useTask } from './use-task.ts';
import { usualName } from './usual-name.ts';

/** What it is, in plain words, and the two ways in. */
export function BeginCard({ sync, diary }: { readonly sync: Sync; readonly diary: Diary }): JSX.Element {
  const [name, setName] = useState(usualName);
  const [relay, setRelay] = useState<string | undefined>(window.location.origin);
  const task = useTask();
  const begin = async (): Promise<void> => {
    if (relay === undefined) return;
    if ((await task.run(() => sync.tasks.begin(relay), relay)) === undefined) return;
    const role = await sync.tasks.role();
    if (role.kind !== 'alone') await nameDevice(diary, role.deviceId, name);
    await sync.refresh();
    // Keys that the browser clears away could only be had again with the words.
    await askToPersist();
  };
  return (
    <>
      <section class="card stack">
        <h2>{text.how.title}</h2>
        <ul class="bullets">
          {text.how.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <NameField name={name} onChange={setName} />
      <RelayField onChange={setRelay} />
      <FaultNote task={task} />
      <div class="stack">
        <button type="button" class="button" disabled={relay === undefined || task.isWorking} onClick={() => void begin()}>
          {task.isWorking ? text.begin.working : text.begin.do}
        </button>
        <a class="button button-quiet" href="/settings/link">
          {text.begin.join}
        </a>
      </div>
    </>
  );
}
