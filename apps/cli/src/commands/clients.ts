import { orderClients } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk } from '../clients/client-desk.ts';
import { fetchClients, type FetchedClient } from '../clients/fetch-client.ts';
import { isOn, printJson, printLines, type Command } from '../io.ts';
import { clientLines } from '../print/clients-lines.ts';

/** Everybody who shares with this person, the most pressing first. */
export const clients: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const kept = desk.state.clients.filter(({ archived }) => !archived);
    const fetched = orderClients(await fetchClients(desk, kept, isOn(input, 'offline')));
    if (isOn(input, 'json')) printJson(io, fetched.map(jsonOf));
    else if (fetched.length === 0) printLines(io, [text.clients.none]);
    else printLines(io, clientLines(fetched, io.screen));
    return 0;
  });

function jsonOf({ kept: { client, label }, standing, view, fault }: FetchedClient) {
  return {
    client,
    label,
    ...standing,
    latestMillis: view.latestMillis ?? null,
    ...(fault !== undefined && { fault: fault.type === 'refused' ? fault.refused : fault.type }),
  };
}
