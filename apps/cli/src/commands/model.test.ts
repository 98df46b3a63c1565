import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coordinates } from '@psoas/body';
import { parseMotionFile } from '@psoas/exchange/motion';
import { isRecord } from '@psoas/kernel';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { mechanics } from '@psoas/knowledge/mechanics';
import { movements } from '@psoas/knowledge/movements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeWorld } from '../testing/fake-io.ts';

async function run(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const world = createFakeWorld({ files });
  const { exitCode, out } = await world.run(...words);
  return { exitCode, out, errors: world.errors() };
}

type Report = Readonly<Record<string, Readonly<Record<string, number>>>>;

async function poses(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const { exitCode, out, errors } = await run(['model', 'pose', '--json', ...words], files);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  const list: readonly Report[] = JSON.parse(out);
  return list;
}

describe('psoas model pose', () => {
  it('prints a list posture by posture, never as one text, as JSON and as a table', async () => {
    const list = Array.from({ length: 50 }, (_, index) => ({ hip_flexion_r: index }));
    for (const json of [true, false]) {
      const world = createFakeWorld({ files: { 'many.json': JSON.stringify(list) } });
      const words = ['model', 'pose', '--file', 'many.json', ...(json ? ['--json'] : [])];
      const { out, chunks } = await world.run(...words);
      expect(chunks).toBe(51);
      if (json) expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
    }
    const none = await run(['model', 'pose', '--json', '--file', 'none.json'], { 'none.json': '[]' });
    expect(none.out).toBe('[]\n');
  });

  it('takes decimal numbers only, and points from knee flexion to the knee angle', async () => {
    for (const found of ['0x10', '0b1', 'Infinity', '']) {
      const { exitCode, errors } = await run(['model', 'pose', `--hip-flexion-r=${found}`]);
      expect(exitCode).toBe(2);
      expect(errors).toContain('takes a number of degrees');
    }
    expect((await run(['model', 'pose', '--hip-flexion-r=1.5e1'])).exitCode).toBe(0);
    const files = { 'a.json': '[{ "knee_flexion_r": 40 }]' };
    expect((await run(['model', 'pose', '--file', 'a.json'], files)).errors).toContain(
      'Nearest: knee_angle_r',
    );
  });

  it('answers neutral standing to no coordinates at all, in an array', async () => {
    const [standing, ...rest] = await poses([]);
    expect(rest).toEqual([]);
    const length = standing?.['lengthMillimetres']?.['psoas_r'];
    expect(length).toBeGreaterThan(300);
    expect(length).toBeLessThan(340);
    for (const change of Object.values(standing?.['changePercent'] ?? {})) expect(change).toBe(0);
  });

  it('gives length and hip arm of every named muscle on both sides, and the fascicles of the psoas', async () => {
    const [report] = await poses(['--hip-flexion-r', '-20', '--knee-angle-r', '90']);
    const names = ['psoas', 'iliacus', 'rectus_femoris', 'tensor_fasciae_latae', 'sartorius'];
    const keys = ['r', 'l'].flatMap((side) => names.map((name) => `${name}_${side}`));
    expect(Object.keys(report?.['lengthMillimetres'] ?? {})).toEqual(keys);
    expect(Object.keys(report?.['hipFlexionArmMillimetres'] ?? {})).toEqual(keys);
    const fascicles: unknown = report?.['fascicles']?.['psoas_r'];
    expect(Object.keys(isRecord(fascicles) ? fascicles : {})).toHaveLength(11);
    expect(fascicles).toHaveProperty('L1_VB.lengthMillimetres');
    const lengths = Object.values(isRecord(fascicles) ? fascicles : {}).map((each) =>
      isRecord(each) ? Number(each['lengthMillimetres']) : 0,
    );
    // The same numbers by muscle.
    expect(report?.['psoas_r']).toMatchObject({
      lengthMillimetres: report?.['lengthMillimetres']?.['psoas_r'],
      hipFlexionArmMillimetres: report?.['hipFlexionArmMillimetres']?.['psoas_r'],
      fascicles,
    });
    const mean = report?.['lengthMillimetres']?.['psoas_r'] ?? 0;
    expect(Math.min(...lengths)).toBeLessThan(mean);
    expect(Math.max(...lengths)).toBeGreaterThan(mean);
    expect(report?.['changePercent']?.['psoas_r']).toBeGreaterThan(3);
    expect(report?.['changePercent']?.['psoas_l']).toBe(0);
  });

  it.each([
    [['--hip-flexion-r', '-20']],
    [['--hip-flexion-r=-20']],
    [['--hip_flexion_r', '-20']],
    [['--hip_flexion_r=-20']],
    [['--hip-flexion-r', '-2e1']],
  ])('[L-07] reads %j', async (words) => {
    const [expected] = await poses(['--file', 'p.json'], { 'p.json': '[{"hip_flexion_r": -20}]' });
    expect((await poses(words))[0]).toEqual(expected);
  });

  it('reads a list from a file or the input, answers in its order, and takes what is left out as 0', async () => {
    const list = [{ hip_flexion_l: 90 }, {}, { hip_flexion_r: -20, lumbar_extension: -10.5 }];
    const json = JSON.stringify(list, null, '\t');
    const [flexed, standing, kneeling] = await poses(['--file', '-'], { '-': json });
    expect(flexed?.['changePercent']?.['psoas_l']).toBeLessThan(-15);
    expect(standing?.['changePercent']?.['psoas_l']).toBe(0);
    expect(kneeling?.['changePercent']?.['psoas_r']).toBeGreaterThan(3);
    expect(await poses(['--file', 'none.json'], { 'none.json': '[]' })).toEqual([]);
  });

  it('bends to the right and turns to the left with +, as OpenSim has it', async () => {
    const bent = (await poses(['--lumbar-bending', '15']))[0]?.['changePercent'];
    expect(bent?.['psoas_r']).toBeLessThan(-0.5);
    expect(bent?.['psoas_l']).toBeGreaterThan(0.5);
    const right = await poses(['--lumbar-rotation', '10', '--hip-flexion-r', '20']);
    const left = await poses(['--lumbar-rotation', '-10', '--hip-flexion-l', '20']);
    expect(right[0]?.['lengthMillimetres']?.['psoas_r']).toBeCloseTo(
      left[0]?.['lengthMillimetres']?.['psoas_l'] ?? 0,
      3,
    );
  });

  it.each<[string, string[], string[]]>([
    ['out of range', ['--hip-flexion-r', '-80'], ['hip_flexion_r', '-80', '-40', '130']],
    ['no number', ['--knee-angle-l', 'ninety'], ['--knee-angle-l', '"ninety"', '-10', '155']],
    ['nothing', ['--knee-angle-l', ''], ['--knee-angle-l']],
    ['infinite', ['--knee-angle-l', 'Infinity'], ['--knee-angle-l', 'Infinity']],
    ['an unknown option', ['--hip-flexon-r', '10'], ['--hip-flexon-r', '--hip-flexion-r']],
    ['out of range in a file', ['--file', 'range.json'], ['Posture 2', 'knee_angle_r', '200', '-10', '155']],
    ['unknown in a file', ['--file', 'unknown.json'], ['Posture 1', 'hip_flex', '12', 'hip_flexion_r']],
    ['a word in a file', ['--file', 'word.json'], ['Posture 1', 'hip_flexion_r', '"20"', '-40', '130']],
    ['null in a file', ['--file', 'null.json'], ['Posture 1', 'hip_flexion_r', 'null']],
    ['a number for a posture', ['--file', 'number.json'], ['Posture 2', '7']],
    ['no list', ['--file', 'map.json'], ['map.json', 'list']],
    ['cut off', ['--file', 'cut.json'], ['cut.json', 'line 1']],
    ['twice', ['--file', 'twice.json'], ['line 1']],
    ['no file', ['--file', 'away.json'], ['away.json', 'no such file']],
    ['both', ['--file', 'map.json', '--hip-flexion-r', '1'], ['--file', '--hip-flexion-r']],
  ])('[L-07] refuses %s with 2, and names coordinate, value and range', async (_, words, parts) => {
    const { exitCode, out, errors } = await run(['model', 'pose', ...words, '--json'], {
      'range.json': '[{}, {"knee_angle_r": 200}]',
      'unknown.json': '[{"hip_flex": 12}]',
      'word.json': '[{"hip_flexion_r": "20"}]',
      'null.json': '[{"hip_flexion_r": null}]',
      'number.json': '[{}, 7]',
      'map.json': '{"hip_flexion_r": 20}',
      'cut.json': '[{"hip_flexion_r": 20',
      'twice.json': '[{"hip_flexion_r": 20, "hip_flexion_r": 30}]',
    });
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    for (const part of parts) expect(errors).toContain(part);
  });

  it('[L-07] answers or refuses whatever a file holds, and never does half of it', async () => {
    const coordinate = fc.constantFrom(
      ...coordinates.map(({ name }) => String(name)),
      'time',
      '__proto__',
      '',
    );
    const value = fc.oneof(fc.double({ min: -200, max: 200, noNaN: true }), fc.jsonValue({ maxDepth: 1 }));
    const list = fc.array(fc.dictionary(coordinate, value, { maxKeys: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(list, fc.jsonValue({ maxDepth: 2 })), async (content) => {
        const files = { 'f.json': JSON.stringify(content) };
        const { exitCode, out, errors } = await run(['model', 'pose', '--file', 'f.json', '--json'], files);
        if (exitCode === 0)
          expect(JSON.parse(out)).toHaveLength(Array.isArray(content) ? content.length : -1);
        else expect([exitCode, out, errors !== '']).toEqual([2, '', true]);
      }),
      { numRuns: 200 },
    );
  });

  it('explains every coordinate in its help, and keeps inside the terminal', async () => {
    const { out } = await run(['model', 'pose', '--help']);
    for (const { name } of coordinates) expect(out).toContain(`--${name.replaceAll('_', '-')} <`);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('is a table for people', async () => {
    const { out } = await run(['model', 'pose', '--hip-flexion-r', '90']);
    expect(out).toMatch(/psoas, right +\d+\.\d +-2\d\.\d/);
    expect(out).not.toMatch(/undefined|NaN|\{\w+\}/);
  });
});

describe('psoas model exercises and claims', () => {
  it('has a row for each exercise and check that has a posture', async () => {
    const rows: readonly unknown[] = JSON.parse((await run(['model', 'exercises', '--json'])).out);
    const drawn = exercises.filter(({ id }) => movements.some((movement) => movement.id === id));
    expect(rows.length).toBeGreaterThanOrEqual(drawn.length);
    const lunge = rows.find((row) => isRecord(row) && row['id'] === 'kneeling-hip-flexor-lunge');
    expect(lunge).toMatchObject({ kind: 'exercise', changePercent: { psoas: expect.any(Number) } });
    const { out } = await run(['model', 'exercises']);
    for (const { id } of drawn) expect(out).toContain(id);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('puts every tested claim beside our verdict, with number, sentence and limit', async () => {
    const rows: readonly unknown[] = JSON.parse((await run(['model', 'claims', '--json'])).out);
    expect(rows).toHaveLength(mechanics.reduce((sum, finding) => sum + finding.claims.length, 0));
    for (const row of rows) {
      expect(row).toMatchObject({ value: expect.any(Number), sentence: expect.any(String) });
      expect(isRecord(row) && claims.some(({ id }) => id === row['claim'])).toBe(true);
    }
    const { out } = await run(['model', 'claims']);
    for (const finding of mechanics) for (const claim of finding.claims) expect(out).toContain(claim);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('says it in the claim itself too', async () => {
    const { out } = await run(['claims', 'C087']);
    expect(out).toMatch(/The model +shows otherwise: In the boat the psoas is \d+\.\d % shorter/);
    const [claim]: readonly unknown[] = JSON.parse((await run(['claims', 'C087', '--json'])).out);
    expect(claim).toMatchObject({ model: [{ test: 'boat-pose', verdict: 'contradicts' }] });
  });
});

const golden = join(import.meta.dirname, '../../../../packages/exchange/src/motion/golden');
const walking = await readFile(join(golden, 'made-up-walking.mot'), 'utf8');

describe('psoas model claims as data', () => {
  it('carries the second posture of a difference, so that model pose gives the same number', async () => {
    const rows: readonly Readonly<Record<string, unknown>>[] = JSON.parse(
      (await run(['model', 'claims', '--json'])).out,
    );
    let tried = 0;
    for (const row of rows) {
      const { comparedWith: second, quantity, muscle } = row;
      expect(row['valueIs'] === 'measured-in-posture').toBe(second === undefined);
      if (!isRecord(second) || typeof second['value'] !== 'number') continue;
      if (quantity !== 'length-change' || second['muscle'] !== muscle) continue;
      expect(row['valueIs']).toBe('difference-to-compared-with');
      const files = { 'two.json': JSON.stringify([row['posture'], second['posture']]) };
      const [one, other] = (await poses(['--file', 'two.json'], files)).map(
        (report) => report['changePercent']?.[`${String(muscle)}_r`] ?? Number.NaN,
      );
      if (one === undefined || other === undefined) throw new Error('two postures');
      expect(Math.abs(other - second['value'])).toBeLessThan(0.051);
      expect(Math.abs(one - other - Number(row['value']))).toBeLessThan(0.051);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(10);
    expect(rows.map((row) => row['valueIs'])).toContain('percent-more-than-compared-with');
  });
});

describe('psoas model motion', () => {
  it('plots and sums up a motion file', async () => {
    const { exitCode, out } = await run(['model', 'motion', 'walk.mot'], { 'walk.mot': walking });
    expect(exitCode).toBe(0);
    expect(out).toContain('psoas: length against neutral standing, %');
    expect(out).toContain('Furthest extension:');
    expect(out.split('\n').filter((line) => line.length > 88)).toEqual([]);
  });

  it('prints a table, a picture and data', async () => {
    const files = { '-': walking };
    expect((await run(['model', 'motion', '-', '--csv'], files)).out).toMatch(/^Time \(s\),/);
    expect((await run(['model', 'motion', '-', '--svg'], files)).out).toMatch(/^<svg .*[\s\S]*<title /);
    const { analysis } = JSON.parse((await run(['model', 'motion', '-', '--json'], files)).out);
    expect(analysis.sides.right.muscles.psoas.longest.changePercent).toBeGreaterThan(2);
  });

  it.each<[string, string, string[]]>([
    ['cut off', walking.slice(0, walking.length - 30), ['line', 'column']],
    ['no number', walking.replace(/endheader\n.*\n[^\t]*\t[^\t]*/, (head) => `${head}x`), ['column 2']],
    ['NaN', walking.replace(/(endheader\n.*\n[^\t]*\t)[^\t]*/, '$1NaN'), ['column 2', 'NaN']],
    ['another unit', walking.replace('inDegrees=yes', 'inDegrees=no'), ['radians', 'column']],
    ['no known columns', walking.replaceAll('hip_flexion', 'hop_flexion'), ['hip_flexion_r']],
    ['empty', '', ['empty']],
  ])('refuses a file with 2: %s', async (_, file, parts) => {
    const { exitCode, out, errors } = await run(['model', 'motion', 'bad.mot'], { 'bad.mot': file });
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(errors).toContain('bad.mot');
    for (const part of parts) expect(errors.toLowerCase()).toContain(part.toLowerCase());
  });

  it('refuses a file of which no row can be used, with the reason', async () => {
    const odd = 'Coordinates\ninDegrees=yes\nendheader\ntime\thip_flexion_r\n0\t172\n1\t171\n';
    const { exitCode, out, errors } = await run(['model', 'motion', 'odd.mot'], { 'odd.mot': odd });
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(errors).toMatch(/odd\.mot.*None of the 2 rows.*row 1: hip_flexion_r is 172/);
  });

  it('rounds its data to four decimals, and names a recording without a name by its file', async () => {
    const files = { 'runs/first walk.mot': walking.replace(/^.*/, 'Coordinates') };
    const { out } = await run(['model', 'motion', 'runs/first walk.mot', '--json'], files);
    expect(out).not.toMatch(/\.\d{5}/);
    expect(JSON.parse(out).analysis.name).toBe('first walk');
    const { out: picture } = await run(['model', 'motion', 'runs/first walk.mot', '--svg'], files);
    expect(picture).toMatch(/<title[^>]*>[^<]* in first walk</);
  });

  it.each([
    [['model', 'motion', 'away.mot'], 'no such file'],
    [['model', 'motion', '-', '--csv', '--svg'], 'only one of'],
    [['model', 'motion'], 'file'],
  ])('refuses %j with 2', async (words, part) => {
    const { exitCode, errors } = await run(words, { '-': walking });
    expect(exitCode).toBe(2);
    expect(errors).toContain(part);
  });
});

describe('psoas model mjcf', () => {
  it('prints the model as XML', async () => {
    const { out } = await run(['model', 'mjcf']);
    expect(out).toMatch(/^<mujoco [\s\S]*<\/mujoco>\n$/);
    expect(JSON.parse((await run(['model', 'mjcf', '--json'])).out)).toEqual({ mjcf: out });
  });
});

describe('an exercise as motion file and picture', () => {
  const drawn = exercises.filter(({ id }) => movements.some((movement) => movement.id === id));

  it.each(drawn.map(({ id }) => id))('%s can be read and followed again', async (id) => {
    const { exitCode, out } = await run(['exercise', id, '--mot', '--side', 'left']);
    expect(exitCode).toBe(0);
    const read = parseMotionFile(out);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const { timesSeconds } = read.value.motion;
    expect(timesSeconds.at(-1)).toBeGreaterThan(1);
    expect((await run(['model', 'motion', '-'], { '-': out })).out).toContain('Every moment is inside');
  });

  it('mirrors the motion for the left side', async () => {
    const columnsOf = async (side: string) => {
      const read = parseMotionFile((await run(['exercise', 'lying-leg-raise', '--mot', '--side', side])).out);
      if (!read.ok) throw new Error(read.error.id);
      return read.value.motion.columns;
    };
    const [right, left] = [await columnsOf('right'), await columnsOf('left')];
    expect(left['hip_flexion_l']).toEqual(right['hip_flexion_r']);
    expect(left['hip_flexion_r']).toEqual(right['hip_flexion_l']);
    expect(Math.max(...(right['hip_flexion_r'] ?? []))).toBeGreaterThan(30);
  });

  it('lasts as long as the dose says: entry, then one repetition or one hold', async () => {
    const secondsOf = async (id: string) => {
      const read = parseMotionFile((await run(['exercise', id, '--mot'])).out);
      return read.ok ? read.value.motion.timesSeconds.at(-1) : undefined;
    };
    const lunge = movements.find(({ id }) => id === 'kneeling-hip-flexor-lunge');
    const entry = (lunge?.entry ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
    const dose = exercises.find(({ id }) => id === 'kneeling-hip-flexor-lunge')?.doses.default;
    expect(await secondsOf('kneeling-hip-flexor-lunge')).toBeCloseTo(
      entry + (dose?.holdSeconds?.default ?? 0),
      1,
    );
  });

  it.each(drawn.map(({ id }) => id))('%s is a picture with a title', async (id) => {
    const name = exercises.find((each) => each.id === id)?.name ?? '';
    for (const side of ['left', 'right']) {
      const { exitCode, out } = await run(['exercise', id, '--svg', '--side', side]);
      expect(exitCode).toBe(0);
      expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
      expect(out).toContain(`<title>${name}, ${side} side`);
      expect(out).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('draws another posture when asked, and names those that there are', async () => {
    const id = 'kneeling-hip-flexor-lunge';
    const bare = await run(['exercise', id, '--keyframe', 'tall']);
    expect(bare).toMatchObject({ exitCode: 2, out: '' });
    expect(bare.errors).toContain('Add --svg');
    const tall = (await run(['exercise', id, '--svg', '--keyframe', 'tall'])).out;
    expect(tall).toMatch(/<title>[^<]+, tall</);
    expect(tall).not.toBe((await run(['exercise', id, '--svg'])).out);
    const { exitCode, errors } = await run(['exercise', id, '--svg', '--keyframe', 'nowhere']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('tall');
  });

  it('prints one form at a time', async () => {
    const { exitCode, errors } = await run(['exercise', 'dead-bug', '--svg', '--mot']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('--mot, --svg, --json');
  });
});
