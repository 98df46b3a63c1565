import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import { saveFile } from '../../adapters/save-file.ts';
import { useServices } from '../../app/services.ts';
import { receiptText } from '../../sync/receipt-text.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { longDate } from '../settings/long-date.ts';

/** What the relay has deleted, and its receipt as a file. */
export function ReceiptLines({ erased, relay }: { readonly erased: readonly ErasedFeed[]; readonly relay: string }): JSX.Element {
  const { clock } = useServices();
  const save = (): void => saveFile(fillTemplate(text.leave.fileName, { day: clock.today() }), 'text/plain', [receiptText(erased, relay)]);
  return (
    <>
      {erased.map(({ feedId, receipt }) => (
        <p key={feedId}>{receipt === undefined ? text.leave.unsigned : fillTemplate(text.leave.receipt, { ...receipt, day: longDate(new Date(receipt.atMillis).toISOString().slice(0, 10)) })}</p>
      ))}
      <button type="button" class="button button-quiet" onClick={save}>
        {text.leave.save}
      </button>
    </>
  );
}
