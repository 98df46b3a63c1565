import { describe, expect, it } from 'vitest';
import { createBodyModel } from '@psoas/body';
import { boneParts } from '@psoas/figure/bones';
import { sources } from '@psoas/knowledge/sources';
import text from '@psoas/knowledge/text/body';
import { boneKeys, hipFlexors, isOf, neighbours, partName, partOf } from './parts.ts';

const painted = [
  ...new Set([
    ...createBodyModel({ psoasMinor: true }).lines.map(({ muscle }) => muscle),
    ...boneParts.map(({ bone }) => bone),
  ]),
];

describe('the names of what is painted', () => {
  it.each(painted)('%s has one', (part) => {
    const named = partOf(part);
    expect(named).toBeDefined();
    if (named !== undefined) expect(partName(named.key)).not.toBe('');
  });

  it('are all in the lists, each once', () => {
    const listed = [...hipFlexors, ...neighbours, ...boneKeys].toSorted();
    expect(listed).toEqual([...Object.keys(text.muscles), ...Object.keys(text.bones)].toSorted());
  });

  it('keep left and right apart', () => {
    expect(isOf('femur_l', { key: 'femur', side: 'left' })).toBe(true);
    expect(isOf('femur_r', { key: 'femur', side: 'left' })).toBe(false);
    expect(isOf('semitendinosus_r', { key: 'hamstrings', side: 'right' })).toBe(true);
    expect(isOf('ribs_l', { key: 'ribs', side: undefined })).toBe(true);
  });

  it('cite sources that exist', () => {
    const known = new Set(sources.map(({ id }) => id));
    const cited = [...Object.values(text.muscles), ...Object.values(text.bones)].flatMap(
      (part) => part.sources,
    );
    expect(cited.filter((source) => !known.has(source))).toEqual([]);
  });
});
