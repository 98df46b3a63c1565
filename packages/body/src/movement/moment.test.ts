import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingPosture } from './keyframe-of.ts';
import { entrySeconds, momentOf } from './moment.ts';
import { sampleMovement } from './sample-movement.ts';

const tempo = { upSeconds: 2, pauseSeconds: 1, downSeconds: 3 };
const entering = { ...sampleMovement, entry: [{ to: 'low', seconds: 2 }], repetition: [] };

describe('the moment of a movement', () => {
  it('lowers for as long as the tempo says, pauses, and comes up again', () => {
    const at = (seconds: number): unknown => {
      const { from, to, share, repetition } = momentOf(sampleMovement, {
        kind: 'repetitions',
        seconds,
        tempo,
      });
      return [from, to, Math.round(share * 100) / 100, repetition];
    };
    expect([0, 1.5, 3.5, 4, 5, 6, 7.5].map(at)).toEqual([
      ['tall', 'low', 0, 0],
      ['tall', 'low', 0.5, 0],
      ['low', 'low', 0.5, 0],
      ['low', 'tall', 0, 0],
      ['low', 'tall', 0.5, 0],
      ['tall', 'low', 0, 1],
      ['tall', 'low', 0.5, 1],
    ]);
  });

  it('is in the working posture when the time to get ready ends, and starts only when it has to', () => {
    expect(momentOf(entering, { kind: 'ready', leftSeconds: 5 })).toMatchObject({ from: 'tall', share: 0 });
    expect(momentOf(entering, { kind: 'ready', leftSeconds: 1 })).toMatchObject({
      from: 'tall',
      to: 'low',
      share: 0.5,
    });
    expect(momentOf(entering, { kind: 'ready', leftSeconds: 0 })).toMatchObject({ from: 'low', to: 'low' });
    expect([workingPosture(entering), entrySeconds(entering)]).toEqual(['low', 2]);
  });

  it('stays and breathes in a hold, and rests where it began', () => {
    expect(momentOf(entering, { kind: 'hold', seconds: 2.75 })).toMatchObject({
      from: 'low',
      to: 'low',
      breath: 1,
    });
    expect(momentOf(entering, { kind: 'rest', seconds: 20, leftSeconds: 10 })).toMatchObject({
      from: 'tall',
      share: 0,
    });
  });

  it('leaves for a rest the way it came, and is back when the rest ends', () => {
    expect(momentOf(entering, { kind: 'rest', seconds: 0, leftSeconds: 30 })).toMatchObject({
      from: 'low',
      to: 'low',
    });
    expect(momentOf(entering, { kind: 'rest', seconds: 1, leftSeconds: 29 })).toMatchObject({
      from: 'tall',
      to: 'low',
      share: 0.5,
    });
    expect(momentOf(entering, { kind: 'rest', seconds: 29, leftSeconds: 1 })).toMatchObject({
      from: 'tall',
      to: 'low',
      share: 0.5,
    });
  });

  it('never leaves the way, whatever the time', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (seconds) => {
        const { share, breath } = momentOf(sampleMovement, { kind: 'repetitions', seconds, tempo });
        expect(share >= 0 && share <= 1 && breath >= 0 && breath <= 1).toBe(true);
      }),
    );
  });
});
