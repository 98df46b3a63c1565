import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { createDeviceId, createRootSecret } from '@psoas/sync';
import { complain, isOn, printLines, textOption, type Command } from '../io.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { checkRelay } from '../sync/check-relay.ts';
import { addressText } from '../sync/fault-text.ts';
import { identityName, identityToText, rootDevice } from '../sync/kept-identity.ts';
import { readRelayAddress, usualRelay } from '../sync/relay-address.ts';
import { inPlace, placeOf, readOwn, sayFault } from '../sync/sync-desk.ts';
import { syncNow } from './sync.ts';

/** Makes the root, begins the diary's feed, and syncs for the first time. */
export const syncStart: Command = async (input, io) => {
  const relay = readRelayAddress(textOption(input, 'relay') ?? usualRelay);
  if (!relay.ok) {
    complain(io, addressText(relay.error));
    return 2;
  }
  return inPlace(placeOf(input, io), async (open) => {
    const before = await readOwn(open, open.files);
    if (typeof before === 'number') return before;
    if (before !== undefined) {
      complain(io, fillTemplate(text.start.alreadyStarted, { relay: before.relay }));
      return 2;
    }
    const fault = await checkRelay(io.connectRelay(relay.value));
    if (fault !== undefined) return sayFault(io, fault, relay.value);
    const own = rootDevice({ kind: 'root', deviceId: createDeviceId(io.random), root: createRootSecret(io.random) }, relay.value);
    // Before the relay hears of it: a feed whose root is lost could never be emptied.
    await open.files.replace(identityName, identityToText(own));
    if (!isOn(input, 'json')) {
      const lines = [fillTemplate(text.start.begun, { relay: own.relay }), text.start.wordsNext, text.start.deviceNext];
      printLines(io, [...lines.flatMap((line) => wrap(line, textWidth(io.screen))), '']);
    }
    return syncNow({ ...open, own });
  });
};
