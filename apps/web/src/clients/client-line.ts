import { clientSentence, clientStanding, orderClients, type ClientStanding } from '@psoas/core/sharing';
import { dayWords } from '@psoas/core/progress';
import type { LocalDate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/clients';
import progressText from '@psoas/knowledge/text/progress';
import sharingText from '@psoas/knowledge/text/sharing';
import type { ClientGlance, GlanceByClient } from './glance-store.ts';
import type { GuestFaultKey } from './guest-fault.ts';
import type { Client } from './look-at-clients.ts';

/** A client as one line of the list. */
export type ClientLine = { readonly client: Client; readonly label: string; readonly standing: ClientStanding; readonly sentence: string; readonly note?: string };

/** [SH-16] The lines of a list, the most pressing first. */
export function clientLines(clients: readonly Client[], glances: GlanceByClient, today: LocalDate): readonly ClientLine[] {
  return orderClients(clients.map((client) => lineOf(client, glances.get(client.client), today)));
}

function lineOf(client: Client, glance: ClientGlance | undefined, today: LocalDate): ClientLine {
  const about = { client, label: client.label };
  if (glance === undefined) return { ...about, standing: nothingKnown('unknown'), sentence: text.notLooked };
  const { view, fault } = glance;
  if (view === undefined) return { ...about, standing: nothingKnown(fault === 'ended' || fault === 'expired' ? 'ended' : 'unknown'), sentence: fault === undefined ? text.notLooked : faultText(fault) };
  const standing = clientStanding(view, today);
  const notes = [
    ...(view.standing === undefined || view.standing.day === today ? [] : [dayText(view.standing.day)]),
    ...(standing.unknown.length > 0 && standing.key !== 'fineAsShared' && standing.key !== 'nothingShared' ? [text.unknownPain] : []),
    ...(fault === undefined ? [] : [faultText(fault)]),
  ];
  return { ...about, standing, sentence: clientSentence(standing, sharingText, (day) => dayWords(day, progressText.months)), ...(notes.length > 0 && { note: notes.join(' ') }) };
}

function nothingKnown(status: 'unknown' | 'ended'): ClientStanding {
  return { status, key: 'nothingShared', values: {}, unknown: ['pain', 'sessions'] };
}

function dayText(day: LocalDate): string {
  return `${text.asOf.replace('{day}', dayWords(day, progressText.months))}.`;
}

function faultText(fault: GuestFaultKey): string {
  switch (fault) {
    case 'unreachable':
    case 'busy':
      return text.faults.unreachable;
    case 'ended':
    case 'expired':
    case 'newer':
    case 'clock':
      return text.faults[fault];
    default:
      return text.faults.damaged;
  }
}
