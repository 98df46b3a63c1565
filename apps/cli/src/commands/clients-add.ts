import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import type { ClientAdded } from '@psoas/core/diary';
import { foldShare } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';
import { bytesToBase64url, shareLinkToText, textToShareLink, type ShareLink } from '@psoas/sync';
import { eventsOfReplica } from '@psoas/sync/client';
import { atClientDesk, type ClientDesk } from '../clients/client-desk.ts';
import { readKeptLink, splitLink } from '../clients/client-link.ts';
import { isOver, readShare } from '../clients/fetch-client.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { record } from '../open-diary.ts';
import { printable } from '../print/printable.ts';
import { passphraseFile } from '../share/read-passphrase.ts';
import { shortId } from '../share/share-desk.ts';
import { addressText } from '../sync/fault-text.ts';
import { originOfLink, readRelayAddress, usualRelay } from '../sync/relay-address.ts';
import { sayFault } from '../sync/sync-desk.ts';

/** Keeps the share that somebody sent a link for. */
export const clientsAdd: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const given = splitLink(input.words.length > 0 ? '' : await readLinkText(io));
    const link = await openLink(given.inside, input, io);
    if (!link.ok) {
      complain(io, link.error);
      return 2;
    }
    const relay = readRelayAddress(textOption(input, 'relay') ?? originOfLink(given.page) ?? usualRelay);
    if (!relay.ok) {
      complain(io, addressText(relay.error));
      return 2;
    }
    return add(desk, link.value, relay.value);
  });

// Never from the command line: shells keep what was typed there, and the link opens the share.
async function readLinkText(io: Io): Promise<string> {
  if (io.screen.isInteractive)
    return (await io.loadPrompter()).line(text.clients.add.ask, (given) => (given.trim() === '' ? text.clients.add.nothing : undefined));
  const read = await io.readText('-');
  return read.ok ? read.value : '';
}

async function openLink(inside: string, input: CommandInput, io: Io): Promise<Result<ShareLink, string>> {
  const words = text.clients.add;
  if (inside === '') return err(words.nothing);
  if (inside.startsWith('psoas-device:')) return err(words['device-link']);
  const passphrase = await passphraseFile(input, io);
  if (!passphrase.ok) return passphrase;
  const link = textToShareLink(inside, passphrase.value);
  if (link.ok) return link;
  if (link.error.type !== 'passphrase-needed' || !io.screen.isInteractive) return err(words[link.error.type]);
  const problemOf = (given: string): string | undefined => {
    const opened = textToShareLink(inside, given);
    return opened.ok ? undefined : words[opened.error.type];
  };
  const asked = textToShareLink(inside, await (await io.loadPrompter()).line(words.askPassphrase, problemOf));
  return asked.ok ? asked : err(words[asked.error.type]);
}

async function add(desk: ClientDesk, link: ShareLink, relay: string): Promise<ExitCode> {
  const { io, input, state } = desk;
  const words = text.clients.add;
  const before = state.clients.find((kept) => {
    const open = readKeptLink(kept.link);
    return open.ok && open.value.link.shareFeedId === link.shareFeedId;
  });
  if (before !== undefined) {
    complain(io, fillTemplate(words.already, { label: printable(before.label) }));
    return 2;
  }
  const read = await readShare(desk, { link, relay }, undefined);
  if (!read.ok && isOver(read.error)) {
    complain(io, text.clients.gone);
    return 1;
  }
  if (!read.ok) return sayFault(io, read.error, relay);
  const label = await labelOf(input, io, foldShare(eventsOfReplica(read.value)).standing?.callMe);
  if (!label.ok) {
    complain(io, label.error);
    return 2;
  }
  const data: ClientAdded = {
    client: io.ids.nextId(),
    label: label.value,
    // Open, and at the address of its relay: a list of many asks for no passphrases.
    link: `${relay}/shared#${shareLinkToText(link)}`,
    guestSecret: bytesToBase64url(io.random(32)),
  };
  const written = await record(desk.diary, io, [{ kind: 'client-added', data }]);
  if (!written.ok) return 1;
  if (isOn(input, 'json')) printJson(io, { client: data.client, label: data.label });
  else printLines(io, [fillTemplate(words.done, { label: printable(data.label), id: shortId(data.client) })]);
  return 0;
}

async function labelOf(input: CommandInput, io: Io, callMe: string | undefined): Promise<Result<string, string>> {
  const given = textOption(input, 'label')?.trim() ?? '';
  if (given !== '') return ok(given);
  const problemOf = (name: string): string | undefined => (name.trim() === '' ? text.clients.add.label : undefined);
  if (io.screen.isInteractive) return ok((await (await io.loadPrompter()).line(text.clients.add.askLabel, problemOf, callMe)).trim());
  return callMe === undefined ? err(text.clients.add.label) : ok(callMe);
}
