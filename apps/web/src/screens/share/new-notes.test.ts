import { parseLocalDate } from '@psoas/kernel';
import { foldDiary } from '@psoas/core/diary';
import { createReplyEvent, type ReplyEvent } from '@psoas/core/sharing';
import { describe, expect, it } from 'vitest';
import { newNotesOf } from './new-notes.ts';

const share = 'ab'.repeat(16);
const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('no day');
const stamp = (id: string, atMillis: number) => ({ id, atMillis, day: day.value });
const comment = createReplyEvent('comment', { from: 'Anna', text: 'Well done.' }, stamp('comment', 2));
const word = createReplyEvent('clinician-word', { from: 'Anna', flags: ['RF22'], date: day.value }, stamp('word', 3));
const proposal = createReplyEvent('proposal', { from: 'Anna', changes: [{ kind: 'side', exercise: 'dead-bug', side: 'left' }] }, stamp('proposal', 1));

const held = (...events: readonly ReplyEvent[]) => ({ share, replies: events.map((event) => ({ ...event })), isEmptied: false });
const answered = (by: string) =>
  foldDiary([{ id: 'a1', kind: 'proposal-answered', version: 1, atMillis: 9, day: day.value, data: { share: by, proposal, answer: 'declined' } }]);
const idsOf = (...args: Parameters<typeof newNotesOf>): readonly string[] => newNotesOf(...args).map(({ id }) => id);

describe('newNotesOf', () => {
  it('[SH-21] what waits stands in the order in which it was written', () => {
    expect(idsOf(held(comment, word, proposal), foldDiary([]), new Set())).toEqual(['proposal', 'comment', 'word']);
    expect(idsOf(undefined, foldDiary([]), new Set())).toEqual([]);
  });

  it('[SH-21] what was noted waits no more; a proposal waits until it is answered, in this share', () => {
    const seen = new Set(['comment', 'word', 'proposal']);
    expect(idsOf(held(comment, word, proposal), foldDiary([]), seen)).toEqual(['proposal']);
    expect(idsOf(held(proposal), answered(share), new Set())).toEqual([]);
    expect(idsOf(held(proposal), answered('cd'.repeat(16)), new Set())).toEqual(['proposal']);
  });
});
