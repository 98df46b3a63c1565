import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-share';
import { readsOfShare } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { momentText } from '../print/moment-text.ts';
import { printable } from '../print/printable.ts';
import { atShareDesk, findShare } from '../share/share-desk.ts';
import { partsOf, sayFault } from '../sync/sync-desk.ts';

/** When a share was opened, as the relay has written it down. */
export const shareReads: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const found = findShare(input.words[0] ?? '', desk.state);
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    const { relay } = desk.own;
    const reads = await readsOfShare(partsOf(desk, relay), { identity: desk.root, shareId: found.value.share });
    if (!reads.ok) return sayFault(io, reads.error, relay);
    const name = printable(found.value.label);
    // One opening can be several reads, within a moment.
    const moments = [...new Set(reads.value.map(({ at }) => momentText(at)))];
    if (isOn(input, 'json')) printJson(io, reads.value.map(({ at, from, to }) => ({ atMillis: at, from, to })));
    else if (moments.length === 0) printLines(io, [fillTemplate(text.reads.never, { name })]);
    else printLines(io, [fillTemplate(text.reads.title, { name }), ...moments.map((when) => `  ${fillTemplate(text.reads.line, { when })}`), text.reads.limit]);
    return 0;
  });
