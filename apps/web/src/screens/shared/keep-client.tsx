import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import type { DiaryState } from '@psoas/core/diary';
import { longestCallMe } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/shared';
import { useServices } from '../../app/services.ts';
import type { GuestTasks } from '../../clients/guest-tasks.ts';
import { linkOf } from '../../clients/shared-link.ts';
import type { Diary } from '../../diary/diary.ts';

type KeepClientProps = {
  readonly diary: Diary;
  readonly tasks: GuestTasks;
  readonly link: string;
  readonly client: DiaryState['clients'][number] | undefined;
  readonly suggested: string;
};

/** [SH-15] Puts the share among the clients of the own diary. */
export function KeepClient({ diary, tasks, link, client, suggested }: KeepClientProps): JSX.Element {
  const { ids } = useServices();
  const [label, setLabel] = useState(suggested);
  const name = label.trim();
  const keep = async (): Promise<void> => {
    await diary.append('client-added', { client: ids.nextId(), label: name, link: linkOf(link), guestSecret: await tasks.guestSecret(link) });
  };
  return (
    <section class="card stack no-print">
      <h2>{text.keep.title}</h2>
      {client === undefined ? (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (name !== '') void keep();
          }}
        >
          <p class="small soft">{text.keep.lead}</p>
          <label class="field">
            <span class="field-label">{text.keep.label}</span>
            <input class="input" type="text" autocomplete="off" maxLength={longestCallMe} value={label} onInput={({ currentTarget }) => setLabel(currentTarget.value)} />
          </label>
          <button type="submit" class="button button-quiet" disabled={name === ''}>
            {text.keep.save}
          </button>
        </form>
      ) : (
        <>
          <p role="status">{fillTemplate(text.keep.kept, { label: client.label })}</p>
          <a class="button button-quiet" href="/clients">
            {text.keep.open}
          </a>
        </>
      )}
    </section>
  );
}
