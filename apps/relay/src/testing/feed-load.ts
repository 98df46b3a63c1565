import { headAfter, parseEntry, parsePullAnswer, parsePushAnswer, writePullBody } from '@psoas/sync';
import { createHousehold, post, postRecords, sign, unwrap, writer, type Household } from './household.ts';
import type { LoadPush } from './signed-load.ts';

/** What was sent to one feed. `seqById` holds what was confirmed. */
export type FeedLoad = {
  readonly home: Household;
  readonly seqById: Map<string, number>;
  readonly unanswered: LoadPush[];
};

/** A new feed at a relay, with so many members that write. */
export async function beginFeed(address: string, writers: number): Promise<Household> {
  const home = createHousehold(address, Array.from({ length: writers }, () => writer));
  const answer = await postRecords(home, home.records);
  if (answer.status !== 200) throw new Error(`The relay does not begin a feed: ${answer.text}`);
  return home;
}

/** The number under which the one entry of a push was stored. @throws Error where it was not. */
export function seqOf(text: string): number {
  const [result] = unwrap(parsePushAnswer(text)).results;
  if (result === undefined || !('seq' in result)) throw new Error(`not confirmed: ${text}`);
  return result.seq;
}

/** What is wrong with a feed, beside what was confirmed: one line for each entry. Empty where nothing is. */
export async function compareFeed({ home, seqById, unanswered }: FeedLoad): Promise<readonly string[]> {
  const ids = await pullIds(home).catch((error: unknown) => String(error));
  if (typeof ids === 'string') return [ids];
  const sent = new Set([...seqById.keys(), ...unanswered.map(({ entryId }) => entryId)]);
  return [
    ...[...seqById].filter(([id, seq]) => ids[seq - 1] !== id).map(([id, seq]) => `${id} is not number ${seq}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
    ...ids.filter((id) => !sent.has(id)).map((id) => `${id} was never sent`),
  ];
}

/** The ids of all entries of a feed, in their order. @throws Error where the head does not fit them (Y-31). */
export async function pullIds(home: Household): Promise<readonly string[]> {
  const [member] = home.members;
  if (member === undefined) throw new Error('a feed without members');
  const ids: string[] = [];
  for (;;) {
    const body = writePullBody({ after: ids.length, recordsAfter: 0, limit: 500 });
    const answer = await post(sign(home, 'pull', { signer: member.keys.signing, body }));
    if (answer.status !== 200) throw new Error(`The relay does not give a feed that it had: ${answer.text}`);
    const { entries, last, head } = unwrap(parsePullAnswer(answer.text));
    if (ids.reduce(headAfter, '0'.repeat(64)) !== head) throw new Error('The head does not fit the entries.');
    ids.push(...entries.map((bytes) => unwrap(parseEntry(bytes)).id));
    if (entries.length === 0 && ids.length === last) return ids;
  }
}
