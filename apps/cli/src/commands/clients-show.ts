import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk, findClient } from '../clients/client-desk.ts';
import { fetchClient } from '../clients/fetch-client.ts';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { clientFaultText, saysOf } from '../print/clients-lines.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { sharedPageLines } from '../print/shared-page-lines.ts';
import { shortId } from '../share/share-desk.ts';

/** What somebody shares, as a page of text. */
export const clientsShow: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const found = findClient(input.words[0] ?? '', desk.state);
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    const client = await fetchClient(desk, found.value, isOn(input, 'offline'));
    const { view, standing, label, fault } = client;
    const isKnown = view.standing !== undefined;
    if (isOn(input, 'json')) printJson(io, { client: found.value.client, label, standing, ...view });
    else if (isKnown) {
      const width = textWidth(io.screen);
      const hint = fillTemplate(text.show.hint, { id: shortId(found.value.client) });
      printLines(io, [...sharedPageLines(view, label, io.screen), '', ...wrap(saysOf(client), width), ...(fault === undefined ? wrap(hint, width) : [])]);
    }
    if (isKnown) return 0;
    complain(io, fault === undefined ? text.clients.offlineNever : clientFaultText(client));
    return 1;
  });
