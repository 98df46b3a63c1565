import { describe, expect, it } from 'vitest';
import { isCounted, judgeSources, type SizeRow } from './judge-sources.ts';
import { measureFile } from './measure-file.ts';

/** The verdicts by row, for files of the given texts. */
function judge(...texts: string[]): Record<string, SizeRow['verdict']> {
  const measures = texts.map((text, index) => measureFile({ path: `packages/core/src/f${index}.ts`, text }));
  return Object.fromEntries(judgeSources(measures).map(({ what, verdict }) => [what, verdict]));
}

const lines = (count: number): string => 'a;\n'.repeat(count);

describe('judgeSources', () => {
  it('lets everything pass at its limit', () => {
    const text = `const f = (a, b, c, d) => {\n${lines(68)}};\n${lines(330)}`;
    expect(Object.values(judge(text, lines(1), lines(1)))).not.toContain('failed');
  });

  it('fails a file of 401 lines, and names it', () => {
    const row = judgeSources([measureFile({ path: 'x.ts', text: lines(401) })]).find(
      ({ verdict }) => verdict === 'failed',
    );
    expect(row).toMatchObject({
      what: 'lines of the longest file',
      measured: '401',
      places: ['x.ts:1 401 lines'],
    });
  });

  it('reports a wide median without failing', () => {
    expect(judge(lines(121))['lines of a file, median']).toBe('wide');
  });

  it('fails a function of 71 lines', () => {
    expect(judge(`function f() {\n${lines(69)}}\n`)['lines of the longest function']).toBe('failed');
  });

  it('fails five parameters', () => {
    expect(judge('const f = (a, b, c, d, e) => 1;\n')['parameters of a function']).toBe('failed');
  });

  it('fails the first any and the first !', () => {
    expect(judge(`let a: any;\n${lines(300)}`)['any']).toBe('failed');
    expect(judge(`let a = b!;\n${lines(300)}`)['non-null assertions (!)']).toBe('failed');
  });

  it('weighs assertions over all files', () => {
    const what = 'type assertions (as) in 1000 lines';
    const assertion = 'let a = b as C;\n';
    expect(judge(assertion.repeat(2) + lines(398), lines(400), lines(200))[what]).toBe('ok');
    expect(judge(assertion.repeat(3) + lines(397), lines(400), lines(200))[what]).toBe('wide');
    expect(judge(assertion.repeat(6) + lines(394), lines(400), lines(200))[what]).toBe('failed');
  });

  it('fails a file that cannot be read', () => {
    expect(judge('const = ;\n')['files that cannot be read']).toBe('failed');
  });

  it('has nothing against no files', () => {
    expect(Object.values(judge())).not.toContain('failed');
  });
});

describe('isCounted', () => {
  it('leaves out tests, generated modules and data', () => {
    expect(isCounted('packages/core/src/safety/screen.ts')).toBe(true);
    expect(isCounted('tools/test.ts')).toBe(true);
    expect(isCounted('packages/core/src/safety/screen.test.ts')).toBe(false);
    expect(isCounted('apps/web/src/generated/routes.ts')).toBe(false);
    expect(isCounted('packages/knowledge/src/index.ts')).toBe(false);
  });
});
