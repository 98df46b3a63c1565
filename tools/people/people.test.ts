import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { assess, type Assessment } from '@psoas/core/assessment';
import { parseLocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assessmentToText } from './assessment-text.ts';

const folder = resolve(import.meta.dirname, '../../packages/core/people');
const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('not a day');
const today = day.value;

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

function assessPerson(name: string): Assessment {
  return assess(parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')), { catalogue, today });
}

const exercisesOf = (name: string): readonly string[] => assessPerson(name).programme?.sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise)) ?? [];

describe('people whose answers anyone can read', () => {
  it.each(names)('%s comes out as its golden file says', async (name) => {
    await expect(assessmentToText(name, assessPerson(name))).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.txt`));
  });
});

// What the golden files must show whatever else changes in them.
describe('the bars', () => {
  it('a desk worker is tight and weak on both sides, and gets both kinds of work', () => {
    const { findings, programme } = assessPerson('desk-worker');
    expect([findings?.left.result, findings?.right.result]).toEqual(['both', 'both']);
    const classes = new Set(programme?.sessions.flatMap(({ items }) => items.map((item) => item.class)));
    expect(classes).toEqual(new Set(['stretch', 'strengthen']));
    expect(programme?.breaks).not.toBeNull();
  });

  it('a runner gets before, after and twice the gym', () => {
    const kinds = assessPerson('runner').programme?.sessions.map(({ kind }) => kind) ?? [];
    expect(kinds.filter((kind) => kind === 'before-run')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'after-run')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'gym')).toHaveLength(2);
    expect(exercisesOf('runner')).toEqual(expect.arrayContaining(['seated-leg-raise', 'lying-leg-raise', 'dead-bug']));
  });

  it.each([
    ['runner-with-groin-pain', 'B'],
    ['age-15', 'C'],
    ['hip-replacement-before', 'C'],
    ['pregnant', 'C'],
    ['numb-saddle', 'A'],
  ])('%s is %s and gets no programme', (name, level) => {
    const { triage, programme } = assessPerson(name);
    expect(triage.level).toBe(level);
    expect(programme).toBeNull();
  });

  it('after the clinician agreed, the replaced hip gets no end-range stretch', () => {
    const { triage, programme } = assessPerson('hip-replacement-after');
    expect(triage.level).toBe('D');
    const stretches = programme?.sessions.flatMap(({ items }) => items.filter((item) => item.class === 'stretch')) ?? [];
    expect(stretches.length).toBeGreaterThan(0);
    expect(stretches.every(({ side }) => side === 'right')).toBe(true);
  });

  it('the hypermobile dancer gets no static stretch', () => {
    const { programme } = assessPerson('hypermobile-dancer');
    expect(programme?.weeklyStretchSeconds).toEqual({ left: 0, right: 0 });
    expect(programme?.sessions.length).toBeGreaterThan(0);
  });

  it('front of thigh reads as rectus femoris and starts with the kneeling lunge', () => {
    expect(assessPerson('front-of-thigh').findings?.left.result).toBe('rectus-femoris-dominant');
    expect(exercisesOf('front-of-thigh')[0]).toBe('kneeling-hip-flexor-lunge');
    expect(exercisesOf('front-of-thigh')).not.toContain('couch-stretch');
  });

  it('unsteady only cannot be told, and is asked again next day', () => {
    const { findings, programme } = assessPerson('unsteady');
    expect(findings?.left.result).toBe('cannot-tell');
    expect(programme?.retestAfterDays).toBe(1);
  });

  it('two minutes a day stay two minutes, below the dose, and say so', () => {
    const { programme } = assessPerson('two-minutes');
    expect(programme?.sessions.every(({ minutes }) => minutes <= 2)).toBe(true);
    expect(programme?.belowDose).toBe(true);
  });

  it('no floor and no kneeling still leaves something to do', () => {
    expect(new Set(exercisesOf('no-floor-no-kneeling'))).toEqual(new Set(['standing-march', 'standing-hip-flexor-stretch', 'seated-leg-raise']));
  });

  it('neither tight nor weak is maintenance twice a week', () => {
    expect(assessPerson('neither').programme?.sessions.map(({ kind }) => kind)).toEqual(['maintenance', 'maintenance']);
  });
});
