import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import type { Exchanged } from '../sync/exchange-now.ts';
import { printable } from './printable.ts';

const words = text.now;

/** What a sync came to: what went where first, then what a person should know of. */
export function exchangeLines(done: Exchanged, relay: string): readonly string[] {
  const { sent, received, fault } = done;
  const isQuiet = sent === 0 && received === 0;
  return [
    ...(fault === undefined ? [fillTemplate(words.title, { relay })] : []),
    ...(isQuiet && fault === undefined ? [words.nothingNew] : []),
    ...counted(words.sent, sent),
    ...counted(words.received, received),
    ...counted(words.waiting, done.waiting),
    ...counted(words.conflicts, done.conflicts),
    ...counted(words.tooLarge, done.tooLarge),
    ...counted(words.withoutId, done.withoutId),
    ...(done.isBegunAnew ? [words.begunAnew] : []),
    ...refusedLines(done),
    ...reportLines(done),
  ];
}

function counted(template: string, count: number): readonly string[] {
  return count === 0 ? [] : [fillTemplate(template, { count })];
}

function refusedLines({ refused }: Exchanged): readonly string[] {
  const reasons = [...new Set(refused.map(({ refused: reason }) => printable(reason)))].join(', ');
  return refused.length === 0 ? [] : [fillTemplate(words.refusedEntries, { count: refused.length, reason: reasons })];
}

function reportLines({ reports }: Exchanged): readonly string[] {
  const lost = reports.flatMap(({ part, problem }) => (part === 'feed' ? [problem] : []));
  const ahead = reports.flatMap(({ problem }) => (problem.type === 'clock-ahead' ? [problem.aheadMillis] : []));
  const others = reports.length - lost.length - ahead.length;
  return [
    ...lost.slice(0, 1).map(({ had, has }) => fillTemplate(words.entriesLost, { had, has })),
    ...(ahead.length === 0 ? [] : [fillTemplate(words.clockAhead, { minutes: Math.round(Math.max(...ahead) / 60_000) })]),
    ...counted(words.unreadable, others),
  ];
}
