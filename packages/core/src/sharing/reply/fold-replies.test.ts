import { describe, expect, it } from 'vitest';
import { entry, sampleProposal, shareId } from '../../diary/testing/sample-events.ts';
import { asJson, diaryWith, startDay } from '../testing/sample-share.ts';
import { foldReplies, isWordWritten } from './fold-replies.ts';
import { createReplyEvent } from './reply-event.ts';

const commentAt = (atMillis: number, text: string): unknown => asJson(createReplyEvent('comment', { from: 'Anna', text }, { id: `c${atMillis}`, atMillis, day: startDay }));
const answered = (answer: string): ReturnType<typeof diaryWith> => diaryWith(entry('proposal-answered', { share: shareId, proposal: sampleProposal, answer }, { id: 'a1', at: 5 }));

describe('foldReplies', () => {
  it('[SH-07] puts comments in order and counts the same id once, the first time', () => {
    const { comments } = foldReplies([commentAt(9, 'Second.'), commentAt(3, 'First.'), { ...(commentAt(3, 'Changed.') as object) }], []);
    expect(comments.map(({ data }) => data.text)).toEqual(['First.', 'Second.']);
  });

  it('[SH-07] a proposal is open until it is answered', () => {
    expect(foldReplies([sampleProposal], []).open).toHaveLength(1);
    for (const answer of ['accepted', 'declined']) {
      const replies = foldReplies([sampleProposal], answered(answer).proposalAnswers);
      expect(replies.open).toEqual([]);
      expect(replies.answered).toMatchObject([{ answer, proposal: { id: sampleProposal.id } }]);
    }
  });

  it('[SH-05] counts what it cannot read, and names a newer version', () => {
    expect(foldReplies([commentAt(1, 'One.'), 7, { ...sampleProposal, version: 4 }], [])).toMatchObject({ unreadableCount: 2, newerVersion: 4, open: [] });
  });

  it('[SH-06] a clinician’s word of a guest does nothing to the diary by itself', () => {
    const word = createReplyEvent('clinician-word', { from: 'Dr Bo', flags: ['RF21'], date: startDay }, { id: 'w', atMillis: 1, day: startDay });
    const state = diaryWith(asJson(word));
    expect(state.agreements).toEqual([]);
    expect(state.unreadable).toMatchObject([{ problem: { type: 'unknown-kind' } }]);
    expect(foldReplies([asJson(word)], []).words).toEqual([word]);
    expect(isWordWritten(word, state)).toBe(false);
    const written = (date: string): ReturnType<typeof diaryWith> => diaryWith(entry('clinician-agreed', { flags: ['RF21', 'RF46'], date }, { id: 'g', at: 60 }));
    expect([isWordWritten(word, written('2026-03-02')), isWordWritten(word, written('2026-03-01'))]).toEqual([true, false]);
  });
});
