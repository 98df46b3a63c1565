import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMechanics } from './find-mechanics.ts';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import { readItems, type RawItem, type RawKnowledge } from './read-items.ts';

const root = resolve(import.meta.dirname, '../../packages/knowledge/src');
const knowledge = readItems(root, []);

function problemsWith(id: string, change: Record<string, unknown>): readonly KnowledgeProblem[] {
  const problems: KnowledgeProblem[] = [];
  findMechanics(changed(knowledge, id, change), problems);
  return problems;
}

function changed(all: RawKnowledge, id: string, change: Record<string, unknown>): RawKnowledge {
  const mechanics = all.mechanics
    .filter(({ value }) => idOf(value) === id)
    .map((item): RawItem => ({ ...item, value: { ...Object(item.value), ...change } }));
  expect(mechanics).toHaveLength(1);
  return { ...all, mechanics };
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
}

describe('the mechanical statements of the articles', () => {
  const problems: KnowledgeProblem[] = [];
  const found = findMechanics(knowledge, problems);

  it('gets from the model the verdict that each entry declares, and none that our own verdict cannot stand beside', () => {
    expect(problems).toEqual([]);
    expect(found.length).toBe(knowledge.mechanics.length);
    expect(found.length).toBeGreaterThanOrEqual(40);
  });

  it('knows the corrections by number: the tuck adds, the arch takes away, the boat shortens, heel to buttock does nothing', () => {
    const valueById = new Map(found.map(({ id, value }) => [id, value]));
    expect(valueById.get('kneeling-lunge')).toBeGreaterThan(3);
    expect(valueById.get('tuck-adds-length')).toBeGreaterThan(1.2);
    expect(valueById.get('arch-takes-away')).toBeLessThan(-1.2);
    expect(valueById.get('boat-pose')).toBeLessThan(-17);
    expect(valueById.get('knees-to-chest')).toBeLessThan(-20);
    expect(valueById.get('front-of-thigh-stretch')).toBe(0);
    expect(valueById.get('psoas-shapes-the-curve-below')).toBeLessThan(-15);
  });

  it('says that it bears out a part only, where our own verdict is not agreement', () => {
    expect(found.filter(({ inPart }) => inPart).map(({ id }) => id)).toContain('forward-tilt-shortens');
    expect(found.find(({ id }) => id === 'kneeling-lunge')?.inPart).toBe(false);
  });

  it('has the dead bug sink from tabletop as drawn, and levers compared in one posture', () => {
    const byId = new Map(found.map((finding) => [finding.id, finding]));
    expect(byId.get('dead-bug-lowering')?.posture.hip_flexion_r).toBeCloseTo(37.5, 1);
    expect(byId.get('dead-bug-lowering')?.comparedWith?.posture.hip_flexion_r).toBeCloseTo(83.5, 1);
    expect(byId.get('hip-flexor-group')?.posture).toEqual(byId.get('psoas-bends-the-hip')?.posture);
    expect(byId.get('half-frog')?.posture.hip_flexion_r?.toFixed(0)).toBe('44');
  });

  it('does not call the standing stretch the mildest: as drawn it lies among the others', () => {
    const byId = new Map(found.map((finding) => [finding.id, finding]));
    const mildest = byId.get('standing-stretch-mildest');
    expect(mildest?.verdict).toBe('cannot-say');
    const standing = (mildest?.value ?? 0) + (mildest?.comparedWith?.value ?? 0);
    const others = ['kneeling-lunge', 'low-lunge', 'thomas-stretch'].map((id) => byId.get(id)?.value ?? NaN);
    expect(standing).toBeGreaterThan(Math.min(...others));
    expect(standing).toBeLessThan(Math.max(...others));
    expect(mildest?.sentence).toContain('not the mildest');
  });

  it('shows its number in its sentence', () => {
    for (const { sentence, value, unit } of found)
      expect(sentence).toContain(Math.abs(value).toFixed(unit === 'percent' ? 1 : 0));
  });

  it('would say so if the model said something else: every expectation turned round gets another verdict', () => {
    const opposite: Readonly<Record<string, string>> = {
      longer: 'shorter',
      shorter: 'longer',
      unchanged: 'longer',
      'bends-the-hip': 'no-pull',
      'no-pull': 'bends-the-hip',
      'turns-out': 'unchanged',
      arches: 'rounds',
      rounds: 'arches',
    };
    for (const { value } of knowledge.mechanics) {
      const entry: { id?: string; expects?: string; verdict?: string } = Object(value);
      if (entry.verdict !== 'supports') continue;
      const turned = problemsWith(entry.id ?? '', { expects: opposite[entry.expects ?? ''] });
      expect({ id: entry.id, fields: turned.map(({ field }) => field) }).toMatchObject({
        fields: expect.arrayContaining(['verdict']),
      });
    }
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    [
      'a keyframe that does not exist',
      'kneeling-lunge',
      { posture: { movement: 'kneeling-hip-flexor-lunge', keyframe: 'nowhere' } },
      'posture',
    ],
    [
      'an angle that the model cannot take',
      'kneeling-lunge',
      { posture: { coordinates: { hip_flexion_r: -90 } } },
      'posture',
    ],
    ['a lumbar lever without its joint', 'psoas-shapes-the-curve-below', { joint: undefined }, 'joint'],
    ['a claim of ours that the model contradicts', 'front-of-thigh-stretch', { claims: ['C192'] }, 'claims'],
    [
      'a claim that we do not share, supported without a reason',
      'push-off-length',
      { besides: undefined },
      'besides',
    ],
  ])('names %s', (_, id, change, field) => {
    expect(problemsWith(id, change).map((problem) => problem.field)).toContain(field);
  });
});
