import { describe, expect, it } from 'vitest';
import { wrapCircle } from './wrap-circle.ts';

const circle = { radius: 1, sideX: 0, sideY: 1 };

function wrap(ax: number, ay: number, [bx, by]: readonly [number, number]): readonly number[] | undefined {
  const way = new Float64Array(5);
  return wrapCircle(Float64Array.of(ax, ay, bx, by), circle, way) ? [...way] : undefined;
}

describe('wrapCircle', () => {
  it('goes round a circle in the way, on its side', () => {
    // From 2 radii left to 2 radii right: two tangents of √3 and a third of half the circle.
    const [length = 0, inX = 0, inY = 0, outX = 0, outY = 0] = wrap(-2, 0, [2, 0]) ?? [];
    expect(length).toBeCloseTo(2 * Math.sqrt(3) + Math.PI / 3, 12);
    expect([inX, inY, outX, outY].map((each) => Number(each.toFixed(12)))).toEqual(
      [Math.cos(Math.PI / 6), 0.5, Math.cos(Math.PI / 6), -0.5].map((each) => Number(each.toFixed(12))),
    );
  });

  it('lets the straight line be where it passes on the right side', () => {
    expect(wrap(-2, 1.01, [2, 1.01])).toBeUndefined();
  });

  it('goes the long way round where the straight line passes on the wrong side', () => {
    const [length = 0] = wrap(-2, -1.5, [2, -1.5]) ?? [];
    expect(length).toBeGreaterThan(4 + 2);
  });

  it('lifts off without a jump', () => {
    const lengthAt = (height: number): number => wrap(-2, height, [2, height])?.[0] ?? 4;
    expect(lengthAt(1 - 1e-9)).toBeCloseTo(4, 12);
    expect(lengthAt(1 + 1e-9)).toBe(4);
  });

  it('gives up on ends inside the circle, and on ends in one place', () => {
    expect(wrap(-0.5, 0, [2, 0])).toBeUndefined();
    expect(wrap(-2, 0, [0.5, 0])).toBeUndefined();
    expect(wrap(2, -1, [2, -1])).toBeUndefined();
  });

  it('never crosses its own straight parts: from below it goes up on its own side', () => {
    const [length = 0, inX = 0] = wrap(0.1, -3, [-0.1, -3]) ?? [];
    expect(inX).toBeGreaterThan(0.2);
    expect(wrap(-0.1, -3, [0.1, -3])?.[0]).toBeCloseTo(length, 12);
    expect(wrap(-0.1, -3, [0.1, -3])?.[1]).toBeCloseTo(-inX, 12);
  });
});
