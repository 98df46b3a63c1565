import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstPoints, isWellInside, nearestPoint, wholeWindow, windowAround, withPoint } from './photo-points.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

it('a close look stays inside the picture and shows the point', () => {
  fc.assert(
    fc.property(share, share, fc.double({ min: 0.1, max: 1, noNaN: true }), (x, y, part) => {
      const shown = windowAround({ x, y }, part);
      for (const [corner, at] of [[shown.x, x], [shown.y, y]] as const) {
        expect(corner).toBeGreaterThanOrEqual(0);
        expect(corner + part).toBeLessThanOrEqual(1 + 1e-9);
        expect(at).toBeGreaterThanOrEqual(corner - 1e-9);
        expect(at).toBeLessThanOrEqual(corner + part + 1e-9);
      }
    }),
  );
});

it('no point leaves the picture', () => {
  expect(withPoint(firstPoints, 'knee', { x: 1.4, y: -0.2 }).knee).toEqual({ x: 1, y: 0 });
  expect(isWellInside({ x: 1, y: 0 }, wholeWindow)).toBe(true);
  expect(isWellInside({ x: 0.5, y: 0.5 }, { x: 0.49, y: 0.3, share: 0.35 })).toBe(false);
});

it('[ME-02] the line of the table stays level with the hip until it is moved by hand, and far enough for a straight line', () => {
  fc.assert(
    fc.property(share, share, (x, y) => {
      const { hip, level } = withPoint(firstPoints, 'hip', { x, y });
      expect(level.y).toBe(hip.y);
      expect(Math.abs(level.x - hip.x)).toBeGreaterThanOrEqual(0.25 - 1e-9);
    }),
  );
  const moved = withPoint(withPoint(firstPoints, 'level', { x: 0.1, y: 0.5 }), 'hip', { x: 0.6, y: 0.2 });
  expect(moved.level).toEqual({ x: 0.1, y: 0.5 });
});

it('finds the point under a finger, and none far from all', () => {
  const size = { width: 1000, height: 500, reachPixels: 40 };
  expect(nearestPoint(firstPoints, { x: 0.43, y: 0.46 }, size)).toBe('hip');
  expect(nearestPoint(firstPoints, { x: 0.5, y: 0.9 }, size)).toBeUndefined();
});
