import { err, ok } from '@psoas/kernel';
import motionWords from '@psoas/knowledge/text/motion';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseMotion, requireUsableRow, type LengthsAt, type MotionAnalysis } from './analyse-motion.ts';
import { toCsv } from '../csv/to-csv.ts';
import { motionToCsv } from './motion-to-csv.ts';
import { motionToSvg } from './motion-to-svg.ts';
import { motionProblemText } from './motion-words.ts';
import { motionToPlot, motionToSummary } from './motion-to-text.ts';
import type { Motion } from './motion.ts';
import { madeUpRunning, madeUpWalking, makeUpMotion } from './testing/made-up-motion.ts';
import { simpleLengths } from './testing/simple-lengths.ts';

const walking = analyseMotion(makeUpMotion(madeUpWalking), simpleLengths);
const running = analyseMotion(makeUpMotion(madeUpRunning), simpleLengths);

/** A motion of the right hip alone, a value a second. */
function rightHip(...degrees: readonly number[]): Motion {
  return { name: 'hip', timesSeconds: degrees.map((_, row) => row), columns: { hip_flexion_r: degrees } };
}

/** The made-up walk with the right hip out of range in three rows. */
function walkingWithGap(): MotionAnalysis {
  const motion = makeUpMotion(madeUpWalking);
  const hip = motion.columns['hip_flexion_r'] ?? [];
  const broken = hip.map((value, row) => (row >= 20 && row < 23 ? 150 : value));
  return analyseMotion({ ...motion, columns: { ...motion.columns, hip_flexion_r: broken } }, simpleLengths);
}

describe('analyseMotion', () => {
  it('[MOT-11] follows psoas, iliacus and rectus femoris of each side, longest and shortest with their time', () => {
    const right = walking.sides.right;
    expect(right?.moments.length).toBe(56);
    expect(right?.moments[0]?.lengths?.psoas?.lengthMillimetres).toBeCloseTo(
      320 - 0.65 * (right?.moments[0]?.hipFlexionDegrees ?? 0),
      9,
    );
    expect(right?.muscles.psoas?.longest.timeSeconds).toBe(right?.hip?.leastFlexion.timeSeconds);
    expect(right?.muscles.psoas?.shortest.timeSeconds).toBe(right?.hip?.mostFlexion.timeSeconds);
    expect(right?.muscles.iliacus?.longest.changePercent).toBeCloseTo((0.7 * 15 * 100) / 207, 1);
    expect(Object.keys(walking.sides.left?.muscles ?? {})).toEqual(['psoas', 'iliacus', 'rectus_femoris']);
  });

  it('[MOT-11] asks the model for hips, knees and the lumbar spine only: a walk across the room is in range', () => {
    const asked = new Set<string>();
    const lengthsAt: LengthsAt = (posture) => {
      for (const name of Object.keys(posture)) asked.add(name);
      return ok({});
    };
    analyseMotion(makeUpMotion(madeUpWalking), lengthsAt);
    expect([...asked].toSorted()).toEqual(
      ['hip_adduction', 'hip_flexion', 'hip_rotation', 'knee_angle']
        .flatMap((name) => [`${name}_l`, `${name}_r`])
        .concat('lumbar_bending', 'lumbar_extension', 'lumbar_rotation'),
    );
  });

  it('[MOT-18] refuses a motion of which no row can be used, with the first reason', () => {
    const refused = requireUsableRow(analyseMotion(rightHip(172, 171), simpleLengths));
    expect(refused).toMatchObject({
      ok: false,
      error: { id: 'no-usable-row', rows: 2, row: 1, coordinate: 'hip_flexion_r', value: 172 },
    });
    if (!refused.ok) {
      const sentence = motionProblemText(refused.error, motionWords);
      expect(sentence).toMatch(/None of the 2 rows.*row 1: hip_flexion_r is 172 degrees.*inDegrees/);
    }
    expect(requireUsableRow(analyseMotion(rightHip(172, 20), simpleLengths)).ok).toBe(true);
  });

  it('[MOT-11] leaves out what is outside the model on its side alone, lists it, and never clips', () => {
    const { sides, leftOut } = walkingWithGap();
    expect(leftOut).toEqual(
      [21, 22, 23].map((row) => ({
        side: 'right',
        row,
        timeSeconds: (row - 1) / 50,
        coordinate: 'hip_flexion_r',
        value: 150,
        min: -40,
        max: 135,
      })),
    );
    expect(sides.right?.moments[20]).toEqual({ timeSeconds: 0.4, hipFlexionDegrees: 150 });
    expect(sides.right?.hip?.mostFlexion.degrees).toBeLessThan(28);
    expect(sides.right?.hip?.countedSeconds).toBeCloseTo(1.1 - 0.08);
    expect(sides.left).toEqual(walking.sides.left);
  });

  it('[MOT-11] says nothing of a side that is not there or is outside throughout, nor of a rectus femoris without its knee', () => {
    const { sides } = analyseMotion(rightHip(10, 20), simpleLengths);
    expect(sides.left).toBeUndefined();
    expect(Object.keys(sides.right?.muscles ?? {})).toEqual(['psoas', 'iliacus']);
    const outside = analyseMotion(rightHip(10, 20), () =>
      err({ coordinate: 'hip_flexion_r', value: 1, min: 2, max: 3 }),
    );
    expect(outside.sides.right).toEqual({ moments: expect.any(Array), muscles: {} });
    expect(motionToSummary(outside, motionWords)).toContain(motionWords.summary.nothing);
  });

  it('[MOT-12] tells the furthest extension, the range, and the time in flexion counted to the crossing', () => {
    const hip = analyseMotion(rightHip(-10, 10, 90, 90, 30, -10), simpleLengths).sides.right?.hip;
    expect(hip).toEqual({
      leastFlexion: { degrees: -10, timeSeconds: 0 },
      mostFlexion: { degrees: 90, timeSeconds: 2 },
      rangeDegrees: 100,
      countedSeconds: 5,
      inFlexion: [
        { beyondDegrees: 0, seconds: 0.5 + 3 + 0.75, share: 4.25 / 5 },
        { beyondDegrees: 60, seconds: 0.375 + 1 + 0.5, share: 1.875 / 5 },
      ],
    });
    expect(analyseMotion(rightHip(0, 0), simpleLengths).sides.right?.hip?.inFlexion[0]?.seconds).toBe(0);
    expect(analyseMotion(rightHip(20), simpleLengths).sides.right?.hip?.inFlexion[0]).toEqual({
      beyondDegrees: 0,
      seconds: 0,
      share: 1,
    });
  });

  it('[MOT-12] time in flexion does not depend on how often a straight movement was measured', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.integer({ min: -30, max: 100 }).map((value) => value + 0.5),
          { minLength: 2, maxLength: 2 },
        ),
        fc.integer({ min: 2, max: 40 }),
        ([from = 0, to = 0], count) => {
          const degrees = Array.from({ length: count }, (_, row) => from + ((to - from) * row) / (count - 1));
          const few = analyseMotion({ ...rightHip(from, to), timesSeconds: [0, count - 1] }, simpleLengths)
            .sides.right?.hip?.inFlexion;
          const many = analyseMotion(rightHip(...degrees), simpleLengths).sides.right?.hip?.inFlexion;
          for (const [index, each] of (many ?? []).entries())
            expect(each.seconds).toBeCloseTo(few?.[index]?.seconds ?? -1, 6);
        },
      ),
    );
  });

  it('[MOT-12] the summary reads as the golden one', async () => {
    await expect(motionToSummary(walkingWithGap(), motionWords)).toMatchFileSnapshot(
      './golden/summary-with-gap.txt',
    );
  });
});

describe('motionToPlot', () => {
  it('[MOT-13] ends its scale at the extremes of the data', () => {
    const plot = motionToPlot(running, motionWords, { widthCharacters: 80 });
    const { shortest, longest } = running.sides.right?.muscles.psoas ?? {};
    expect(plot).toContain(`+${longest?.changePercent.toFixed(1)} ┤`);
    expect(plot).toContain(`${shortest?.changePercent.toFixed(1)} ┤`);
  });

  it('[MOT-13] draws each muscle and side with scale, zero line, time and units', async () => {
    await expect(motionToPlot(running, motionWords, { widthCharacters: 72 })).toMatchFileSnapshot(
      './golden/plot-running.txt',
    );
    await expect(motionToPlot(walkingWithGap(), motionWords, { widthCharacters: 60 })).toMatchFileSnapshot(
      './golden/plot-with-gap.txt',
    );
  });

  it('[MOT-13] never draws wider than asked, down to 28 characters', () => {
    for (const widthCharacters of [28, 40, 80, 120]) {
      const lines = motionToPlot(running, motionWords, { widthCharacters })
        .split('\n')
        .filter((line) => !line.includes(':'));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(widthCharacters);
    }
  });

  it('[MOT-13] draws one moment, and many', () => {
    expect(
      motionToPlot(analyseMotion(rightHip(20), simpleLengths), motionWords, { widthCharacters: 40 }),
    ).toContain('psoas');
    const many = Array.from({ length: 20_000 }, (_, row) => 30 * Math.sin(row / 50));
    expect(
      motionToPlot(analyseMotion(rightHip(...many), simpleLengths), motionWords, { widthCharacters: 40 })
        .length,
    ).toBeLessThan(2000);
    expect(motionToSvg(analyseMotion(rightHip(...many), simpleLengths), motionWords).length).toBeLessThan(
      100_000,
    );
  });
});

describe('motionToCsv', () => {
  it('[MOT-14] has a row a moment, units in its head, and says what was left out', async () => {
    const text = motionToCsv(walkingWithGap(), motionWords);
    await expect(text).toMatchFileSnapshot('./golden/table-with-gap.csv');
    const rows = text.split('\r\n');
    expect(rows.length).toBe(58);
    expect(rows[21]).toContain('150,,,,,,,hip_flexion_r is 150; the model goes from -40 to 135');
  });

  it('[MOT-14] a text never runs as a formula, and numbers stay numbers', () => {
    expect(toCsv([['=1+1', '+a', '-a', '@a', '\ta', ' =a', 'a,"b"\n', -1.5, undefined, 'a=b']])).toBe(
      `'=1+1,'+a,'-a,'@a,'\ta,' =a,"a,""b""\n",-1.5,,a=b\r\n`,
    );
  });
});

describe('motionToSvg', () => {
  it('[MOT-15] describes itself in sentences', () => {
    const [, description = ''] = /<desc[^>]*>([^<]*)</.exec(motionToSvg(running, motionWords)) ?? [];
    expect(description).not.toMatch(/ {2}|: {2}/);
    expect(description.match(/ s\.(?: |$)/g)).toHaveLength(6);
  });

  it('[MOT-15] reads as the golden one', async () => {
    await expect(motionToSvg(running, motionWords)).toMatchFileSnapshot('./golden/picture-running.svg');
    await expect(motionToSvg(walkingWithGap(), motionWords)).toMatchFileSnapshot(
      './golden/picture-with-gap.svg',
    );
  });

  it('[MOT-15] is a picture with a title and a description, and tells sides by word and dashes, not by colour alone', () => {
    const text = motionToSvg(walking, motionWords);
    expect(text).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="motion-title motion-desc"/);
    expect(text).toContain(
      '<title id="motion-title">How long the hip flexors are in made-up walking</title>',
    );
    expect(text).toMatch(
      /<desc id="motion-desc">[^<]*right: psoas: shortest|<desc id="motion-desc">[^<]*left/,
    );
    expect(text).toMatch(/\.left\{[^}]*stroke-dasharray/);
    expect(text.match(/>right<\/text>/g)?.length).toBe(3);
    expect(text.match(/var\(--motion-[a-z]+,#[0-9a-f]+\)/g)?.length).toBeGreaterThan(4);
  });

  it('[MOT-15] a name cannot break out of the picture', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = motionToSvg({ ...walking, name: `</title><script>"${name}` }, motionWords, {
          idPrefix: 'a"><b',
        });
        expect(text).not.toMatch(/<script|[\p{Cs}\uFFFE]/u);
        expect(text).toContain('id="ab-title"');
      }),
    );
  });
});
