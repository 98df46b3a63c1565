import { describe, expect, it } from 'vitest';
import { foldDiary, readEvent } from '../../diary/index.ts';
import { entry, sampleProposal, samples, shareId } from '../../diary/testing/sample-events.ts';
import { diaryWith } from '../testing/sample-share.ts';
import { importedReplies, importedShare } from './imported-replies.ts';

const imported = entry('proposal-imported', sampleProposal.data, { id: 'i1', at: 3 });
const proposal = { ...sampleProposal, id: 'i1', atMillis: imported['atMillis'], day: imported['day'] };
const answered = (answer: string, share = importedShare): unknown => entry('proposal-answered', { share, proposal, answer }, { id: 'a1', at: 5 });
const takenBack = entry('proposal-taken-back', { share: importedShare, proposal: 'i1' }, { id: 't1', at: 7 });

describe('importedReplies', () => {
  it('[SH-24] a proposal of a file waits, in whatever order it came, until it is answered', () => {
    expect(importedReplies(foldDiary([imported]))).toMatchObject({ open: [proposal], answered: [] });
    for (const entries of [[imported, answered('accepted')], [answered('accepted'), imported]]) expect(importedReplies(foldDiary(entries))).toMatchObject({ open: [], answered: [{ answer: 'accepted' }] });
    expect(importedReplies(foldDiary([imported, answered('declined')]))).toMatchObject({ open: [], answered: [{ answer: 'declined' }] });
  });

  it('[SH-24] alone it changes nothing; accepted it counts as a guest’s, taken back it is as if it had never come', () => {
    const none = diaryWith();
    const wishesOf = (...more: readonly unknown[]): unknown => diaryWith(...more).preferences;
    expect(wishesOf(imported)).toEqual(none.preferences);
    expect(wishesOf(imported, answered('accepted'))).toMatchObject({ swaps: { 'kneeling-hip-flexor-lunge': 'low-lunge' }, sides: { 'low-lunge': 'left' } });
    expect(wishesOf(imported, answered('accepted'), takenBack)).toEqual({ swaps: {}, sides: {} });
  });

  it('[SH-24] the answer of a share answers no file, and the other way round', () => {
    expect(importedReplies(foldDiary([imported, answered('accepted', shareId)])).open).toHaveLength(1);
    expect(foldDiary([imported, answered('accepted')]).shares).toEqual([]);
  });

  it('[SH-24] [E-04] a psoas that does not know the kind keeps it, and follows the answer all the same', () => {
    const unknown = { ...imported, kind: 'proposal-of-tomorrow' };
    const state = foldDiary([unknown, answered('accepted')]);
    expect(state.unreadable).toMatchObject([{ id: 'i1', problem: { type: 'unknown-kind' } }]);
    expect(state.proposalAnswers).toMatchObject([{ answer: 'accepted', proposal: { id: 'i1' } }]);
  });

  it('[SH-04] [E-03] a damaged proposal is reported with its field; fields of tomorrow survive', () => {
    const read = (data: object): unknown => readEvent({ ...imported, data });
    expect(read({ ...samples['proposal-imported'][0], from: 'x'.repeat(61) })).toMatchObject({ ok: false, error: { problem: { problems: [{ field: 'data.from' }] } } });
    expect(read({ ...samples['proposal-imported'][0], changes: [] })).toMatchObject({ ok: false, error: { problem: { problems: [{ field: 'data.changes' }] } } });
    expect(read({ ...samples['proposal-imported'][0], more: 1 })).toMatchObject({ ok: true, value: { data: { more: 1, from: 'Anna' } } });
  });
});
