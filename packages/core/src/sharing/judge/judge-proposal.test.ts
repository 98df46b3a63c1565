import { describe, expect, it } from 'vitest';
import type { DiaryState } from '../../diary/index.ts';
import { entry, healthyAnswers } from '../../diary/testing/sample-events.ts';
import { context, diaryWith, viewOf } from '../testing/sample-share.ts';
import type { ProposedChange } from '../reply/proposal.ts';
import type { JudgedChange } from './judgement.ts';
import { judgeProposal, previewProposal } from './judge-proposal.ts';

const [march, lunge] = ['standing-march', 'kneeling-hip-flexor-lunge'];
const judge = (changes: readonly ProposedChange[], state: DiaryState = diaryWith()): readonly JudgedChange[] => judgeProposal({ changes }, state, context).changes;
const one = (change: ProposedChange, state?: DiaryState): JudgedChange | undefined => judge([change], state)[0];
const checkAgain = (parts: object): unknown => entry('check-completed', { answers: { ...healthyAnswers, ...parts } }, { id: 'check-2', at: 60 });

describe('judgeProposal', () => {
  it('[SH-08] says that an amount inside the range fits, with what is given now', () => {
    expect(one({ kind: 'amount', exercise: march, reps: 12 })).toMatchObject({ verdict: 'fits', amounts: [{ amount: 'reps', from: 10, asked: 12, to: 12 }] });
  });

  it('[SH-09] limits an amount to the nearest end of the range', () => {
    expect(one({ kind: 'amount', exercise: march, reps: 40 })).toMatchObject({ verdict: 'limited', amounts: [{ to: 12, rule: 'SH-09' }] });
    expect(one({ kind: 'amount', exercise: march, reps: 1 })).toMatchObject({ verdict: 'limited', amounts: [{ to: 8, rule: 'SH-09' }] });
    expect(one({ kind: 'amount', exercise: lunge, sets: 3 })).toMatchObject({ verdict: 'limited', amounts: [{ amount: 'sets', to: 2 }] });
  });

  it('[SH-09] refuses seconds for repetitions, and repetitions for a hold', () => {
    expect(one({ kind: 'amount', exercise: march, holdSeconds: 30 })).toMatchObject({ verdict: 'refused', because: 'counted-otherwise' });
    expect(one({ kind: 'amount', exercise: lunge, reps: 10 })).toMatchObject({ verdict: 'refused', because: 'counted-otherwise' });
  });

  it('[SH-09] [P-04] refuses an amount for one side of an exercise of both', () => {
    expect(one({ kind: 'amount', exercise: march, side: 'left', reps: 12 })).toMatchObject({ verdict: 'refused', because: 'sides-stay-equal', by: ['P-04'] });
    expect(judge([{ kind: 'side', exercise: march, side: 'left' }, { kind: 'amount', exercise: march, side: 'left', reps: 12 }])).toMatchObject([{ verdict: 'fits' }, { verdict: 'fits', amounts: [{ to: 12 }] }]);
  });

  it('[SH-08] refuses what it does not know, and what is not in the plan', () => {
    expect(one({ kind: 'amount', exercise: 'nonsense', reps: 8 })).toMatchObject({ verdict: 'refused', because: 'unknown-exercise' });
    expect(one({ kind: 'swap', exercise: march, by: 'nonsense' })).toMatchObject({ verdict: 'refused', because: 'unknown-exercise' });
    expect(one({ kind: 'swap', exercise: march, by: lunge })).toMatchObject({ verdict: 'refused', because: 'other-kind', by: ['P-11'] });
  });

  it('[SH-08] refuses everything while sessions are stopped', () => {
    const stopped = diaryWith(entry('safety-answered', { newSigns: ['RF07'], painNow: 0 }, { id: 's', at: 60 }));
    expect(one({ kind: 'amount', exercise: march, reps: 12 }, stopped)).toMatchObject({ verdict: 'refused', because: 'stopped' });
  });

  it('[SH-08] [P-01] limits what the minutes of a day do not hold', () => {
    const short = diaryWith(checkAgain({ about: { ...healthyAnswers.about, minutesPerDay: 5 } }));
    const judged = one({ kind: 'amount', exercise: march, sets: 3, reps: 12 }, short);
    expect(judged).toMatchObject({ verdict: 'limited' });
    expect(judged?.verdict === 'limited' ? judged.amounts.map(({ amount, rule }) => [amount, rule]) : []).toContainEqual(['sets', 'P-01']);
  });

  it('[SH-11] a side fits where each side works for itself and is allowed', () => {
    expect(one({ kind: 'side', exercise: lunge, side: 'left' })).toMatchObject({ verdict: 'fits' });
    const hurt = diaryWith(checkAgain({ pain: { now: 1, where: ['groin-left'] } }));
    expect(one({ kind: 'side', exercise: lunge, side: 'left' }, hurt)).toMatchObject({ verdict: 'refused', because: 'excluded', by: expect.arrayContaining(['M-ANTERIOR-HIP']) as unknown });
    expect(one({ kind: 'side', exercise: lunge, side: 'both' }, hurt)).toMatchObject({ verdict: 'refused', because: 'excluded' });
  });

  it('[SH-08] the preview of the guest says the same from what was shared', () => {
    const changes: readonly ProposedChange[] = [
      { kind: 'amount', exercise: march, reps: 40 },
      { kind: 'amount', exercise: lunge, holdSeconds: 50 },
      { kind: 'side', exercise: lunge, side: 'right' },
      { kind: 'swap', exercise: march, by: 'nonsense' },
    ];
    expect(previewProposal({ changes }, viewOf(diaryWith()), context.catalogue).changes).toEqual(judge(changes));
    expect(previewProposal({ changes }, viewOf(diaryWith(), ['sessions']), context.catalogue).changes.map((each) => each.verdict === 'refused' && each.because)).toEqual(changes.map(() => 'not-shared'));
  });
});
