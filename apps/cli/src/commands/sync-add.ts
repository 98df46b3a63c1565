import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { deviceLinkToText } from '@psoas/sync';
import { inviteDevice } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, textOption, type Command } from '../io.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { qrLines } from '../print/qr-lines.ts';
import { freshFeed, rootOf } from '../sync/owner-desk.ts';
import { atDesk, partsOf, sayFault } from '../sync/sync-desk.ts';

/** Makes room for another device and shows what it needs. Piped on, the output is the link alone. */
export const syncAdd: Command = (input, io) =>
  atDesk(input, io, async (desk) => {
    const root = rootOf(desk);
    if (root === undefined) {
      complain(io, text.add.linked);
      return 2;
    }
    const fresh = await freshFeed(desk, root);
    if (!fresh.ok) return fresh.error;
    const { relay } = desk.own;
    const made = await inviteDevice(partsOf(desk, relay), fresh.value.owned);
    if (!made.ok) return sayFault(io, made.error, relay);
    const { deviceId } = made.value;
    const app = textOption(input, 'app');
    const link = `${app === undefined ? '' : `${app}#`}${deviceLinkToText(made.value)}`;
    if (isOn(input, 'json')) printJson(io, { deviceId, link, relay });
    else if (!io.screen.isInteractive) printLines(io, [link]);
    else {
      const width = textWidth(io.screen);
      printLines(io, [
        ...wrap(text.add.lead, width),
        '',
        ...qrLines(link, io.screen),
        '',
        link,
        '',
        fillTemplate(text.add.relay, { relay }),
        fillTemplate(text.add.unused, { id: deviceId }),
      ]);
    }
    return 0;
  });
