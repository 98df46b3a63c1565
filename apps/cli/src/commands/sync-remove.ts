import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { deviceIdsOf, removeDevice } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { printable } from '../print/printable.ts';
import { freshFeed, rootOf } from '../sync/owner-desk.ts';
import { atDesk, partsOf, sayFault } from '../sync/sync-desk.ts';

/** Shuts a device out: it reads and writes nothing new. */
export const syncRemove: Command = (input, io) =>
  atDesk(input, io, async (desk) => {
    const root = rootOf(desk);
    if (root === undefined) {
      complain(io, text.remove.linked);
      return 2;
    }
    const fresh = await freshFeed(desk, root);
    if (!fresh.ok) return fresh.error;
    const found = deviceNamed(input.words[0] ?? '', deviceIdsOf(fresh.value.owned));
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    const parts = partsOf(desk, desk.own.relay);
    const removed = await removeDevice(parts, fresh.value.owned, found.value);
    if (!removed.ok) return sayFault(io, removed.error, desk.own.relay);
    if (isOn(input, 'json')) printJson(io, { removed: found.value });
    else printLines(io, wrap(fillTemplate(text.remove.done, { id: found.value }), textWidth(io.screen)));
    return 0;
  });

// The first of the ids is this device.
function deviceNamed(start: string, [own = '', ...others]: readonly string[]): Result<string, string> {
  const matching = [own, ...others].filter((id) => start !== '' && id.startsWith(start.toLowerCase()));
  const [id] = matching;
  const values = { found: printable(start), known: others.join(', ') };
  if (id === undefined) return err(fillTemplate(text.remove.unknown, values));
  if (matching.length > 1) return err(fillTemplate(text.remove.several, { ...values, known: matching.join(', ') }));
  return id === own ? err(text.remove.self) : ok(id);
}
