import { describe, expect, it } from 'vitest';
import { createBodyModel } from '../muscle/body-model.ts';
import { coordinateNames } from '../pose/coordinates.ts';
import { followerJoints, toMjcf } from './to-mjcf.ts';

const model = createBodyModel();
const text = toMjcf(model);
const namesOf = (tag: string): string[] =>
  [...text.matchAll(new RegExp(`<${tag} [^>]*?name="([^"]+)"`, 'g'))].map(([, name = '']) => name);

describe('toMjcf', () => {
  it('names joints after coordinates and tendons after muscle lines', () => {
    expect(namesOf('joint')).toEqual(expect.arrayContaining([...coordinateNames]));
    expect(namesOf('spatial')).toEqual(model.lines.map(({ name }) => name));
  });

  it('gives every name once, and needs no files', () => {
    for (const tag of ['joint', 'site', 'body', 'geom'])
      expect(new Set(namesOf(tag)).size).toBe(namesOf(tag).length);
    expect(text).not.toMatch(/mesh|file=/);
  });

  it('lets the lumbar hinges follow their coordinate by their shares', () => {
    expect(followerJoints).toHaveLength(16);
    expect(followerJoints).toContainEqual({
      name: 'lumbar4_lumbar_extension',
      coordinate: 'lumbar_extension',
      share: 0.144,
    });
    expect(text).toContain(
      '<joint joint1="lumbar4_lumbar_extension" joint2="lumbar_extension" polycoef="0 0.144 0 0 0"/>',
    );
  });

  it('ends every tendon on sites, with its cylinder between', () => {
    const iliacus = /<spatial name="iliacus_r">([\s\S]*?)<\/spatial>/.exec(text)?.[1] ?? '';
    expect([...iliacus.matchAll(/<(\w+)/g)].map(([, tag]) => tag)).toEqual(['site', 'site', 'geom', 'site']);
  });
});
