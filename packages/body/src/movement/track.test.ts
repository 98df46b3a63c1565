import { describe, expect, it } from 'vitest';
import { ballPlace } from '../contact/settle.ts';
import { coordinateCount, coordinateIndex } from '../pose/coordinates.ts';
import { poseBetween, poseToArray } from '../pose/pose.ts';
import { keyframeOf } from './keyframe-of.ts';
import { createTrack, waysOf } from './track.ts';
import { sampleMovement } from './sample-movement.ts';

const track = createTrack(sampleMovement);

function distance(from: readonly number[], to: readonly number[]): number {
  return Math.hypot(...from.map((value, index) => value - (to[index] ?? 0)));
}

describe('the track of a movement', () => {
  it('keeps a bearing foot where it is, all the way; joint angles alone would let it slide', () => {
    const start = ballPlace(poseToArray(keyframeOf(sampleMovement, 'tall').pose), 'ball_l');
    const values = new Float64Array(coordinateCount);
    let most = 0;
    for (let step = 0; step <= 100; step += 1) {
      track.valuesBetween('tall', 'low', step / 100, values);
      most = Math.max(most, distance(ballPlace(values, 'ball_l'), start));
    }
    expect(most).toBeLessThan(0.01);
    const halfway = poseBetween(
      keyframeOf(sampleMovement, 'tall').pose,
      keyframeOf(sampleMovement, 'low').pose,
      0.5,
    );
    expect(distance(ballPlace(poseToArray(halfway), 'ball_l'), start)).toBeGreaterThan(0.02);
  });

  it('leaves the free leg to its angles', () => {
    const values = new Float64Array(coordinateCount);
    track.valuesBetween('tall', 'low', 0.5, values);
    expect((values[coordinateIndex('hip_flexion_r')] ?? 0) * (180 / Math.PI)).toBeCloseTo(40, 0);
  });

  it('prepares each of its ways once, and then has none left', () => {
    const fresh = createTrack(sampleMovement);
    expect(waysOf(sampleMovement)).toEqual([
      ['tall', 'low'],
      ['low', 'tall'],
    ]);
    expect([fresh.prepareNext(), fresh.prepareNext(), fresh.prepareNext()]).toEqual([true, true, false]);
  });

  it('names a keyframe that does not exist', () => {
    expect(() => keyframeOf(sampleMovement, 'nowhere')).toThrow(/nowhere/);
  });
});
