import { coordinateCount, coordinates, poseBetween, poseToArray, type Pose, type Prop } from '@psoas/body';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFigure, drawFigure } from './draw-figure.ts';
import type { Drawing } from './drawing.ts';
import { builds } from './flesh/build.ts';
import { frameOf } from './frame-of.ts';
import { createMuscleLights } from './muscle/muscle-lights.ts';
import { pathPoints, pointsOnPath, shapeOf } from './path-points.ts';
import { samplePoses } from './sample-poses.ts';
import type { View } from './view/camera.ts';

const views: readonly View[] = [
  'side',
  'three-quarter',
  'front',
  { azimuthDegrees: -70, elevationDegrees: 30 },
];
const lights = createMuscleLights(['psoas_r', 'iliacus_r', 'rectus_femoris_r']);
const props: readonly Prop[] = [
  { id: 'mat', kind: 'mat', fromMetres: [-0.9, 0, -0.3], toMetres: [0.9, 0.01, 0.3] },
  { id: 'chair', kind: 'chair', fromMetres: [-0.4, 0, -0.2], toMetres: [0, 0.45, 0.2] },
  { id: 'bell', kind: 'kettlebell', on: 'palm_r' },
  { id: 'bar', kind: 'bar', atMetres: [0, 2.1, 0], radiusMetres: 0.016 },
  { id: 'band', kind: 'band', from: 'ball_r', to: 'ball_l' },
  { id: 'cuff', kind: 'ankle-weight', on: 'ankle_l' },
  { id: 'dumbbell', kind: 'dumbbell', on: 'palm_l' },
];

const anyPose = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: coordinateCount,
    maxLength: coordinateCount,
  })
  .map((shares): Pose =>
    Object.fromEntries(
      coordinates.map(({ name, min, max, unit }, index) => [
        name,
        unit === 'metres' ? (shares[index] ?? 0) : min + (max - min) * (shares[index] ?? 0),
      ]),
    ),
  );
const anyView = fc.constantFrom(...views);

function edges(drawing: Drawing, key: string): { left: number; right: number; top: number; bottom: number } {
  const points = pointsOnPath(shapeOf(drawing.shapes, key).d);
  return {
    left: Math.min(...points.map(([x]) => x)),
    right: Math.max(...points.map(([x]) => x)),
    top: Math.min(...points.map(([, y]) => y)),
    bottom: Math.max(...points.map(([, y]) => y)),
  };
}

describe('a drawing', () => {
  it('[FIG-01] has the same keys in every frame, each once', () => {
    const poses = Object.values(samplePoses);
    for (const view of views) {
      const figure = createFigure({ view, props });
      const keysOf = (pose: Pose): readonly string[] => {
        const values = poseToArray(pose);
        const shapes = figure.draw(values, { muscles: lights(values), ghost: values }).shapes;
        return shapes.map(({ key }) => key).toSorted();
      };
      const first = keysOf(samplePoses.standing);
      expect(new Set(first).size).toBe(first.length);
      for (const [index, pose] of poses.entries()) {
        expect(keysOf(pose)).toEqual(first);
        expect(keysOf(poseBetween(pose, poses[index - 1] ?? pose, 0.37))).toEqual(first);
      }
    }
  });

  it('[FIG-02] has only finite numbers and lies within its view box, in every posture and from everywhere', () => {
    fc.assert(
      fc.property(anyPose, anyView, fc.constantFrom(...Object.values(builds)), (pose, view, build) => {
        const values = poseToArray(pose);
        const { viewBox, shapes } = createFigure({ view, build, props }).draw(values, {
          muscles: lights(values),
        });
        // One expectation for thousands of points: each would cost more than the drawing. NaN lies nowhere.
        const isInside = ([x, y]: readonly [number, number]): boolean =>
          x >= viewBox.x &&
          x <= viewBox.x + viewBox.width &&
          y >= viewBox.y &&
          y <= viewBox.y + viewBox.height;
        expect(shapes.flatMap(({ d }) => pathPoints(d)).filter((point) => !isInside(point))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(samplePoses).filter(([name]) => name !== 'hanging'))(
    '[FIG-03] %s touches the floor line within 1 cm',
    (_, pose) => {
      const drawing = drawFigure(pose);
      const lowest = Math.max(
        ...drawing.shapes
          .filter(({ role }) => !role.startsWith('ground'))
          .flatMap(({ d }) => pointsOnPath(d).map(([, y]) => y)),
      );
      expect(Math.abs(lowest)).toBeLessThan(1);
    },
  );

  it('[FIG-03] a standing foot is flat: heel and ball of the sole on the floor', () => {
    const { bottom } = edges(drawFigure(samplePoses.standing), 'right-leg-sole');
    expect(Math.abs(bottom)).toBeLessThan(0.5);
  });

  it('[FIG-04] a tuck tilts the waistband by as much as the pelvis', () => {
    const slope = (pose: Pose): number => {
      const points = pathPoints(shapeOf(drawFigure(pose).shapes, 'waistband').d);
      const [first, last] = [points[0] ?? [0, 0], points[8] ?? [0, 0]];
      return (Math.atan2(last[1] - first[1], last[0] - first[0]) * 180) / Math.PI;
    };
    const level = slope(samplePoses.standing);
    const tucked = slope({ ...samplePoses.standing, pelvis_tilt: 12, lumbar_extension: -12 });
    expect(Math.abs(tucked - level)).toBeCloseTo(12, 0);
  });

  it('[FIG-05] the left side is the mirror image of the right one', () => {
    for (const view of views) {
      const [right, left] = (['right', 'left'] as const).map((side) =>
        drawFigure(samplePoses.march, { view, side }),
      );
      if (right === undefined || left === undefined) throw new Error('Both sides were asked for.');
      expect(left.shapes.map(({ key }) => key)).toEqual(right.shapes.map(({ key }) => key));
      for (const { key, d } of right.shapes) {
        if (d === '' || key === 'ground') continue;
        const [there, here] = [edges(left, key), edges(right, key)];
        expect(there.left).toBeCloseTo(-here.right, 1);
        expect(there.right).toBeCloseTo(-here.left, 1);
        expect(there.top).toBeCloseTo(here.top, 1);
      }
    }
  });

  it('[FIG-06] paints far limbs first, then the trunk, the near leg, the muscle and the near arm', () => {
    const keys = drawFigure(samplePoses.march, {
      muscles: lights(poseToArray(samplePoses.march)),
    }).shapes.map(({ key }) => key);
    const order = [
      'left-arm-fore',
      'left-leg-thigh',
      'shirt',
      'right-leg-thigh',
      'psoas_r',
      'right-arm-fore',
    ];
    expect(order.map((key) => keys.indexOf(key))).toEqual(
      order.map((key) => keys.indexOf(key)).toSorted((first, second) => first - second),
    );
    expect(keys).not.toContain('ghost');
  });

  it('[FIG-06] keeps the near leg over a far one that swings past it, and a raised far arm behind the face', () => {
    const figure = createFigure({ view: 'three-quarter' });
    const far: Pose = { ...samplePoses.standing, hip_flexion_l: 80, knee_angle_l: 80 };
    for (let step = 0; step <= 20; step += 1) {
      const pose = poseBetween(samplePoses.march, far, step / 20);
      const keys = figure.draw(poseToArray(pose)).shapes.map(({ key }) => key);
      expect(keys.indexOf('right-leg-shorts')).toBeGreaterThan(keys.indexOf('left-leg-shorts'));
    }
    const hanging = figure.draw(poseToArray(samplePoses.hanging)).shapes.map(({ key }) => key);
    expect(hanging.indexOf('face')).toBeGreaterThan(hanging.indexOf('left-arm-upper'));
  });

  it('[FIG-17] a shadow shows only what is elsewhere', () => {
    const values = poseToArray(samplePoses.standing);
    const ghost = (pose: Pose): string =>
      shapeOf(createFigure().draw(values, { ghost: poseToArray(pose) }).shapes, 'ghost').d;
    expect(ghost({ ...samplePoses.standing, hip_flexion_r: 1 })).toBe('');
    const lifted = pointsOnPath(ghost({ ...samplePoses.standing, hip_flexion_r: 60 }));
    expect(Math.min(...lifted.map(([, y]) => y))).toBeGreaterThan(-110);
  });

  it('[FIG-08] small leaves out what 64 px cannot show and makes the muscle thicker', () => {
    const muscles = lights(poseToArray(samplePoses.march));
    const [full, small] = (['full', 'small'] as const).map((detail) =>
      drawFigure(samplePoses.march, { detail, muscles }),
    );
    if (full === undefined || small === undefined) throw new Error('Both were asked for.');
    expect(small.shapes.length).toBeLessThan(full.shapes.length);
    const width = (drawing: Drawing): number =>
      edges(drawing, 'rectus_femoris_r').bottom - edges(drawing, 'rectus_femoris_r').top;
    expect(width(small)).toBeGreaterThan(width(full));
  });

  it('[FIG-09] keeps the frame that it was given, and the floor in it', () => {
    const poses = [samplePoses.standing, samplePoses.march, samplePoses.halfKneeling];
    const frame = frameOf(poses);
    const figure = createFigure({ frame });
    const floors = poses.map((pose) => {
      const drawing = figure.draw(poseToArray(pose));
      expect(drawing.viewBox).toEqual(frame);
      const own = drawFigure(pose).viewBox;
      expect(own.x).toBeGreaterThanOrEqual(frame.x);
      expect(own.y).toBeGreaterThanOrEqual(frame.y);
      expect(own.x + own.width).toBeLessThanOrEqual(frame.x + frame.width + 1e-9);
      return shapeOf(drawing.shapes, 'ground').d;
    });
    expect(new Set(floors).size).toBe(1);
  });

  it('[FIG-10] an arrow follows the way of a limb, and shows the tuck from above to below', () => {
    const values = poseToArray(samplePoses.standing);
    const lifted = poseToArray(samplePoses.march);
    const along = createFigure().draw(lifted, {
      arrow: { kind: 'along', ball: 'knee_r', through: [values, lifted] },
    });
    expect(edges(along, 'arrow').top).toBeLessThan(edges(along, 'right-leg-shank').top + 12);
    const [tuck, arch] = (['tuck', 'arch'] as const).map((way) =>
      createFigure().draw(values, { arrow: { kind: 'tip', values, way } }),
    );
    if (tuck === undefined || arch === undefined) throw new Error('Both were asked for.');
    expect(edges(tuck, 'arrow').bottom).toBeGreaterThan(edges(arch, 'arrow').bottom);
    expect(edges(tuck, 'arrow').left).toBeLessThan(edges(tuck, 'pelvis').left);
  });

  it('[FIG-16] moves without jumps: in a sixtieth of a way no edge of a part goes further than 5 cm', () => {
    const jumps: string[] = [];
    const { standing, march, halfKneeling, deadBug, lyingLegRaise } = samplePoses;
    const ways = [
      [standing, march],
      [march, halfKneeling],
      [deadBug, lyingLegRaise],
    ] as const;
    for (const view of ['side', 'three-quarter'] as const) {
      const figure = createFigure({ view });
      for (const [from, to] of ways) {
        let before: Drawing | undefined;
        for (let step = 0; step <= 60; step += 1) {
          const now = figure.draw(poseToArray(poseBetween(from, to, step / 60)));
          for (const { key, d } of now.shapes) {
            if (before === undefined || d === '' || key === 'ground') continue;
            const [there, here] = [edges(before, key), edges(now, key)];
            const cm = Math.max(
              ...(['left', 'right', 'top', 'bottom'] as const).map((edge) =>
                Math.abs(there[edge] - here[edge]),
              ),
            );
            if (cm > 5) jumps.push(`${key} in ${step}: ${cm}`);
          }
          before = now;
        }
      }
    }
    expect(jumps).toEqual([]);
  });
});
