import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { deviceIdsOf } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { freshFeed, rootOf } from '../sync/owner-desk.ts';
import { atDesk } from '../sync/sync-desk.ts';

/** The devices that read and write the diary. */
export const syncDevices: Command = (input, io) =>
  atDesk(input, io, async (desk) => {
    const root = rootOf(desk);
    if (root === undefined) {
      complain(io, text.devices.linked);
      return 2;
    }
    const fresh = await freshFeed(desk, root);
    if (!fresh.ok) return fresh.error;
    const ids = deviceIdsOf(fresh.value.owned);
    if (isOn(input, 'json')) {
      printJson(io, ids.map((id) => ({ id, isThis: id === root.deviceId })));
      return 0;
    }
    const lines = ids.map((id) => fillTemplate(id === root.deviceId ? text.devices.this : text.devices.other, { id }));
    printLines(io, [text.devices.title, ...lines, ...(ids.length > 1 ? ['', text.devices.remove] : [])]);
    return 0;
  });
