import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/published-calendar';
import syncText from '@psoas/knowledge/text/sync';
import { useServices } from '../../app/services.ts';
import { dayText } from '../../sync/day-text.ts';
import { receiptText } from '../../sync/receipt-text.ts';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';

/** A calendar that has ended, and what the relay signed; `erased` is missing where it had nothing to delete. */
export type EndedCalendar = { readonly relay: string; readonly erased: ErasedFeed | undefined };

/** That it has ended, and the relay's receipt as a file. */
export function EndedNote({ relay, erased }: EndedCalendar): JSX.Element {
  const { clock } = useServices();
  const receipt = erased?.receipt;
  const [url] = useState(() => URL.createObjectURL(new Blob([receiptText(erased === undefined ? [] : [erased], relay)], { type: 'text/plain' })));
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  // The button that brought it here stood far below.
  const element = useRef<HTMLElement>(null);
  useEffect(() => element.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <section ref={element} class="card stack-tight" role="status">
      <h2>{text.change.gone}</h2>
      <p>{receipt === undefined ? text.change.unsigned : fillTemplate(text.change.deleted, { bytes: receipt.bytes, day: dayText(receipt.atMillis) })}</p>
      {receipt !== undefined && (
        <a href={url} download={fillTemplate(syncText.leave.fileName, { day: clock.today() })}>
          {syncText.leave.save}
        </a>
      )}
    </section>
  );
}
