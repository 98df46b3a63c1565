import { describe, expect, it } from 'vitest';
import type { ProposedChange } from '../sharing/reply/proposal.ts';
import { foldDiary } from './fold-diary.ts';
import { entry, sampleProposal, shareId } from './testing/sample-events.ts';
import { withProposedWishes } from './wish-maps.ts';
import { wishesOf } from './wishes.ts';

const proposal = (id: string, changes: readonly ProposedChange[]): unknown => ({ ...sampleProposal, id, data: { from: 'Anna', changes } });
const accept = (id: string, at: number, changes: readonly ProposedChange[]): unknown => entry('proposal-answered', { share: shareId, proposal: proposal(id, changes), answer: 'accepted' }, { id: `accept-${id}`, at });
const takeBack = (id: string, at: number): unknown => entry('proposal-taken-back', { share: shareId, proposal: id }, { id: `back-${id}`, at });
const own = (swaps: object, at: number): unknown => entry('preference-changed', { key: 'swaps', value: swaps }, { id: `own-${at}`, at });
const swap = (exercise: string, by: string): ProposedChange => ({ kind: 'swap', exercise, by });
const wishes = (...entries: readonly unknown[]): unknown => wishesOf(foldDiary(entries).preferences);

describe('wishes of accepted proposals', () => {
  it('[SH-10] an accepted swap is a wish like an own one', () => {
    expect(wishes(own({ a: 'b' }, 1), accept('p', 2, [swap('c', 'd')]))).toEqual({ swaps: { a: 'b', c: 'd' } });
  });

  it('[SH-10] of an own wish and a proposal for the same exercise the later counts', () => {
    expect(wishes(own({ a: 'b' }, 1), accept('p', 2, [swap('a', 'c')]))).toEqual({ swaps: { a: 'c' } });
    expect(wishes(accept('p', 1, [swap('a', 'c')]), own({ a: 'b' }, 2))).toEqual({ swaps: { a: 'b' } });
  });

  it('[SH-10] a swap of what stands in for another changes it at its place', () => {
    expect(wishes(own({ a: 'b' }, 1), accept('p', 2, [swap('b', 'c')]))).toEqual({ swaps: { a: 'c' } });
  });

  it('[SH-12] taking back gives way to what was before, where nothing came after', () => {
    const changes = [swap('a', 'c'), { kind: 'side', exercise: 'a', side: 'left' }] as const;
    expect(wishes(own({ a: 'b' }, 1), accept('p', 2, changes), takeBack('p', 3))).toEqual({ swaps: { a: 'b' } });
    expect(wishes(accept('p', 2, changes), takeBack('p', 3))).toEqual({ swaps: {} });
    expect(wishes(accept('p', 2, changes), own({ a: 'd' }, 3), takeBack('p', 4))).toEqual({ swaps: { a: 'd' } });
  });

  it('[SH-11] sides are wishes by exercise; nonsense is none', () => {
    expect(wishes(accept('p', 1, [{ kind: 'side', exercise: 'a', side: 'right' }]))).toEqual({ swaps: {}, sides: { a: 'right' } });
    expect(wishes(entry('preference-changed', { key: 'sides', value: { a: 'front', b: 'left' } }, { id: 's' }))).toEqual({ sides: { b: 'left' } });
  });

  it('[SH-06] what was declined changes no wish', () => {
    expect(wishes(entry('proposal-answered', { share: shareId, proposal: proposal('p', [swap('a', 'c')]), answer: 'declined' }, { id: 'd' }))).toEqual({});
  });

  it('[SH-08] tries changes on preferences as if they had been accepted', () => {
    expect(withProposedWishes({ swaps: { a: 'b' }, sound: true }, [swap('b', 'c')])).toEqual({ swaps: { a: 'c' }, sides: {}, sound: true });
  });
});
