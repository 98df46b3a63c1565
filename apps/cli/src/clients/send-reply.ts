import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import type { KeptClient } from '@psoas/core/diary';
import { createReplyEvent, longestGuestName, readReplyEvent, type ReplyDataByKind, type ReplyKind } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';
import { addEvents } from '@psoas/sync';
import { enterReplyFeed, syncReplica, type FeedFault } from '@psoas/sync/client';
import { complain, textOption, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { partsOf, sayFault } from '../sync/sync-desk.ts';
import type { ClientDesk } from './client-desk.ts';
import { readGuestSecret, readKeptLink } from './client-link.ts';
import { isOver } from './fetch-client.ts';

/** Writes to a client: 0 once the relay has it. What went wrong has been said. */
export async function sendReply<Kind extends ReplyKind>(
  desk: ClientDesk,
  kept: KeptClient,
  { kind, data }: { readonly kind: Kind; readonly data: ReplyDataByKind[Kind] },
): Promise<ExitCode> {
  const { io } = desk;
  const stamp = { id: io.ids.nextId(), atMillis: io.clock.nowMillis(), day: io.clock.today() };
  const event = { ...createReplyEvent(kind, data, stamp) };
  // As the other side will read it: what they would refuse is not sent.
  const read = readReplyEvent(JSON.parse(JSON.stringify(event)));
  if (!read.ok) {
    const [problem] = read.error.type === 'damaged' ? read.error.problems : [];
    complain(io, fillTemplate(text.clients.comment.refused, { field: problem?.field ?? kind, allowed: problem?.allowed ?? '' }));
    return 2;
  }
  const open = readKeptLink(kept.link);
  const secret = readGuestSecret(kept.guestSecret);
  if (!open.ok || !secret.ok) {
    complain(io, text.clients.add['link-damaged']);
    return 1;
  }
  const sent = await send(desk, { ...open.value, secret: secret.value }, event);
  if (sent.ok) return 0;
  if (!isOver(sent.error)) return sayFault(io, sent.error, open.value.relay);
  complain(io, text.clients.gone);
  return 1;
}

type Reply = Extract<ReturnType<typeof readKeptLink>, { ok: true }>['value'] & { readonly secret: Uint8Array };

// Read first, so that own entries go on where they ended.
async function send(desk: ClientDesk, { link, relay, secret }: Reply, event: { readonly id: string; readonly atMillis: number }): Promise<Result<true, FeedFault>> {
  const parts = { ...partsOf(desk, relay), onStep: () => Promise.resolve() };
  const entered = await enterReplyFeed(parts, link, secret);
  if (!entered.ok) return entered;
  const before = await syncReplica(entered.value, parts);
  if (before.fault !== undefined) return err(before.fault);
  const added = addEvents(before.replica, [{ event, atMillis: event.atMillis }], desk.io.random);
  const { fault, refused } = await syncReplica(added.replica, parts);
  if (fault !== undefined) return err(fault);
  const [first] = refused;
  return first === undefined ? ok(true) : err({ type: 'refused', refused: first.refused, status: 0 });
}

/** The professional's name, from the option or asked for. */
export async function readFrom(input: CommandInput, io: Io): Promise<Result<string, string>> {
  const given = textOption(input, 'from')?.trim() ?? '';
  if (given !== '' || !io.screen.isInteractive) return given === '' ? err(text.clients.comment.from) : ok(given);
  const problemOf = (name: string): string | undefined =>
    name.trim() === '' || name.length > longestGuestName ? text.clients.comment.from : undefined;
  return ok((await (await io.loadPrompter()).line(text.clients.comment.askFrom, problemOf)).trim());
}
