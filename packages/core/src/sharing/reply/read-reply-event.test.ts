import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleProposal } from '../../diary/testing/sample-events.ts';
import { asJson, startDay } from '../testing/sample-share.ts';
import { readReplyEvent } from './read-reply-event.ts';
import { createReplyEvent } from './reply-event.ts';

const stamp = { id: 'r1', atMillis: 5, day: startDay };
const comment = createReplyEvent('comment', { from: 'Anna', text: 'Well done.\nNext week more.' }, stamp);
const word = createReplyEvent('clinician-word', { from: 'Dr Bo', flags: ['RF21'], date: startDay }, stamp);
const proposalWith = (data: object): unknown => ({ ...sampleProposal, data: { ...sampleProposal.data, ...data } });

describe('readReplyEvent', () => {
  it('[SH-06] reads every kind as it was made', () => {
    for (const event of [comment, word, sampleProposal]) expect(readReplyEvent(asJson(event))).toEqual({ ok: true, value: event });
  });

  it.each([
    ['a name of 61 signs', proposalWith({ from: 'x'.repeat(61) })],
    ['a name in two lines', proposalWith({ from: 'Anna\nBo' })],
    ['a name that turns the direction of writing', proposalWith({ from: 'Anna \u202E' })],
    ['a text of 2001 signs', proposalWith({ text: 'x'.repeat(2001) })],
    ['no change', proposalWith({ changes: [] })],
    ['21 changes', proposalWith({ changes: Array.from({ length: 21 }, () => sampleProposal.data.changes[0]) })],
    ['an amount without a number', proposalWith({ changes: [{ kind: 'amount', exercise: 'bridge' }] })],
    ['half a repetition', proposalWith({ changes: [{ kind: 'amount', exercise: 'bridge', reps: 1.5 }] })],
    ['a negative hold', proposalWith({ changes: [{ kind: 'amount', exercise: 'bridge', holdSeconds: -5 }] })],
    ['a thousand sets', proposalWith({ changes: [{ kind: 'amount', exercise: 'bridge', sets: 1000 }] })],
    ['an exercise that is no name', proposalWith({ changes: [{ kind: 'swap', exercise: '__proto__', by: 'bridge' }] })],
    ['a side that nobody has', proposalWith({ changes: [{ kind: 'side', exercise: 'bridge', side: 'front' }] })],
    ['a kind of change that is not known', proposalWith({ changes: [{ kind: 'load', exercise: 'bridge' }] })],
    ['a flag that is not known', { ...word, data: { ...word.data, flags: ['RF99'] } }],
    ['a comment without text', { ...comment, data: { from: 'Anna' } }],
    ['no envelope', 'hello'],
  ])('[SH-06] refuses %s', (_, event) => {
    expect(readReplyEvent(asJson(event))).toMatchObject({ ok: false, error: { type: 'damaged' } });
  });

  it('[SH-06] keeps nothing but the fields that are known', () => {
    const read = readReplyEvent(JSON.parse(JSON.stringify(proposalWith({ more: 1 })).replace('"kind":"amount"', '"kind":"amount","__proto__":{"x":1},"load":5')));
    expect(read).toEqual({ ok: true, value: sampleProposal });
  });

  it('[SH-05] names a newer version and a kind that is not known', () => {
    expect(readReplyEvent({ ...comment, version: 2 })).toEqual({ ok: false, error: { type: 'newer-version', kind: 'comment', version: 2, known: 1 } });
    expect(readReplyEvent({ ...comment, kind: 'song' })).toEqual({ ok: false, error: { type: 'unknown-kind', kind: 'song' } });
  });

  it('[SH-06] never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('comment', 'proposal', 'clinician-word'), (data, kind) => {
        readReplyEvent(data);
        readReplyEvent({ ...comment, kind, data });
      }),
      { numRuns: 1000 },
    );
  });
});
