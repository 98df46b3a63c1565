import { textToDeviceLink, textToRoot, textToShareLink, deviceLinkToText, rootToText, rootToWords, shareLinkToText, wordsToRoot } from '@psoas/sync';
import fc from 'fast-check';
import { entryToLine, readLogLine } from '../../apps/cli/src/sync/kept-entry.ts';
import { identityToText, readIdentity, rootDevice } from '../../apps/cli/src/sync/kept-identity.ts';
import { headToText, readReplica } from '../../apps/cli/src/sync/kept-replica.ts';
import { originOfLink, readRelayAddress } from '../../apps/cli/src/sync/relay-address.ts';
import { readDiaryKey } from '../../apps/cli/src/sync/read-key-text.ts';
import { readRelayAddress as readTypedAddress } from '../../apps/web/src/sync/relay-address.ts';
import { jsonBombs, textBombs } from './bombs.ts';
import { bytesOf, enteredBy, refusedBy, textOf, type Door } from './door.ts';
import { editedJson } from './mutations.ts';
import { deviceId, deviceSecret, fullReplica, keys, member, root } from './sample-feed.ts';

const words = rootToWords(root).join(' ');
const link = shareLinkToText({ shareFeedId: keys.feedId, replyFeedId: keys.feedId, linkSecret: root });
const device = deviceLinkToText({ deviceId, deviceSecret, feedId: keys.feedId });

/** What somebody types or scans to open a diary: 24 words, the text of a root, a device link. */
const diaryKeyDoor: Door = {
  id: 'diary-key',
  seeds: [words, words.toUpperCase(), rootToText(root), device, `https://psoas.example/settings/link#${device}`].map(bytesOf),
  made: fc.array(fc.oneof(fc.constantFrom(...words.split(' ')), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }).map((parts) => bytesOf(parts.join(' '))),
  bombs: [...textBombs, bytesOf(`https://${'a'.repeat(500_000)} #`), bytesOf(`https://${'#'.repeat(300_000)}`), bytesOf(`${words} `.repeat(2000)), bytesOf(`psoas:1:${'A'.repeat(1_000_000)}`), bytesOf(`psoas-device:1:${'A'.repeat(1_000_000)}`)],
  enter: (input) => {
    const text = textOf(input);
    enteredBy(wordsToRoot(text));
    enteredBy(textToRoot(text));
    enteredBy(textToDeviceLink(text));
    const read = readDiaryKey(text);
    return read.ok ? 'taken' : refusedBy(read.error);
  },
};

/** The link of a share. Without a passphrase: that one costs 128 MiB each time, by design. */
const shareLinkDoor: Door = {
  id: 'share-link',
  seeds: [bytesOf(link)],
  made: fc.uint8Array({ maxLength: 200 }).map((bytes) => bytesOf(Buffer.from(bytes).toString('base64url'))),
  bombs: [...textBombs, bytesOf('A'.repeat(1_000_000))],
  enter: (input) => enteredBy(textToShareLink(textOf(input))),
};

/** The address of a relay, as it is typed or stands in a link. */
const addressDoor: Door = {
  id: 'address',
  seeds: ['https://relay.example', 'http://127.0.0.1:8421/', 'http://[::1]:80', `https://psoas.example/shared#${link}`].map(bytesOf),
  made: fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.tuple(fc.constantFrom('http:', 'https:', 'javascript:', 'data:', 'file:', ''), fc.string({ unit: 'binary' })).map((parts) => parts.join('//'))).map(bytesOf),
  bombs: textBombs,
  enter: (input) => {
    const text = textOf(input);
    const [typed, read, origin] = [readTypedAddress(text), readRelayAddress(text), originOfLink(text)];
    const safe = [typed, read.ok ? read.value : undefined, origin].filter((found) => found !== undefined);
    if (safe.some((found) => !/^(?:https:|http:\/\/(?:localhost|127\.|\[::1\]))/.test(found))) throw new Error(`took an unsafe address: ${safe.join(' ')}`);
    return enteredBy(read);
  },
};

const identity = identityToText(rootDevice({ kind: 'root', deviceId, root }, 'https://relay.example'));
const log = [...fullReplica.entries.values()].map((entry) => `${entryToLine({ entry })}\n`).join('');
const head = headToText(fullReplica, Buffer.byteLength(log));
const kept = [JSON.parse(identity), JSON.parse(head), ...log.split('\n').filter(Boolean).map((line): unknown => JSON.parse(line))];

/** The files in which the command keeps a feed. */
const syncFolderDoor: Door = {
  id: 'sync-folder',
  seeds: [identity, head, ...log.split('\n')].map(bytesOf),
  made: editedJson(kept).map((value) => bytesOf(JSON.stringify(value))),
  bombs: [...textBombs, ...jsonBombs((inner) => `{"version":1,"logBytes":0,"cursor":0,"head":${inner},"clock":${inner},"feed":${inner},"waiting":${inner},"unexplained":${inner},"id":${inner},"stamp":${inner},"text":${inner}}`)],
  enter: (input) => {
    const text = textOf(input);
    readLogLine(text);
    const read = readReplica({ head: text, log }, member);
    return read === undefined ? enteredBy(readIdentity(text)) : 'taken';
  },
};

export const keyDoors: readonly Door[] = [diaryKeyDoor, shareLinkDoor, addressDoor, syncFolderDoor];
