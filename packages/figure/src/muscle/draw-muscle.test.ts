import { describe, expect, it } from 'vitest';
import { createPen } from '../outline/pen.ts';
import { pathPoints } from '../path-points.ts';
import { cameraOf } from '../view/camera.ts';
import { drawMuscle } from './draw-muscle.ts';
import type { MusclePath } from './muscle-path.ts';

const straight: MusclePath = {
  key: 'psoas_r',
  role: 'psoas',
  lines: [
    [
      [0, 1, 0],
      [0.3, 1, 0],
    ],
  ],
  changeShare: 0,
  radiusMetres: 0.01,
};

function thickness(changeShare: number): number {
  const { d } = drawMuscle(createPen(), cameraOf('side', 'right'), { ...straight, changeShare });
  const heights = pathPoints(d).map(([, y]) => y);
  return Math.max(...heights) - Math.min(...heights);
}

describe('a lit muscle', () => {
  it('[FIG-07] is as thick as it was told in neutral standing', () => {
    expect(thickness(0)).toBeCloseTo(2, 1);
  });

  it('[FIG-07] thins as it lengthens and thickens as it shortens, more than the square root alone would show', () => {
    expect(thickness(0.1)).toBeLessThan(thickness(0) / Math.sqrt(1.1));
    expect(thickness(-0.1)).toBeGreaterThan(thickness(0) / Math.sqrt(0.9));
  });

  it('[FIG-07] a line of no length draws nothing', () => {
    const { d } = drawMuscle(createPen(), cameraOf('side', 'right'), { ...straight, lines: [[[0, 0, 0]]] });
    expect(d).toBe('');
  });
});
