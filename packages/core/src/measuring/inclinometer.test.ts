import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInclinometer, stepInclinometer, type Inclinometer, type KneeEnd } from './inclinometer.ts';
import { elevationDegrees, upOf, type Tilt } from './phone-tilt.ts';

const everyMillis = 50;

/** Samples of a phone that lies in one way for some seconds, with a small tremble. */
function lie(state: Inclinometer, tilt: Tilt, { fromMillis, seconds, tremble = 0.2 }: { readonly fromMillis: number; readonly seconds: number; readonly tremble?: number }): Inclinometer {
  let next = state;
  for (let passed = 0, index = 0; passed <= seconds * 1000; passed += everyMillis, index += 1) {
    const shake = tremble * ((index % 3) - 1);
    next = stepInclinometer(next, { kind: 'sample', atMillis: fromMillis + passed, betaDegrees: tilt.betaDegrees + shake, gammaDegrees: tilt.gammaDegrees - shake });
  }
  return next;
}

const flat: Tilt = { betaDegrees: 0, gammaDegrees: 0 };
const calibrated = (kneeEnd: KneeEnd = 'top', on: Tilt = flat): Inclinometer => lie(createInclinometer(kneeEnd), on, { fromMillis: 0, seconds: 2 });
const take = (state: Inclinometer, tilt: Tilt, fromMillis = 10_000): Inclinometer => lie(stepInclinometer(state, { kind: 'take' }), tilt, { fromMillis, seconds: 2 });

describe('calibrating', () => {
  it('[ME-04] takes what a level surface shows as zero, once the phone lies still', () => {
    expect(lie(createInclinometer(), flat, { fromMillis: 0, seconds: 1.4 }).phase).toBe('calibrating');
    expect(calibrated().phase).toBe('ready');
    // A camera that sticks out, or a sensor that is a little off: two degrees here are none there.
    const state = calibrated('top', { betaDegrees: 2, gammaDegrees: -1 });
    expect(state.zeroDegrees).toBeCloseTo(2, 1);
    expect(take(state, { betaDegrees: 2 - 14, gammaDegrees: 0 }).takenDegrees).toBeCloseTo(-14, 1);
  });

  it('[ME-04] a phone that does not lie flat gets no zero, and is told by how much', () => {
    const leaning = lie(createInclinometer(), { betaDegrees: 3, gammaDegrees: 25 }, { fromMillis: 0, seconds: 3, tremble: 0 });
    expect(leaning.phase).toBe('calibrating');
    expect(leaning.fault).toEqual({ kind: 'not-flat', degrees: 25.2, maxDegrees: 10 });
    expect(lie(leaning, flat, { fromMillis: 4000, seconds: 2 })).toMatchObject({ phase: 'ready' });
    expect(lie(leaning, flat, { fromMillis: 4000, seconds: 2 }).fault).toBeUndefined();
  });

  it('[ME-04] without a zero nothing is taken', () => {
    expect(stepInclinometer(createInclinometer(), { kind: 'take' }).phase).toBe('calibrating');
  });

  it('[ME-04] another end at the knee asks for a new zero', () => {
    expect(stepInclinometer(calibrated(), { kind: 'turn', kneeEnd: 'left' })).toEqual(createInclinometer('left'));
  });
});

describe('taking a value', () => {
  it('[ME-05] waits until the phone has been still for a second and a half', () => {
    const asked = stepInclinometer(calibrated(), { kind: 'take' });
    const early = lie(asked, { betaDegrees: -12, gammaDegrees: 0 }, { fromMillis: 10_000, seconds: 1.4 });
    expect(early.phase).toBe('moving');
    expect(early.stillShare).toBeCloseTo(1.4 / 1.5, 2);
    expect(take(calibrated(), { betaDegrees: -12, gammaDegrees: 0 })).toMatchObject({ phase: 'taken', takenDegrees: -12 });
  });

  it('[ME-05] begins again when the phone moves, by however little at a time', () => {
    let state = stepInclinometer(calibrated(), { kind: 'take' });
    for (let index = 0; index < 200; index += 1)
      state = stepInclinometer(state, { kind: 'sample', atMillis: 10_000 + index * everyMillis, betaDegrees: -5 - index * 0.1, gammaDegrees: 0 });
    expect(state.phase).toBe('moving');
    expect(state.takenDegrees).toBeUndefined();
  });

  it('[ME-05] a page or sensor that slept counts for nothing', () => {
    const asked = stepInclinometer(calibrated(), { kind: 'take' });
    const before = lie(asked, { betaDegrees: -8, gammaDegrees: 0 }, { fromMillis: 10_000, seconds: 1 });
    const after = stepInclinometer(before, { kind: 'sample', atMillis: 14_000, betaDegrees: -8, gammaDegrees: 0 });
    expect(after.phase).toBe('moving');
    expect(after.stillShare).toBe(0);
  });

  it('[ME-05] a second value needs a new lowering', () => {
    const first = take(calibrated(), { betaDegrees: -12, gammaDegrees: 0 });
    const again = take(first, { betaDegrees: -12, gammaDegrees: 0 }, 20_000);
    expect(again).toMatchObject({ phase: 'still', fault: { kind: 'not-moved', minDegrees: 10 } });
    const up = lie(again, { betaDegrees: 60, gammaDegrees: 0 }, { fromMillis: 30_000, seconds: 0.3 });
    expect(lie(up, { betaDegrees: -11, gammaDegrees: 0 }, { fromMillis: 31_000, seconds: 2 })).toMatchObject({ phase: 'taken', takenDegrees: -11 });
  });

  it('[ME-05] a phone that hangs or stands is not on a thigh', () => {
    expect(take(calibrated(), { betaDegrees: 85, gammaDegrees: 0 })).toMatchObject({ phase: 'still', fault: { kind: 'too-steep', degrees: 85, maxDegrees: 60 } });
  });

  it('[ME-05] can be called off', () => {
    const off = stepInclinometer(stepInclinometer(calibrated(), { kind: 'take' }), { kind: 'cancel' });
    expect(lie(off, { betaDegrees: -8, gammaDegrees: 0 }, { fromMillis: 10_000, seconds: 3 }).phase).toBe('ready');
  });

  it.each([
    ['top', { betaDegrees: 12, gammaDegrees: 0 }],
    ['bottom', { betaDegrees: -12, gammaDegrees: 0 }],
    ['right', { betaDegrees: 0, gammaDegrees: -12 }],
    ['left', { betaDegrees: 0, gammaDegrees: 12 }],
  ] as const)('[ME-04] the %s end at the knee and higher reads as above', (kneeEnd, tilt) => {
    expect(take(calibrated(kneeEnd), tilt).takenDegrees).toBeCloseTo(12, 1);
  });
});

describe('up, from the two angles of the browser', () => {
  const angle = fc.double({ min: -180, max: 180, noNaN: true });
  const half = fc.double({ min: -90, max: 90, noNaN: true });

  it('[ME-04] has length 1 and agrees with turning the vector step by step', () => {
    fc.assert(
      fc.property(angle, angle, half, (alpha, betaDegrees, gammaDegrees) => {
        const up = upOf({ betaDegrees, gammaDegrees });
        const oracle = turnedUp(alpha, betaDegrees, gammaDegrees);
        expect(Math.hypot(up.right, up.top, up.screen)).toBeCloseTo(1, 9);
        for (const [index, axis] of (['right', 'top', 'screen'] as const).entries()) expect(up[axis]).toBeCloseTo(oracle[index] ?? Number.NaN, 9);
      }),
    );
  });

  it('[ME-04] does not jump where the angles do: near upright, and past upside down', () => {
    const near = (one: Tilt, other: Tilt): number => Math.abs(elevationDegrees(upOf(one), 'top') - elevationDegrees(upOf(other), 'top'));
    expect(near({ betaDegrees: 89.9, gammaDegrees: 60 }, { betaDegrees: 90.1, gammaDegrees: -60 })).toBeLessThan(0.3);
    expect(near({ betaDegrees: 179.9, gammaDegrees: 1 }, { betaDegrees: -179.9, gammaDegrees: 1 })).toBeLessThan(0.3);
  });

  it('[ME-04] a roll about the thigh changes nothing', () => {
    fc.assert(
      fc.property(half, half, (betaDegrees, gammaDegrees) => {
        const rolled = elevationDegrees(upOf({ betaDegrees, gammaDegrees }), 'top');
        expect(rolled).toBeCloseTo(betaDegrees, 4);
      }),
    );
  });
});

/** The oracle: up of the world, turned back through Z-X'-Y'' with three plain rotations. */
function turnedUp(alpha: number, beta: number, gamma: number): readonly number[] {
  const [z, x, y] = [alpha, beta, gamma].map((one) => (one * Math.PI) / 180) as [number, number, number];
  const about = (axis: 0 | 1 | 2, turn: number, [a, b, c]: readonly [number, number, number]): readonly [number, number, number] => {
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    if (axis === 0) return [a, cos * b - sin * c, sin * b + cos * c];
    if (axis === 1) return [cos * a + sin * c, b, -sin * a + cos * c];
    return [cos * a - sin * b, sin * a + cos * b, c];
  };
  return about(1, -y, about(0, -x, about(2, -z, [0, 0, 1])));
}
