import { describe, expect, it } from 'vitest';
import { judgeGroup, toWaiting, type ReadFeed, type Waiting } from './feed-group.ts';
import type { FeedChange, FeedQuestion, StoredFeed } from './feed-storage.ts';

const head = 'c0'.repeat(32);
const stored: StoredFeed = {
  usage: { entries: 1, bytes: 10 },
  recordCount: 1,
  recordBytes: 5,
  chainHead: 'b0'.repeat(32),
  last: 1,
  head,
  receipt: null,
  seqById: new Map(),
  isNonceSeen: false,
};
const read: ReadFeed = { stored, seenMarks: new Set() };

function questionOf(nonce: string, knownChainHead = stored.chainHead): FeedQuestion {
  return { feedId: 'f0', knownChainHead, entryIds: [], request: { signerKey: 'a', nonce, atMillis: 1 } };
}

function entryOf(id: string) {
  return { id, head: id, bytes: new Uint8Array(10) };
}

/** A question whose judge notes what it saw, and changes what it is told to. */
function ask(question: FeedQuestion, change: Omit<FeedChange, 'request'> | undefined, seen: unknown[]): Waiting {
  return toWaiting(
    question,
    (found) => {
      seen.push(found === undefined ? undefined : { last: found.last, head: found.head, isNonceSeen: found.isNonceSeen });
      return { answer: 'done', ...(change !== undefined && { change: { ...change, request: question.request } }) };
    },
    { resolve: () => seen.push('answered'), reject: (error) => seen.push(error) },
  );
}

describe('questions to one feed that are judged together', () => {
  it('[RE-08] each sees what those before it changed, and nobody is answered yet', () => {
    const seen: unknown[] = [];
    const group = [
      ask(questionOf('1'), { entries: [entryOf('x')] }, seen),
      ask(questionOf('2'), undefined, seen),
      ask(questionOf('1'), { entries: [] }, seen),
    ];
    const { change, answers, rest } = judgeGroup(read, group);
    expect(seen).toEqual([
      { last: 1, head, isNonceSeen: false },
      { last: 2, head: 'x', isNonceSeen: false },
      { last: 2, head: 'x', isNonceSeen: true },
    ]);
    expect(change?.entries?.map(({ id }) => id)).toEqual(['x']);
    expect(change?.requests.map(({ nonce }) => nonce)).toEqual(['1', '1']);
    expect(answers.length).toBe(3);
    expect(rest).toEqual([]);
    for (const answer of answers) answer();
    expect(seen.slice(3)).toEqual(['answered', 'answered', 'answered']);
  });

  it('[RE-08] ends with the first that changes the chain; the others wait for its records', () => {
    const seen: unknown[] = [];
    const records = { added: [new Uint8Array(3)], chainHead: 'b1' };
    const group = [
      ask(questionOf('1'), { entries: [entryOf('x')] }, seen),
      ask(questionOf('2'), { records }, seen),
      ask(questionOf('3'), { entries: [entryOf('y')] }, seen),
    ];
    const { change, answers, rest } = judgeGroup(read, group);
    expect(change).toMatchObject({ records, entries: [{ id: 'x' }] });
    expect(answers.length).toBe(2);
    expect(rest).toEqual([group[2]]);
  });

  it('[RE-08] gives records only to who does not know the chain', () => {
    const seen: (readonly Uint8Array[] | undefined)[] = [];
    const look = (question: FeedQuestion): Waiting => ({
      question,
      judge: (found) => {
        seen.push(found?.records);
        return { change: undefined, answer: () => {} };
      },
      fail: () => {},
    });
    const withRecords = { stored: { ...stored, records: [new Uint8Array(1)] }, seenMarks: new Set<string>() };
    judgeGroup(withRecords, [look(questionOf('1')), look(questionOf('2', 'other'))]);
    expect(seen.map((records) => records?.length)).toEqual([undefined, 1]);
  });

  it('[RE-09] a judge that throws fails alone', () => {
    const seen: unknown[] = [];
    const bad: Waiting = {
      question: questionOf('1'),
      judge: () => {
        throw new Error('a fault');
      },
      fail: (error) => seen.push(error),
    };
    const { answers } = judgeGroup(read, [bad, ask(questionOf('2'), undefined, [])]);
    expect(seen).toEqual([new Error('a fault')]);
    expect(answers.length).toBe(1);
  });
});
