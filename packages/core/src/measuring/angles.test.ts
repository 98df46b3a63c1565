import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thighAngleOnPhoto, type PhotoPoint, type PhotoPoints } from './photo-angle.ts';
import { thighAngleByTape } from './tape-angle.ts';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

describe('by tape', () => {
  it('[ME-01] reads arcsin of height over length, to a tenth', () => {
    expect(thighAngleByTape({ heightCentimetres: 20, lengthCentimetres: 40 })).toEqual({ ok: true, value: 30 });
    expect(thighAngleByTape({ heightCentimetres: -4, lengthCentimetres: 42 })).toEqual({ ok: true, value: -5.5 });
    expect(thighAngleByTape({ heightCentimetres: 0, lengthCentimetres: 42 })).toEqual({ ok: true, value: 0 });
  });

  it('[ME-01] gives back the angle of any thigh, within a tenth', () => {
    fc.assert(
      fc.property(fc.double({ min: -80, max: 80, noNaN: true }), fc.integer({ min: 20, max: 70 }), (degrees, lengthCentimetres) => {
        const read = thighAngleByTape({ heightCentimetres: Math.sin(radians(degrees)) * lengthCentimetres, lengthCentimetres });
        expect(read.ok && Math.abs(read.value - degrees)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it.each([
    [{ heightCentimetres: 50, lengthCentimetres: 40 }, { field: 'heightCentimetres', found: 50, min: -40, max: 40 }],
    [{ heightCentimetres: Number.NaN, lengthCentimetres: 40 }, { field: 'heightCentimetres', found: Number.NaN, min: -40, max: 40 }],
    [{ heightCentimetres: 3, lengthCentimetres: 400 }, { field: 'lengthCentimetres', found: 400, min: 20, max: 70 }],
    [{ heightCentimetres: 3, lengthCentimetres: Number.NaN }, { field: 'lengthCentimetres', found: Number.NaN, min: 20, max: 70 }],
  ])('[ME-01] refuses %j and says what is allowed', (reading, error) => {
    expect(thighAngleByTape(reading)).toEqual({ ok: false, error });
  });
});

const size = { widthPixels: 1600, heightPixels: 1200 };

/** A picture of a thigh at an angle, as a camera would see it: tilted, from either side, in any shape. */
function picture({ degrees, tilt, looksRight, levelBehind, widthPixels = size.widthPixels }: Scene): { readonly points: PhotoPoints; readonly size: typeof size } {
  const heightPixels = size.heightPixels;
  const centre = { x: widthPixels / 2, y: heightPixels / 2 };
  const outwards = looksRight ? 1 : -1;
  const at = (along: number, up: number): PhotoPoint => {
    const [sin, cos] = [Math.sin(radians(tilt)), Math.cos(radians(tilt))];
    return { x: (centre.x + along * cos - up * sin) / widthPixels, y: (centre.y - along * sin - up * cos) / heightPixels };
  };
  const length = 300;
  return {
    points: {
      hip: at(0, 0),
      knee: at(outwards * length * Math.cos(radians(degrees)), length * Math.sin(radians(degrees))),
      level: at((levelBehind ? -outwards : outwards) * 260, 0),
    },
    size: { widthPixels, heightPixels },
  };
}

type Scene = { readonly degrees: number; readonly tilt: number; readonly looksRight: boolean; readonly levelBehind: boolean; readonly widthPixels?: number };

const scenes: fc.Arbitrary<Scene> = fc.record({
  degrees: fc.double({ min: -85, max: 85, noNaN: true }),
  tilt: fc.double({ min: -40, max: 40, noNaN: true }),
  looksRight: fc.boolean(),
  levelBehind: fc.boolean(),
  widthPixels: fc.integer({ min: 700, max: 2400 }),
});

describe('on a photo', () => {
  it('[ME-02] gives back the angle that was drawn, tilted or not, from either side, in any shape', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { points, size: shape } = picture(scene);
        const read = thighAngleOnPhoto(points, shape);
        expect(read.ok && Math.abs(read.value - scene.degrees)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it('[ME-02] a mirrored picture gives the same angle', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { points, size: shape } = picture(scene);
        const mirror = ({ x, y }: PhotoPoint): PhotoPoint => ({ x: 1 - x, y });
        const mirrored = { hip: mirror(points.hip), knee: mirror(points.knee), level: mirror(points.level) };
        expect(thighAngleOnPhoto(mirrored, shape)).toEqual(thighAngleOnPhoto(points, shape));
      }),
    );
  });

  it('[ME-02] refuses points that lie on each other, and a picture on its side', () => {
    const { points } = picture({ degrees: 10, tilt: 0, looksRight: true, levelBehind: true });
    expect(thighAngleOnPhoto({ ...points, knee: points.hip }, size)).toEqual({ ok: false, error: { kind: 'points-too-close', from: 'hip', to: 'knee', share: 0, minShare: 0.1 } });
    expect(thighAngleOnPhoto({ ...points, level: { x: Number.NaN, y: 0 } }, size)).toMatchObject({ error: { kind: 'points-too-close', to: 'level' } });
    const aside = picture({ degrees: 10, tilt: 90, looksRight: true, levelBehind: true });
    expect(thighAngleOnPhoto(aside.points, aside.size)).toEqual({ ok: false, error: { kind: 'picture-on-its-side', degrees: 90, maxDegrees: 45 } });
  });
});
