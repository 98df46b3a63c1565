import type { Side } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { painSites, type FlagDetails, type PainSite } from '../answers/index.ts';
import type { Exclusion } from './exclusion.ts';
import { exclusionsOfFlag, isAfterBirth, painfulSides } from './flag-exclusions.ts';
import type { FlagId } from './flag-ids.ts';
import { activeModifiers } from './modifiers.ts';

// Which flags leave out what stands in docs/spec/safety.md and is compared with it in tools/docs; here stand the sides.
const nameOf = (exclusion: Exclusion): string => {
  if ('body' in exclusion) return exclusion.body;
  return 'hip' in exclusion ? `${exclusion.hip} ${exclusion.sides.join('+')}` : `class ${exclusion.class}`;
};
const told = (id: FlagId, details: FlagDetails, where: readonly PainSite[] = []): readonly string[] => {
  const exclusions = exclusionsOfFlag(id, { details, painSites: where });
  expect(exclusions.every(({ by }) => by === id)).toBe(true);
  return exclusions.map(nameOf);
};

const endRange = ['end-range-hip-extension', 'static-end-range-stretch'];
const on = (sides: string, properties: readonly string[]): readonly string[] => properties.map((property) => `${property} ${sides}`);

describe('the painful side', () => {
  it.each<[FlagId, readonly string[], readonly string[]]>([
    ['RF13', ['groin', 'front-of-hip', 'front-of-thigh'], endRange],
    ['RF14', ['groin', 'front-of-hip', 'front-of-thigh'], endRange],
    ['RF18', ['below-knee'], ['static-end-range-stretch']],
    ['RF27', ['front-of-hip', 'groin'], ['static-end-range-stretch']],
    ['RF38', ['groin', 'front-of-hip', 'front-of-thigh', 'knee'], ['static-end-range-stretch']],
  ])('[S-02] %s asks the map for %j; where it does not say, both sides count', (id, places, properties) => {
    for (const site of painSites) {
      const side = places.some((place) => site === `${place}-left`) ? 'left' : 'right';
      const sides = places.some((place) => site === `${place}-${side}`) ? side : 'left+right';
      expect([site, told(id, {}, [site])]).toEqual([site, on(sides, properties)]);
    }
    expect(told(id, {})).toEqual(on('left+right', properties));
  });

  it('[S-02] one site on each side is both sides, whatever else hurts', () => {
    expect(painfulSides(['groin-right', 'low-back', 'groin-left'], /^groin-/)).toEqual(['left', 'right']);
    expect(painfulSides(['groin-right', 'knee-left'], /^groin-/)).toEqual(['right']);
    expect(painfulSides([], /^groin-/)).toEqual(['left', 'right']);
  });

  it('M-ANTERIOR-HIP forbids the end of both movements on the side that hurts', () => {
    for (const site of painSites) {
      const active = activeModifiers({ details: {}, ageYears: 40, painSites: [site] });
      const side: Side | undefined = (['left', 'right'] as const).find((one) => site === `groin-${one}` || site === `front-of-hip-${one}`);
      const exclusions = active.flatMap((modifier) => modifier.exclusions);
      expect(exclusions.map(nameOf)).toEqual(side === undefined ? [] : on(side, ['static-end-range-stretch', 'hip-flexion-over-90']));
      expect(exclusions.every(({ by }) => by === 'M-ANTERIOR-HIP')).toBe(true);
    }
  });
});

describe('flags that name both hips or none', () => {
  const noStraining = ['high-abdominal-pressure', 'hanging'];
  const noDeepPressure = [...noStraining, 'deep-pressure'];
  const unsteady = ['supine', 'prone', 'on-box', 'bed-edge', 'loaded-single-leg-standing'];

  it.each<[FlagId, readonly string[]]>([
    ['RF01', []],
    ['RF19', on('left+right', ['deep-knee-flexion'])],
    ['RF22', [...noDeepPressure, ...on('left+right', endRange)]],
    ['RF28', on('left+right', [...endRange, 'hip-flexion-over-90'])],
    ['RF36', ['class stretch', ...on('left+right', endRange)]],
    ['RF39', on('left+right', ['static-end-range-stretch'])],
  ])('[S-06] %s leaves out %j', (id, properties) => {
    expect(told(id, {}, ['groin-left'])).toEqual(properties);
  });

  it.each<[FlagDetails['hipReplacement'], string, readonly ('front' | 'back')[]]>([
    [undefined, 'left+right', ['front', 'back']],
    [{}, 'left+right', ['front', 'back']],
    [{ side: 'both', approach: 'unknown' }, 'left+right', ['front', 'back']],
    [{ side: 'left' }, 'left', ['front', 'back']],
    [{ side: 'left', approach: 'anterior' }, 'left', ['front']],
    [{ side: 'right', approach: 'posterior' }, 'right', ['back']],
    [{ approach: 'lateral' }, 'left+right', ['back']],
  ])('[S-02] a hip replacement of %j leaves out, on %s, %j', (hipReplacement, sides, halves) => {
    const front = [...endRange, 'hip-external-rotation-in-extension'];
    const back = ['hip-flexion-over-90', 'crossing-midline', 'hip-internal-rotation', 'end-range-hip-abduction'];
    const expected = halves.flatMap((half) => on(sides, half === 'front' ? front : back));
    expect(told('RF21', hipReplacement === undefined ? {} : { hipReplacement })).toEqual(expected);
  });

  it.each<[FlagDetails, boolean]>([
    [{}, false],
    [{ birth: {} }, false],
    [{ birth: { weeksAgo: 0 } }, true],
    [{ birth: { weeksAgo: 11.9 } }, true],
    [{ birth: { weeksAgo: 12 } }, false],
    [{ pregnancy: {}, birth: { weeksAgo: 3 } }, false],
  ])('[S-02] %j is after a birth: %s', (details, after) => {
    expect(isAfterBirth(details)).toBe(after);
    expect(told('RF23', details)).toEqual([...noDeepPressure, ...(after ? [] : unsteady)]);
    const pelvis = ['split-stance', ...on('left+right', endRange)];
    expect(told('RF23', details, ['pelvis'])).toEqual([...noDeepPressure, ...pelvis, ...(after ? [] : unsteady)]);
  });
});

describe('modifiers', () => {
  it.each<[FlagDetails, number | undefined, readonly string[]]>([
    [{ hypermobility: { score: 5 } }, 50, ['static-end-range-stretch left+right']],
    [{ hypermobility: { score: 4 } }, 50, []],
    [{ hypermobility: { score: 4 } }, undefined, []],
    [{ hypermobility: { score: 4 } }, 50.1, ['static-end-range-stretch left+right']],
    [{ hypermobility: { score: 3 } }, 70, []],
    [{ hypermobility: {} }, 20, ['static-end-range-stretch left+right']],
    [{ backPattern: { worseWith: 'extension' } }, 40, ['lumbar-extension']],
    [{ backPattern: { worseWith: 'flexion' } }, 40, ['loaded-lumbar-flexion', 'end-range-lumbar-flexion']],
    [{ backPattern: { worseWith: 'neither' } }, 40, []],
    [{ backPattern: {} }, 40, []],
    [{ kneelingHurts: true }, 40, ['kneeling']],
    [{ kneelingHurts: false }, 40, []],
    [{}, undefined, []],
  ])('[S-06] %j at the age of %s leaves out %j', (details, ageYears, properties) => {
    const active = activeModifiers({ details, ageYears, painSites: [] });
    expect(active.flatMap(({ exclusions }) => exclusions.map(nameOf))).toEqual(properties);
    for (const { id, exclusions } of active) expect(exclusions.every(({ by }) => by === id)).toBe(true);
  });
});
