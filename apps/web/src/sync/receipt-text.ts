import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { ErasedFeed } from './sync-tasks.ts';

/** [SY-09] What the relay signed, as a text file that a person can read and a program can check. */
export function receiptText(erased: readonly ErasedFeed[], relay: string): string {
  const words = text.leave.file;
  const parts = erased.map(({ feedId, relayKey, receipt }) =>
    [
      fillTemplate(words.feed, { feedId }),
      fillTemplate(words.relay, { relay }),
      fillTemplate(words.key, { relayKey }),
      ...(receipt === undefined
        ? [words.unsigned]
        : [fillTemplate(words.at, { at: new Date(receipt.atMillis).toISOString() }), fillTemplate(words.deleted, receipt), fillTemplate(words.signed, receipt)]),
    ].join('\n'),
  );
  return `${[words.head, ...parts, words.note].join('\n\n')}\n`;
}
