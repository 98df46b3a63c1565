import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { longestCallMe } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/clients';
import { useLocation } from '../../app/router.tsx';
import type { GuestTasks } from '../../clients/guest-tasks.ts';
import type { Client } from '../../clients/look-at-clients.ts';
import { partsOfLink } from '../../clients/shared-link.ts';
import { forgetGlance } from '../../clients/use-glances.ts';
import type { Diary } from '../../diary/diary.ts';
import { Dialog } from '../../widgets/dialog.tsx';

type ManageClientProps = { readonly diary: Diary; readonly client: Client; readonly tasks: GuestTasks | undefined };

/** [SH-15] Another name in the list, put aside, or removed. */
export function ManageClient({ diary, client, tasks }: ManageClientProps): JSX.Element {
  const { client: id, archived } = client;
  const [label, setLabel] = useState(client.label);
  const [isRemoving, setRemoving] = useState(false);
  const [said, setSaid] = useState('');
  const name = label.trim();
  const rename = async (): Promise<void> => {
    await diary.append('client-changed', { client: id, label: name });
    setSaid(text.client.renamed);
  };
  return (
    <section class="card stack no-print">
      <h2>{text.client.manage}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== '') void rename();
        }}
      >
        <label class="field">
          <span class="field-label">{text.client.label}</span>
          <input class="input" type="text" autocomplete="off" maxLength={longestCallMe} value={label} onInput={({ currentTarget }) => setLabel(currentTarget.value)} />
        </label>
        <button type="submit" class="button button-quiet" disabled={name === '' || name === client.label}>
          {text.client.rename}
        </button>
      </form>
      <p role="status" class="small soft">
        {said}
      </p>
      <div class="wrap">
        <button type="button" class="button button-small button-quiet" onClick={() => void diary.append('client-changed', { client: id, archived: !archived })}>
          {archived ? text.client.restore : text.client.archive}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={() => setRemoving(true)}>
          {text.client.remove}
        </button>
      </div>
      {isRemoving && <RemoveDialog diary={diary} client={client} tasks={tasks} onClose={() => setRemoving(false)} />}
    </section>
  );
}

function RemoveDialog({ diary, client, tasks, onClose }: ManageClientProps & { readonly onClose: () => void }): JSX.Element {
  const { go } = useLocation();
  const remove = async (): Promise<void> => {
    await tasks?.forget(partsOfLink(client.link).text);
    // Where nothing can be kept, nothing was.
    await forgetGlance(client.client).catch(() => undefined);
    await diary.append('client-removed', { client: client.client });
    go('/clients');
  };
  return (
    <Dialog title={fillTemplate(text.client.removeTitle, { label: client.label })} onClose={onClose}>
      <p>{text.client.removeLead}</p>
      <button type="button" class="button button-stop" onClick={() => void remove()}>
        {text.client.removeYes}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.client.removeNo}
      </button>
    </Dialog>
  );
}
