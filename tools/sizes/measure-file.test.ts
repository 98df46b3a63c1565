import { describe, expect, it } from 'vitest';
import { measureFile, type FileMeasure } from './measure-file.ts';

const measure = (text: string): FileMeasure => measureFile({ path: 'sample.tsx', text });

describe('measureFile', () => {
  it('counts lines with and without an end of line at the end', () => {
    expect(measure('a;\nb;\n').lines).toBe(2);
    expect(measure('a;\nb;').lines).toBe(2);
  });

  it('measures functions of every form, with their names', () => {
    const { functions } = measure(
      [
        'export default function () {}',
        'function first(this: A, a: B, { b, c }: C, ...d: E[]) {',
        '  return a;',
        '}',
        'const second = (a: A) =>',
        '  a;',
        'const o = { third() { return 1; } };',
        'class K { fourth = () => 2; }',
        'declare function fifth(): void;',
      ].join('\n'),
    );
    expect(functions).toEqual([
      { name: 'default', line: 1, lines: 1, parameters: 0 },
      { name: 'first', line: 2, lines: 3, parameters: 3 },
      { name: 'second', line: 5, lines: 2, parameters: 1 },
      { name: 'third', line: 7, lines: 1, parameters: 0 },
      { name: 'fourth', line: 8, lines: 1, parameters: 0 },
    ]);
  });

  it('finds any, assertions and non-null assertions, and nothing else', () => {
    const found = measure(
      [
        'const a: any = b as C;',
        'const d = [1] as const;',
        'const e = f!;',
        'const g = h satisfies I;',
        'import { j as k } from "l";',
        'const m = "as any!"; // as any!',
        'const n = o as unknown as P<any>;',
      ].join('\n'),
    );
    expect(found.anyTypes).toEqual([1, 7]);
    expect(found.assertions).toEqual([1, 7, 7]);
    expect(found.nonNullAssertions).toEqual([3]);
  });
});
