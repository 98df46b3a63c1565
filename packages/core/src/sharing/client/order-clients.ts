import { clientStatuses, type ClientStanding } from './client-standing.ts';

/** [SH-16] Clients in the order in which they should be looked at: the most pressing first, then by pain and days, then by name. */
export function orderClients<Client extends { readonly label: string; readonly standing: ClientStanding }>(clients: readonly Client[]): readonly Client[] {
  return clients.toSorted(
    (first, second) =>
      clientStatuses.indexOf(first.standing.status) - clientStatuses.indexOf(second.standing.status) ||
      (second.standing.values.pain ?? 0) - (first.standing.values.pain ?? 0) ||
      (second.standing.values.days ?? 0) - (first.standing.values.days ?? 0) ||
      compareTexts(first.label, second.label),
  );
}

function compareTexts(first: string, second: string): number {
  return first === second ? 0 : first < second ? -1 : 1;
}
