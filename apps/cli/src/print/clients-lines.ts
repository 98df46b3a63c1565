import { fillTemplate } from '@psoas/kernel';
import { clientSentence } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';
import words from '@psoas/knowledge/text/sharing';
import { isOver, type FetchedClient } from '../clients/fetch-client.ts';
import type { Screen } from '../io.ts';
import { shortId } from '../share/share-desk.ts';
import { faultText } from '../sync/fault-text.ts';
import { dayText } from './day-text.ts';
import { columns, stylesOf, textWidth, widthOf, wrap } from './layout.ts';
import { printable } from './printable.ts';

const pressing: ReadonlySet<string> = new Set(['stopped', 'hurts']);

/** Clients as a table, in the order that is given. Where a line is too narrow, the sentence stands below. */
export function clientLines(clients: readonly FetchedClient[], screen: Screen): readonly string[] {
  const { strong, alarm } = stylesOf(screen);
  const width = textWidth(screen);
  const head = text.clients.columns;
  const rows = clients.map(({ kept, label, standing }) => [text.clients.statuses[standing.status], printable(label), shortId(kept.client)]);
  const [title = '', ...lines] = columns([[head.status, head.name, head.id], ...rows].map((row) => [...row, '']));
  const start = Math.max(...[title, ...lines].map(widthOf)) + 2;
  return [
    strong(title),
    ...lines.flatMap((line, index) => {
      const client = clients[index];
      if (client === undefined) return [];
      const [first = '', ...more] = wrap(saysOf(client), Math.max(20, width - start));
      const mark = pressing.has(client.standing.status) ? alarm : (shown: string): string => shown;
      return [`${mark(line)}${' '.repeat(Math.max(2, start - widthOf(line)))}${first}`, ...more.map((each) => ' '.repeat(start) + each)];
    }),
    '',
    fillTemplate(text.clients.count, { count: clients.length }),
  ];
}

/** What is known of a client, in a sentence or two. */
export function saysOf(client: FetchedClient): string {
  const { standing, fault, view } = client;
  const isFetched = view.standing !== undefined;
  if (isOver(fault)) return text.clients.gone;
  return [
    ...(isFetched || fault === undefined ? [clientSentence(standing, words, dayText)] : []),
    ...(view.unreadableCount === 0 ? [] : [fillTemplate(text.clients.unreadable, { count: view.unreadableCount })]),
    ...(fault === undefined ? [] : [clientFaultText(client)]),
    ...(fault !== undefined && view.standing !== undefined ? [fillTemplate(text.clients.lastKnown, { day: dayText(view.standing.day) })] : []),
  ].join(' ');
}

/** Why there is nothing newer of a client. */
export function clientFaultText({ fault, relay }: FetchedClient): string {
  if (fault === undefined) return '';
  if (fault.type === 'link-damaged') return text.clients.add['link-damaged'];
  return isOver(fault) ? text.clients.gone : faultText(fault, relay);
}
