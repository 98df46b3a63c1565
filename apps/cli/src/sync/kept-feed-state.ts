import { createFieldReader, isRecord, type FieldReader, type Problem, type UnknownRecord } from '@psoas/kernel';
import { base64urlToBytes, bytesToBase64url, type FeedState, type Member, type WrappedKey } from '@psoas/sync';

const purposes = ['diary', 'share', 'reply'] as const;
const reasons = ['full', 'new-root'] as const;
const anyCount = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true } as const;

/** What the records of a feed add up to, as JSON has it; equal states give equal texts. */
export function feedStateToJson({ feedId, ownerKey, purpose, before, epoch, isErased, ...feed }: FeedState): UnknownRecord {
  return {
    feedId,
    ownerKey,
    purpose,
    before,
    epoch,
    isErased,
    hashes: feed.hashes,
    members: [...feed.members.values()].map(memberToJson),
    wraps: feed.wraps.map((each) => ({ epoch: each.epoch, wraps: each.wraps.map(wrapToJson) })),
    successor: feed.successor && { next: feed.successor.next, why: feed.successor.why },
  };
}

/** Reads it again; what is wrong with it is added to `problems`. */
export function readFeedState(value: unknown, problems: Problem[]): FeedState | undefined {
  const reader = createFieldReader(value, 'feed', problems);
  if (reader === undefined || !isRecord(value)) return undefined;
  const feedId = reader.text('feedId');
  const ownerKey = reader.text('ownerKey');
  const purpose = reader.choice('purpose', purposes);
  const before = reader.text('before');
  const epoch = reader.number('epoch', anyCount);
  const isErased = reader.flag('isErased');
  const successor = readSuccessor(reader.inner('successor', 'optional'));
  const hashes = readList(value, 'hashes').filter((hash) => typeof hash === 'string');
  const members = readList(value, 'members').map((member) => readMember(member, problems));
  const wraps = readList(value, 'wraps').map((wrap) => readEpoch(wrap, problems));
  if (problems.length > 0 || feedId === undefined || ownerKey === undefined || purpose === undefined) return undefined;
  if (before === undefined || epoch === undefined || isErased === undefined) return undefined;
  return {
    feedId,
    ownerKey,
    purpose,
    before,
    epoch,
    isErased,
    hashes,
    members: new Map(present(members).map((member) => [member.key, member])),
    wraps: present(wraps),
    ...(successor !== undefined && { successor }),
  };
}

/** A list of a record; what is no list is empty. */
export function readList(value: UnknownRecord, key: string): readonly unknown[] {
  const found = value[key];
  return Array.isArray(found) ? found : [];
}

/** What is there of a list. */
export function present<Item>(items: readonly (Item | undefined)[]): readonly Item[] {
  return items.filter((item) => item !== undefined);
}

function readSuccessor(reader: FieldReader | undefined): FeedState['successor'] {
  const next = reader?.text('next');
  const why = reader?.choice('why', reasons);
  return next === undefined || why === undefined ? undefined : { next, why };
}

function readMember(value: unknown, problems: Problem[]): Member | undefined {
  const reader = createFieldReader(value, 'feed.members', problems);
  const rights = reader?.inner('rights');
  const key = reader?.text('key');
  const device = reader?.text('device');
  const expiresAtMillis = reader?.number('expiresAtMillis', anyCount);
  const revokedAfter = reader?.text('revokedAfter', 'optional');
  const invitedBy = reader?.text('invitedBy', 'optional');
  const read = rights?.flag('read');
  const write = rights?.flag('write');
  const invite = rights?.flag('invite');
  if (key === undefined || device === undefined || expiresAtMillis === undefined) return undefined;
  if (read === undefined || write === undefined || invite === undefined) return undefined;
  return {
    key,
    rights: { read, write, invite },
    device,
    expiresAtMillis,
    ...(revokedAfter !== undefined && { revokedAfter }),
    ...(invitedBy !== undefined && { invitedBy }),
  };
}

function memberToJson({ key, rights: { read, write, invite }, device, expiresAtMillis, revokedAfter, invitedBy }: Member): UnknownRecord {
  return { key, rights: { read, write, invite }, device, expiresAtMillis, revokedAfter, invitedBy };
}

function wrapToJson({ memberKey, nonce, sealed }: WrappedKey): UnknownRecord {
  return { memberKey, nonce: bytesToBase64url(nonce), sealed: bytesToBase64url(sealed) };
}

function readEpoch(value: unknown, problems: Problem[]): FeedState['wraps'][number] | undefined {
  const epoch = createFieldReader(value, 'feed.wraps', problems)?.number('epoch', anyCount);
  if (epoch === undefined || !isRecord(value)) return undefined;
  return { epoch, wraps: present(readList(value, 'wraps').map((wrap) => readWrap(wrap, problems))) };
}

function readWrap(value: unknown, problems: Problem[]): WrappedKey | undefined {
  const reader = createFieldReader(value, 'feed.wraps', problems);
  const memberKey = reader?.text('memberKey');
  const nonce = readBytes(reader, 'nonce', problems);
  const sealed = readBytes(reader, 'sealed', problems);
  return memberKey === undefined || nonce === undefined || sealed === undefined ? undefined : { memberKey, nonce, sealed };
}

function readBytes(reader: FieldReader | undefined, key: string, problems: Problem[]): Uint8Array | undefined {
  const read = base64urlToBytes(reader?.text(key) ?? '');
  if (read.ok) return read.value;
  problems.push({ field: `feed.wraps.${key}`, kind: 'not-allowed', allowed: 'base64url' });
  return undefined;
}
