import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk, findClient } from '../clients/client-desk.ts';
import { readKeptLink } from '../clients/client-link.ts';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { record } from '../open-diary.ts';
import { printable } from '../print/printable.ts';

/** Takes somebody out of the list. */
export const clientsRemove: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const found = findClient(input.words[0] ?? '', desk.state);
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    const { client, label } = found.value;
    const written = await record(desk.diary, io, [{ kind: 'client-removed', data: { client } }]);
    if (!written.ok) return 1;
    // What was fetched of them goes too.
    const open = readKeptLink(found.value.link);
    if (open.ok) await desk.store.remove(open.value.link.shareFeedId);
    if (isOn(input, 'json')) printJson(io, { removed: client });
    else printLines(io, [fillTemplate(text.clients.remove.done, { label: printable(label) })]);
    return 0;
  });
