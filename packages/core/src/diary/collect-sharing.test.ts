import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary, openFold } from './fold-diary.ts';
import { entry, sampleProposal, samples, shareId } from './testing/sample-events.ts';

const other = 'f'.repeat(32);
const made = entry('share-made', { ...samples['share-made'][0] }, { id: 'm1', at: 1 });
const ended = entry('share-ended', { share: shareId }, { id: 'e1', at: 9 });
const answered = (answer: 'accepted' | 'declined', id: string, at: number): unknown => entry('proposal-answered', { share: shareId, proposal: sampleProposal, answer }, { id, at });
const takenBack = (id: string, at: number): unknown => entry('proposal-taken-back', { share: shareId, proposal: sampleProposal.id }, { id, at });
const answersOf = (...entries: readonly unknown[]): readonly unknown[] =>
  foldDiary(entries).proposalAnswers.map(({ id, answer, takenBack: back }) => [id, answer, back?.id]);

describe('shares in the diary', () => {
  it('[SH-14] a share keeps its parts and its end; made again it shows others', () => {
    const again = entry('share-made', { share: shareId, label: 'Anna', parts: ['findings'] }, { id: 'm2', at: 5 });
    expect(foldDiary([made, again]).shares).toMatchObject([{ share: shareId, label: 'Anna', parts: ['findings'], id: 'm1' }]);
    expect(foldDiary([made, again]).shares[0]).not.toHaveProperty('callMe');
    expect(foldDiary([made]).shares).toMatchObject([{ callMe: 'Kim', untilMillis: 1_775_000_000_000 }]);
  });

  it('[SH-14] what was ended stays ended, in whatever order it was written down', () => {
    const again = entry('share-made', { share: shareId, label: 'Anna', parts: ['findings'] }, { id: 'm2', at: 20 });
    for (const entries of [[made, ended, again], [ended, made, again], [again, ended, made]])
      expect(foldDiary(entries).shares).toMatchObject([{ ended: { id: 'e1' } }]);
    expect(foldDiary([entry('share-ended', { share: other }, { id: 'e2' }), made]).shares[0]).not.toHaveProperty('ended');
  });

  it('[SH-14] refuses an id that is none, and names the field', () => {
    const read = foldDiary([entry('share-ended', { share: 'ABC' }, { id: 'bad' })]).unreadable;
    expect(read).toMatchObject([{ id: 'bad', problem: { type: 'damaged', problems: [{ field: 'data.share' }] } }]);
  });
});

describe('answered proposals', () => {
  it('[SH-07] what was accepted stays so until it is taken back', () => {
    expect(answersOf(answered('accepted', 'a', 1))).toEqual([['a', 'accepted', undefined]]);
    expect(answersOf(answered('accepted', 'a', 1), answered('accepted', 'b', 2))).toEqual([['a', 'accepted', undefined]]);
    expect(answersOf(answered('accepted', 'a', 1), takenBack('t', 2))).toEqual([['a', 'accepted', 't']]);
    expect(answersOf(answered('accepted', 'a', 1), answered('declined', 'd', 2))).toEqual([['a', 'accepted', 'd']]);
  });

  it('[SH-07] what was declined, or taken back, can be accepted later', () => {
    expect(answersOf(answered('declined', 'd', 1), answered('accepted', 'a', 2))).toEqual([['a', 'accepted', undefined]]);
    expect(answersOf(answered('accepted', 'a', 1), takenBack('t', 2), answered('accepted', 'b', 3))).toEqual([['b', 'accepted', undefined]]);
    expect(answersOf(answered('declined', 'd', 1), takenBack('t', 2))).toEqual([['d', 'declined', undefined]]);
  });

  it('[SH-06] a damaged proposal is reported with its field, and nothing follows from it', () => {
    const hostile = { ...sampleProposal, data: { from: 'x'.repeat(100), changes: sampleProposal.data.changes } };
    const state = foldDiary([entry('proposal-answered', { share: shareId, proposal: hostile, answer: 'accepted' }, { id: 'a' })]);
    expect(state.proposalAnswers).toEqual([]);
    expect(state.preferences).toEqual({});
    expect(JSON.stringify(state.unreadable)).toContain('data.proposal.data.from');
  });
});

describe('clients', () => {
  const added = entry('client-added', { ...samples['client-added'][0] }, { id: 'c1', at: 1 });
  const changed = (data: object, id: string, at: number): unknown => entry('client-changed', { client: 'client-1', ...data }, { id, at });

  it('[SH-15] keep link and secret, take another label, and are put aside', () => {
    const state = foldDiary([added, changed({ label: 'Kim B.' }, 'c2', 2), changed({ archived: true }, 'c3', 3)]);
    expect(state.clients).toMatchObject([{ client: 'client-1', label: 'Kim B.', archived: true, link: samples['client-added'][0]?.['link'] }]);
  });

  it('[SH-15] once removed they stay removed, in whatever order', () => {
    const removed = entry('client-removed', { client: 'client-1' }, { id: 'c9', at: 9 });
    for (const entries of [[added, removed], [removed, added], [removed, added, changed({ label: 'X' }, 'c2', 20)]]) expect(foldDiary(entries).clients).toEqual([]);
  });

  it('[SH-15] a damaged secret is refused without being told', () => {
    const secret = `${'s'.repeat(42)}!`;
    const { unreadable } = foldDiary([entry('client-added', { client: 'c', label: 'Kim', link: 'x', guestSecret: secret }, { id: 'c1' })]);
    expect(unreadable).toMatchObject([{ problem: { problems: [{ field: 'data.guestSecret' }] } }]);
    expect(JSON.stringify(unreadable)).not.toContain(secret);
  });
});

describe('sharing in a diary that grows', () => {
  const events = [made, answered('accepted', 'a', 2), takenBack('t', 3), ended, entry('client-added', { ...samples['client-added'][0] }, { id: 'c1', at: 4 }), entry('preference-changed', { key: 'swaps', value: { bridge: 'dead-bug' } }, { id: 'p', at: 5 })];

  it('[E-12] however it is cut up, it adds up to the same', () => {
    fc.assert(
      fc.property(fc.nat(events.length), fc.nat(events.length), (first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const fold = openFold(events.slice(0, from));
        fold.state();
        fold.add(events.slice(from, to));
        fold.state();
        fold.add(events.slice(to));
        expect(fold.state()).toEqual(foldDiary(events));
      }),
    );
  });
});
