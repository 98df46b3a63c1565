import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { createDeviceId } from '@psoas/sync';
import { hasDiary, type FeedFault } from '@psoas/sync/client';
import { complain, isOn, printLines, textOption, type Command, type Io } from '../io.ts';
import { addressText } from '../sync/fault-text.ts';
import { identityName, identityToText, rootDevice, type KeptIdentity } from '../sync/kept-identity.ts';
import { readDiaryKey, type DiaryKey } from '../sync/read-key-text.ts';
import { originOfLink, readRelayAddress, usualRelay } from '../sync/relay-address.ts';
import { enterAnew } from '../sync/diary-feed.ts';
import { inPlace, partsOf, placeOf, readOwn, sayFault, type OpenPlace } from '../sync/sync-desk.ts';
import { syncNow } from './sync.ts';

/** Brings a diary here, with its words or with a link, and syncs for the first time. */
export const syncJoin: Command = (input, io) =>
  inPlace(placeOf(input, io), async (open) => {
    const before = await readOwn(open, open.files);
    if (typeof before === 'number') return before;
    if (before !== undefined) {
      complain(io, fillTemplate(text.start.alreadyStarted, { relay: before.relay }));
      return 2;
    }
    const key = readDiaryKey(input.words.length > 0 ? '' : await readSecretText(io));
    if (!key.ok) {
      complain(io, ...key.error.split('\n'));
      return 2;
    }
    const page = key.value.kind === 'linked' ? originOfLink(key.value.page) : undefined;
    const relay = readRelayAddress(textOption(input, 'relay') ?? page ?? usualRelay);
    if (!relay.ok) {
      complain(io, addressText(relay.error));
      return 2;
    }
    const own = identityOf(key.value, relay.value, io);
    const entered = await enter(open, own);
    if (!entered.ok) return sayFault(io, entered.error, own.relay);
    if (!entered.value) {
      complain(io, fillTemplate(text.join.noDiary, { relay: own.relay }));
      return 2;
    }
    if (!isOn(input, 'json')) printLines(io, [fillTemplate(text.join.joined, { relay: own.relay })]);
    return syncNow({ ...open, own });
  });

// Never from the command line: shells keep what was typed there, and others see it in the list of processes.
async function readSecretText(io: Io): Promise<string> {
  if (io.screen.isInteractive) {
    const prompter = await io.loadPrompter();
    return prompter.line(text.join.ask, (answer) => {
      const key = readDiaryKey(answer);
      return key.ok ? undefined : key.error;
    });
  }
  const read = await io.readText('-');
  return read.ok ? read.value : '';
}

function identityOf(key: DiaryKey, relay: string, io: Io): KeptIdentity {
  if (key.kind === 'root') return rootDevice({ kind: 'root', deviceId: createDeviceId(io.random), root: key.root }, relay);
  const { deviceId, deviceSecret, feedId } = key.link;
  return { identity: { kind: 'linked', deviceId, deviceSecret }, relay, firstFeedId: feedId };
}

// False where the words are of no diary there: they must not begin one.
async function enter(open: OpenPlace, own: KeptIdentity): Promise<Result<boolean, FeedFault>> {
  const parts = partsOf(open, own.relay);
  if (own.identity.kind === 'root') {
    const isThere = await hasDiary(parts, own.identity.root);
    if (!isThere.ok || !isThere.value) return isThere;
  }
  await open.files.replace(identityName, identityToText(own));
  const entered = await enterAnew(own, parts);
  if (entered.ok) return ok(true);
  // Not joined, so that a better link can be tried.
  await open.files.remove(identityName);
  return err(entered.error);
}
