import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/share';
import type { Shares } from '../../sync/create-shares.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { ReceiptLines } from '../other-device/receipt-lines.tsx';
import { useTask } from '../other-device/use-task.ts';
import { relayOf } from './new-share.tsx';
import { ShareFault } from './share-fault.tsx';

const words = text.end;

type EndSectionProps = { readonly shares: Shares; readonly made: MadeShare; readonly isOpen: boolean };

/** The end of a share, and of what still lies at the relay. */
export function EndSection({ shares, made, isOpen }: EndSectionProps): JSX.Element | null {
  const [isAsked, setAsked] = useState(false);
  const [erased, setErased] = useState<readonly ErasedFeed[]>();
  const isEmptied = shares.state().held.get(made.share)?.isEmptied === true;
  if (erased !== undefined || isEmptied)
    return (
      <section class="card stack" role="status">
        <h2>{words.done}</h2>
        <p>{words.emptied}</p>
        {erased !== undefined && <ReceiptLines erased={erased} relay={relayOf(shares)} />}
      </section>
    );
  if (made.ended !== undefined || !isOpen) return <EmptyCard shares={shares} made={made} onErased={setErased} />;
  return (
    <section class="card stack">
      <h2>{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <button type="button" class="button button-quiet" onClick={() => setAsked(true)}>
        {words.do}
      </button>
      {isAsked && <EndDialog shares={shares} made={made} onErased={setErased} onClose={() => setAsked(false)} />}
    </section>
  );
}

type EndDialogProps = { readonly shares: Shares; readonly made: MadeShare; readonly onErased: (erased: readonly ErasedFeed[]) => void; readonly onClose: () => void };

function EndDialog({ shares, made, onErased, onClose }: EndDialogProps): JSX.Element {
  const [empties, setEmpties] = useState(false);
  const task = useTask();
  const end = async (): Promise<void> => {
    const relay = relayOf(shares);
    if ((await task.run(() => shares.end(made), relay)) === undefined) return;
    const erased = empties ? await task.run(() => shares.tasks.erase(made.share), relay) : undefined;
    if (erased !== undefined) onErased(erased);
    await shares.refresh();
    onClose();
  };
  return (
    <Dialog title={fillTemplate(words.confirmTitle, { label: made.label })} onClose={onClose}>
      <ul class="bullets">
        {words.confirm.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <label class="choice">
        <input type="checkbox" checked={empties} onChange={({ currentTarget }) => setEmpties(currentTarget.checked)} />
        <span>{words.also}</span>
      </label>
      <ShareFault task={task} />
      <button type="button" class="button button-stop" disabled={task.isWorking} onClick={() => void end()}>
        {task.isWorking ? words.working : words.do}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {words.cancel}
      </button>
    </Dialog>
  );
}

type EmptyCardProps = Pick<EndDialogProps, 'shares' | 'made' | 'onErased'>;

function EmptyCard({ shares, made, onErased }: EmptyCardProps): JSX.Element {
  const task = useTask();
  const erase = async (): Promise<void> => {
    const erased = await task.run(() => shares.tasks.erase(made.share), relayOf(shares));
    if (erased !== undefined) onErased(erased);
  };
  return (
    <section class="card stack">
      <h2>{words.done}</h2>
      <p class="soft">{words.emptyLead}</p>
      <ShareFault task={task} />
      <button type="button" class="button button-quiet" disabled={task.isWorking} onClick={() => void erase()}>
        {task.isWorking ? words.working : words.empty}
      </button>
    </section>
  );
}
