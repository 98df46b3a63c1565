import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import { useServices } from '../../app/services.ts';
import { dayText } from '../../sync/day-text.ts';
import { receiptText } from '../../sync/receipt-text.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';

/** What the relay has deleted, and its receipt as a file. */
export function ReceiptLines({ erased, relay }: { readonly erased: readonly ErasedFeed[]; readonly relay: string }): JSX.Element {
  const { clock } = useServices();
  const [url] = useState(() => URL.createObjectURL(new Blob([receiptText(erased, relay)], { type: 'text/plain' })));
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <>
      {erased.map(({ feedId, receipt }) => (
        <p key={feedId}>{receipt === undefined ? text.leave.unsigned : fillTemplate(text.leave.receipt, { ...receipt, day: dayText(receipt.atMillis) })}</p>
      ))}
      <a class="button button-quiet" href={url} download={fillTemplate(text.leave.fileName, { day: clock.today() })}>
        {text.leave.save}
      </a>
    </>
  );
}
