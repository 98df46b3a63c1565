import { describe, expect, it } from 'vitest';
import { formatOutcomes } from './main.ts';
import { killedPercent, readReport } from './read-report.ts';

const mutant = (status: string, line = 3): object => ({ id: String(line), mutatorName: 'StringLiteral', replacement: '""', status, location: { start: { line, column: 7 }, end: { line, column: 9 } } });
const report = (...mutants: readonly object[]): string => JSON.stringify({ files: { 'a.ts': { mutants }, 'other.ts': { mutants: [mutant('Survived')] } } });

describe('readReport', () => {
  it('counts what became of each mutant of the files that were asked for', () => {
    const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError', 'Ignored'];
    const [outcome, ...others] = readReport(report(...statuses.map((status) => mutant(status))), ['a.ts', 'not-there.ts']);
    expect(outcome).toMatchObject({ path: 'a.ts', killed: 2, timedOut: 1, survived: 1, notCovered: 1, broken: 2 });
    expect(outcome?.survivors.map(({ isCovered }) => isCovered)).toEqual([true, false]);
    expect(others).toEqual([]);
  });

  it('refuses a report that it does not understand', () => {
    expect(() => readReport('{}', ['a.ts'])).toThrow('`files`');
    expect(() => readReport(report({ ...mutant('Killed'), status: 7 }), ['a.ts'])).toThrow('mutant.status');
  });
});

describe('the table', () => {
  it('takes timeouts for noticed, and leaves out what could not be loaded', () => {
    expect(killedPercent([{ killed: 2, timedOut: 1, survived: 1, notCovered: 0 }])).toBe(75);
    expect(killedPercent([])).toBe(100);
  });

  it('shows each change that no test noticed, with its place', () => {
    const text = formatOutcomes(readReport(report(mutant('Killed'), mutant('Survived', 12)), ['a.ts']));
    expect(text).toMatch(/^a\.ts +50\.0 % +1 +0 +1 +0 +0$/m);
    expect(text).toContain('    12:7 StringLiteral: ""');
  });
});
