import motionWords from '@psoas/knowledge/text/motion';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MotionProblem } from './motion-problem.ts';
import { motionNoteText, motionProblemText } from './motion-words.ts';
import { parseMotionFile, type MotionFileOptions, type ReadMotion } from './parse-motion-file.ts';
import { madeUpFiles } from './testing/made-up-files.ts';
import { madeUpRunning, madeUpWalking, makeUpMotion } from './testing/made-up-motion.ts';
import { writeMotionFile } from './write-motion-file.ts';

function read(text: string, options?: MotionFileOptions): ReadMotion {
  const result = parseMotionFile(text, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function refusal(text: string): MotionProblem {
  const result = parseMotionFile(text);
  if (result.ok) throw new Error('was read');
  return result.error;
}

const files = madeUpFiles();
const walking = files['made-up-walking.mot'] ?? '';
const simm = files['made-up-walking-simm.mot'] ?? '';

/** A small file: header lines, labels and rows, parted by tabs. */
function file(header: readonly string[], labels: string, ...rows: readonly string[]): string {
  return [...header, 'endheader', labels, ...rows, ''].join('\n').replaceAll(' | ', '\t');
}
const degrees = ['small', 'inDegrees=yes'];

/** Replaces one cell of a text whose cells are parted by tabs; lines and columns from 1. */
function withCell(text: string, { line, column }: { line: number; column: number }, cell: string): string {
  const lines = text.split('\n');
  const cells = lines[line - 1]?.split('\t') ?? [];
  cells[column - 1] = cell;
  lines[line - 1] = cells.join('\t');
  return lines.join('\n');
}

describe('parseMotionFile', () => {
  it.each(Object.entries(files))('%s is what the fixture folder shows', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`./golden/${name}`);
  });

  it('[MOT-01] reads the header of OpenSim', () => {
    expect(read(walking)).toEqual({ motion: makeUpMotion(madeUpWalking), notes: [] });
  });

  it('[MOT-01] reads the header of SIMM inside that of older OpenSim, with CR LF and a byte order mark', () => {
    const { motion } = read(`\uFEFF${simm}`);
    expect(motion).toEqual(makeUpMotion(madeUpWalking));
  });

  it('[MOT-01] reads the header of SIMM alone, blanks for tabs, and CR alone', () => {
    const text =
      'name old style\ndatacolumns 3\ndatarows 2\notherdata 1\nrange 0 1\nendheader\n\n  time  hip_flexion_r   knee_angle_r \n 0 10 5\n\n 1 +2.5e1 .5\n';
    for (const each of [text, text.replaceAll('\n', '\r')]) {
      expect(read(each).motion).toEqual({
        name: 'old style',
        timesSeconds: [0, 1],
        columns: { hip_flexion_r: [10, 25], knee_angle_r: [5, 0.5] },
      });
    }
  });

  it('[MOT-02] turns radians into degrees, and leaves metres', () => {
    const { motion } = read(files['made-up-running-radians.sto'] ?? '');
    const expected = makeUpMotion(madeUpRunning);
    expect(Object.keys(motion.columns)).toEqual(Object.keys(expected.columns));
    for (const [name, values] of Object.entries(expected.columns)) {
      for (const [row, value] of values.entries()) expect(motion.columns[name]?.[row]).toBeCloseTo(value, 9);
    }
  });

  it('[MOT-04] reads state paths of OpenSim 4 under plain names, and passes over speeds', () => {
    const { motion, notes } = read(files['made-up-running-states.sto'] ?? '');
    expect(Object.keys(motion.columns)).toEqual(Object.keys(makeUpMotion(madeUpRunning).columns));
    expect(motion.columns['hip_flexion_r']?.[0]).toBeCloseTo(
      makeUpMotion(madeUpRunning).columns['hip_flexion_r']?.[0] ?? 0,
      9,
    );
    expect(notes).toEqual([{ id: 'columns-unused', count: 16, first: '/jointset/pelvis/pelvis_tilt/speed' }]);
  });

  it('[MOT-02] takes the unit from the header, its style, state paths, or the size of the values', () => {
    const row = (hip: number): readonly string[] => [`0 | 0 | 0`, `1 | ${hip} | 0.1`];
    const plain = 'time | hip_flexion_r | knee_angle_r';
    const hip = (text: string): number | undefined => read(text).motion.columns['hip_flexion_r']?.[1];
    expect(hip(file(['x', 'version=1', 'inDegrees=y'], plain, ...row(40)))).toBe(40);
    expect(hip(file(['x', 'Angles are in radians.'], plain, ...row(Math.PI / 4)))).toBeCloseTo(45);
    expect(hip(file(['x', 'datarows 2'], plain, ...row(40)))).toBe(40);
    expect(
      hip(
        file(
          ['x'],
          '/time | /jointset/hip_r/hip_flexion_r/value | b'.replace('/time', 'time'),
          ...row(Math.PI / 4),
        ),
      ),
    ).toBeCloseTo(45);
    expect(hip(file(['x'], plain, ...row(40)))).toBe(40);
    expect(hip(file(['x'], plain, ...row(Math.PI / 4)))).toBeCloseTo(45);
    expect(read(file(['x'], plain, ...row(Math.PI / 4))).notes).toContainEqual({
      id: 'unit-by-values',
      unit: 'radians',
    });
    expect(refusal(file(['x'], plain, ...row(0.2)))).toEqual({ id: 'unit-unclear', line: 2 });
  });

  it('[MOT-03] refuses degrees that say they are radians, with the line of the header and the place', () => {
    expect(refusal(walking.replace('inDegrees=yes', 'inDegrees=no'))).toEqual({
      id: 'degrees-as-radians',
      line: 5,
      column: 8,
      label: 'hip_flexion_r',
      dataLine: 9,
      found: 25.9722,
    });
  });

  it('[MOT-03] refuses radians that say they are degrees, also by the style of their header', () => {
    const radians = files['made-up-running-radians.sto'] ?? '';
    expect(refusal(radians.replace('inDegrees=no', 'inDegrees=yes'))).toMatchObject({
      id: 'radians-as-degrees',
      line: 1,
      label: 'knee_angle_r',
    });
    expect(
      refusal(radians.replace('inDegrees=no', 'datacolumns 33').replace('version=3\n', '')),
    ).toMatchObject({ id: 'radians-as-degrees', line: 5 });
  });

  it('[MOT-03] reads somebody who stands still, in degrees, with a note where that could be radians', () => {
    const still = file(degrees, 'time | hip_flexion_r | knee_angle_r', '0 | 0.9 | 1.1', '1 | 1.2 | 1.4');
    expect(read(still).motion.columns['hip_flexion_r']).toEqual([0.9, 1.2]);
    expect(read(still).notes[0]).toEqual({ id: 'unit-doubtful', largestDegrees: 1.4 });
    expect(
      read(file(degrees, 'time | hip_flexion_r', '0 | 0', '1 | 0')).notes.map(({ id }) => id),
    ).not.toContain('unit-doubtful');
    const swaying = file(degrees, 'time | hip_flexion_r | ankle_angle_r', '0 | 0.2 | 5', '1 | 1.2 | 5.5');
    expect(read(swaying).motion.columns['hip_flexion_r']).toEqual([0.2, 1.2]);
  });

  it('[MOT-03] reads a wound-up heading and a deep squat in radians', () => {
    const text = file(
      ['x', 'inDegrees=no'],
      'time | pelvis_rotation | hip_flexion_r | knee_angle_r',
      '0 | 9.5 | 0 | 0',
      '1 | 9.6 | 2.1 | 2.6',
    );
    expect(read(text).motion.columns['knee_angle_r']?.[1]).toBeCloseTo(148.97, 2);
  });

  it('[MOT-03] takes the word of the caller over header and values', () => {
    const text = walking.replace('inDegrees=yes', 'inDegrees=no');
    expect(read(text, { angleUnit: 'degrees' }).motion).toEqual(makeUpMotion(madeUpWalking));
  });

  it('[MOT-04] knows other names of the lumbar spine, and tells which columns it did not use', () => {
    const { motion, notes } = read(
      file(
        degrees,
        'time | hip_flexion_l | flex_extension | lat_bending | axial_rotation | soleus_r',
        '0 | 20 | 1 | 2 | 3 | nan',
      ),
    );
    expect(motion.columns).toEqual({
      hip_flexion_l: [20],
      lumbar_extension: [1],
      lumbar_bending: [2],
      lumbar_rotation: [3],
    });
    expect(notes).toEqual([
      { id: 'columns-unused', count: 1, first: 'soleus_r' },
      { id: 'coordinate-absent', coordinate: 'hip_adduction_l' },
      { id: 'coordinate-absent', coordinate: 'hip_rotation_l' },
      { id: 'coordinate-absent', coordinate: 'knee_angle_l' },
      { id: 'side-absent', side: 'right' },
    ]);
  });

  it('[MOT-04] refuses a file without hips, without time, or with a coordinate twice', () => {
    expect(refusal(file(degrees, 'time | ground_force_vx', '0 | 1'))).toEqual({
      id: 'no-known-columns',
      line: 4,
      found: 'time, ground_force_vx',
    });
    expect(refusal(file(degrees, 'hip_flexion_r | knee_angle_r', '0 | 1'))).toMatchObject({
      id: 'no-time-column',
      line: 4,
    });
    expect(refusal(file(degrees, 'time | hip_flexion_r | x/hip_flexion_r/value', '0 | 1 | 1'))).toEqual({
      id: 'column-twice',
      line: 4,
      column: 3,
      label: 'x/hip_flexion_r/value',
      first: 2,
      coordinate: 'hip_flexion_r',
    });
    expect(refusal(file(degrees, 'time | hip_flexion_r | Time', '0 | 1 | 1'))).toMatchObject({
      id: 'column-twice',
      column: 3,
    });
  });

  it('[MOT-05] refuses a file that is cut off, wherever it is cut', () => {
    const header = walking.indexOf('\n', walking.indexOf('\ntime') + 1) + 1;
    expect(refusal(walking.slice(0, 40))).toMatchObject({ id: 'no-header-end' });
    expect(refusal(walking.slice(0, walking.indexOf('time')))).toEqual({ id: 'no-column-names', line: 7 });
    expect(refusal(walking.slice(0, header - 20))).toMatchObject({ id: 'column-count', line: 8, stated: 17 });
    expect(refusal(walking.slice(0, header))).toEqual({ id: 'rows-missing', line: 8, found: 0, stated: 56 });
    const lines = walking.split('\n');
    expect(refusal(lines.slice(0, 40).join('\n'))).toEqual({
      id: 'rows-missing',
      line: 40,
      found: 32,
      stated: 56,
    });
    expect(refusal(walking.slice(0, -40))).toMatchObject({ id: 'row-short', line: 64, expected: 17 });
    expect(read(walking.slice(0, -2)).notes).toEqual([{ id: 'last-line-open', line: 64 }]);
  });

  it('[MOT-05] any shorter piece of a file with a row count is refused, or says that its last number is in doubt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(walking, simm),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, part) => {
          const piece = text.slice(0, Math.floor(part * (text.trimEnd().length - 1)));
          const result = parseMotionFile(piece);
          if (!result.ok) return result.error.line >= 1;
          return result.value.notes.some(({ id }) => id === 'last-line-open');
        },
      ),
    );
  });

  it('[MOT-05] reads more rows than the header promises, and says so', () => {
    expect(read(walking.replace('nRows=56', 'nRows=50')).notes).toEqual([
      { id: 'more-rows-than-stated', stated: 50, found: 56 },
    ]);
  });

  it.each([
    ['NaN', 'not-finite'],
    ['nan', 'not-finite'],
    ['-1.#IND00', 'not-finite'],
    ['Infinity', 'not-finite'],
    ['-inf', 'not-finite'],
    ['1e999', 'not-finite'],
    ['1,5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['--', 'not-a-number'],
  ])('[MOT-06] refuses %s by line and column', (cell, id) => {
    expect(refusal(withCell(walking, { line: 20, column: 9 }, cell))).toEqual({
      id,
      line: 20,
      column: 9,
      label: 'hip_flexion_l',
      found: cell,
    });
  });

  it('[MOT-06] refuses an empty cell, and a row that is too short or too long, by line and column', () => {
    expect(refusal(withCell(walking, { line: 20, column: 9 }, ''))).toEqual({
      id: 'empty-cell',
      line: 20,
      column: 9,
      label: 'hip_flexion_l',
    });
    const trailing = file(
      degrees,
      'time | hip_flexion_r | knee_angle_r | ',
      '0 | 1 | 2 | ',
      '1 |  | 2 | ',
      ' | ',
    );
    expect(refusal(trailing)).toMatchObject({ id: 'empty-cell', line: 6, column: 2 });
    const short = file(degrees, 'time | hip_flexion_r | knee_angle_r', '0 | 1 | 2', '1 | 2', '2 | 2 | 2');
    expect(refusal(short)).toEqual({
      id: 'row-short',
      line: 6,
      column: 3,
      label: 'knee_angle_r',
      found: 2,
      expected: 3,
    });
    const long = file(degrees, 'time | hip_flexion_r', '0 | 1', '1 | 2 | 3');
    expect(refusal(long)).toEqual({ id: 'row-long', line: 6, column: 3, found: 3, expected: 2 });
  });

  it('[MOT-06] refuses a header that says no number or no unit', () => {
    expect(refusal(walking.replace('nRows=56', 'nRows=many'))).toEqual({
      id: 'header-value',
      line: 3,
      key: 'nRows',
      found: 'many',
      allowed: '1, 2, 3, …',
    });
    expect(refusal(walking.replace('inDegrees=yes', 'inDegrees=maybe'))).toMatchObject({
      id: 'header-value',
      line: 5,
      allowed: 'yes, no',
    });
  });

  it('[MOT-07] refuses time that stands still or goes back', () => {
    for (const cell of ['0.2', '0.22', 'NaN'])
      expect(refusal(withCell(walking, { line: 21, column: 1 }, cell))).toMatchObject({
        line: 21,
        column: 1,
        label: 'time',
      });
    expect(refusal(withCell(walking, { line: 21, column: 1 }, '0.2'))).toMatchObject({
      id: 'time-not-later',
      found: 0.2,
      before: 0.22,
    });
  });

  it('[MOT-08] refuses what is too large, before reading all of it', () => {
    expect(refusal(' '.repeat(64_000_001))).toMatchObject({ id: 'too-large' });
    expect(refusal(file(degrees, `time | ${'a '.repeat(6000)}`))).toEqual({
      id: 'too-many-columns',
      line: 4,
      found: 6001,
      limit: 5000,
    });
    expect(refusal(file(degrees, 'x'.repeat(1_000_001)))).toMatchObject({ id: 'line-too-long', line: 4 });
    expect(refusal(file(degrees, 'time | hip_flexion_r', '1'.repeat(1_000_001)))).toMatchObject({
      id: 'line-too-long',
      line: 5,
    });
    const rows = Array.from({ length: 1_000_001 }, (_, row) => `${row}\t9\n`).join('');
    expect(refusal(file(degrees, 'time | hip_flexion_r', rows))).toMatchObject({
      id: 'too-many-rows',
      line: 1_000_005,
    });
    expect(refusal('line\n'.repeat(2000))).toEqual({ id: 'no-header-end', line: 1000 });
    expect(refusal(' \r\n\t\n')).toEqual({ id: 'empty', line: 1 });
  });

  it('[MOT-09] turns the knees where they count downwards, each side by itself, and says so', () => {
    expect(read(simm).notes.slice(0, 2)).toMatchObject([
      { id: 'knee-sign-turned', side: 'left' },
      { id: 'knee-sign-turned', side: 'right' },
    ]);
    const knees = (...values: readonly string[]): readonly number[] | undefined =>
      read(
        file(
          degrees,
          'time | hip_flexion_r | knee_angle_r',
          ...values.map((value, row) => `${row} | 20 | ${value}`),
        ),
      ).motion.columns['knee_angle_r'];
    expect(knees('0', '0', '-60')).toEqual([0, 0, 60]);
    expect(knees('2', '1', '-60')).toEqual([2, 1, -60]);
    expect(knees('-8', '-7', '-1')).toEqual([8, 7, 1]);
    expect(knees('-4', '-3', '-1')).toEqual([-4, -3, -1]);
    expect(knees('-8', '-7', '60')).toEqual([-8, -7, 60]);
    expect(knees('2', '1', '-15')).toEqual([2, 1, -15]);
  });

  it('[MOT-09] leaves a knee that counts upwards alone when the other one counts downwards', () => {
    const labels = 'time | hip_flexion_r | knee_angle_r | knee_angle_l';
    const { motion, notes } = read(file(degrees, labels, '0 | 20 | 5 | -5', '1 | 20 | 60 | -60'));
    expect(motion.columns).toMatchObject({ knee_angle_r: [5, 60], knee_angle_l: [5, 60] });
    expect(notes.filter(({ id }) => id === 'knee-sign-turned')).toEqual([
      { id: 'knee-sign-turned', side: 'left', lowestDegrees: -60 },
    ]);
  });

  it('[MOT-04] reads paths of OpenSim 4 without /value, and no others', () => {
    const path = '/jointset/hip_r/hip_flexion_r';
    expect(read(file(degrees, `time | ${path}`, '0 | 20')).motion.columns).toEqual({ hip_flexion_r: [20] });
    expect(refusal(file(degrees, `time | ${path}/speed`, '0 | 20')).id).toBe('no-known-columns');
    expect(refusal(file(degrees, 'time | /forceset/hip_flexion_r', '0 | 20')).id).toBe('no-known-columns');
  });

  it('[MOT-17] refuses an angle that no joint can have, after conversion, by line and column', () => {
    const labels = 'time | hip_flexion_r | knee_angle_r';
    const huge = refusal(file(degrees, labels, '0 | 20 | 5', '1 | 1e8 | 99999'));
    expect(huge).toEqual({
      id: 'angle-impossible',
      line: 6,
      column: 2,
      label: 'hip_flexion_r',
      found: 1e8,
      limit: 360,
    });
    expect(motionProblemText(huge, motionWords)).toMatch(/Line 6, column 2.*100000000.*360.*inDegrees/);
    expect(read(file(degrees, labels, '0 | 20 | -360')).motion.columns['knee_angle_r']).toEqual([360]);
    const bones = 'time | hip_flexion_r | subtalar_angle_r';
    expect(refusal(file(['inDegrees=no'], bones, '0 | 0.1 | 6.3'))).toMatchObject({
      id: 'angle-impossible',
      line: 4,
      column: 3,
    });
  });

  it('[MOT-17] lets a heading and an arm wind up, and a pelvis travel', () => {
    const labels = 'time | hip_flexion_r | pelvis_rotation | arm_flex_r | pelvis_tx';
    expect(read(file(degrees, labels, '0 | 20 | 720 | -400 | 900')).motion.columns).toMatchObject({
      pelvis_rotation: [720],
      arm_flex_r: [-400],
      pelvis_tx: [900],
    });
    expect(refusal(file(degrees, labels, '0 | 20 | 36001 | 0 | 0'))).toMatchObject({
      column: 3,
      limit: 36_000,
    });
  });

  it('[MOT-19] takes OpenSim’s head line for no name', () => {
    const table = ['time | hip_flexion_r', '0 | 20'] as const;
    expect(read(file(['Coordinates', ...degrees.slice(1)], ...table)).motion.name).toBe('');
    expect(read(file(degrees, ...table)).motion.name).toBe('small');
  });

  it('[MOT-16] gives a value for every text, damaged or not, and a sentence for every problem', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...Object.values(files)),
        fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.string({ maxLength: 6, unit: 'binary' })), {
          maxLength: 4,
        }),
      )
      .map(([text, edits]) =>
        edits.reduce((sofar, [at, length, piece]) => {
          const place = at % (sofar.length + 1);
          return sofar.slice(0, place) + piece + sofar.slice(place + length);
        }, text),
      );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged), (text) => {
        const result = parseMotionFile(text);
        const sentences = result.ok
          ? result.value.notes.map((note) => motionNoteText(note, motionWords))
          : [motionProblemText(result.error, motionWords)];
        for (const sentence of sentences) expect(sentence).not.toMatch(/\{[a-zA-Z]+\}|undefined|\bNaN s/);
        if (result.ok) return result.value.motion.timesSeconds.every(Number.isFinite);
        return result.error.line >= 1;
      }),
      { numRuns: 300 },
    );
  });
});

describe('writeMotionFile', () => {
  it('[MOT-10] writes the header that OpenSim 4 reads', () => {
    const text = writeMotionFile(
      { name: '', timesSeconds: [0, 0.5], columns: { hip_flexion_r: [0, 20] } },
      { name: 'lunge', description: ['made by psoas'] },
    );
    expect(text).toBe(
      'lunge\nversion=1\nnRows=2\nnColumns=2\ninDegrees=yes\n# made by psoas\nendheader\ntime\thip_flexion_r\n0\t0\n0.5\t20\n',
    );
  });

  it('[MOT-10] keeps a name from being read as a header', () => {
    for (const name of ['endheader', 'nRows=3', 'name a', 'x\nendheader\ny', '']) {
      const text = writeMotionFile(
        { name, timesSeconds: [0, 1], columns: { hip_flexion_r: [0, 20] } },
        { name },
      );
      expect(read(text).motion.timesSeconds).toEqual([0, 1]);
    }
  });

  it('[MOT-10] what is written is read again as it was', () => {
    const angle = fc.double({ min: -5, max: 120, noNaN: true }).map((value) => value + 0);
    const motions = fc.integer({ min: 1, max: 20 }).chain((rows) =>
      fc.record({
        name: fc.constantFrom('dead bug', 'stretch 1'),
        timesSeconds: fc
          .uniqueArray(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: rows, maxLength: rows })
          .map((times) => times.map((time) => time + 0).toSorted((one, other) => one - other)),
        columns: fc.record({
          hip_flexion_r: fc.array(angle, { minLength: rows, maxLength: rows }),
          knee_angle_r: fc.array(angle, { minLength: rows, maxLength: rows }),
          pelvis_tx: fc.array(angle, { minLength: rows, maxLength: rows }),
          ankle_angle_l: fc.constant(Array.from({ length: rows }, () => 10)),
        }),
      }),
    );
    fc.assert(
      fc.property(motions, (motion) => {
        expect(read(writeMotionFile(motion, { name: motion.name })).motion).toEqual(motion);
      }),
    );
  });
});
