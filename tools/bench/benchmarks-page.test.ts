import { describe, expect, it } from 'vitest';
import { codeWords, readText, tableRows } from '../docs/pages.ts';
import { benchDay } from './bench-day.ts';
import { benchmarksPage, type Machine } from './benchmarks-page.ts';
import { measurements } from './measurements.ts';
import { parseRatios } from './stored-ratios.ts';

const machine: Machine = { parts: [['processor', 'a made-up one']], cores: 2, loads: [0.1, 2.5] };

describe('benchmarksPage', () => {
  it('says when and on what, each figure, how it was measured, and how to do it again', () => {
    const text = benchmarksPage(
      [{ measurement: { id: 'start', what: 'a start', how: 'It starts.' }, figures: [{ id: 'start.time', what: 'until it answers', unit: 'ms', better: 'less', values: [1, 2, 3] }] }],
      machine,
      benchDay,
    );
    expect(text).toContain('Measured on 2026-11-21, on this machine:');
    expect(text).toContain('| processor | a made-up one |');
    expect(text).toContain('| load average, at the start and at the end | 0.1, 2.5 |');
    expect(text).toContain('| start | until it answers | 2 ms | 1 ms | 3 ms | 3 |  |  |');
    expect(text).toContain('- `start`, a start. It starts.');
    expect(text).toContain('npm run bench -- --write');
    expect(text).not.toContain('other work');
  });

  it('says so where the machine had other work before', () => {
    expect(benchmarksPage([], { ...machine, loads: [1.5, 1] }, benchDay)).toContain('**The machine had other work meanwhile.**');
  });
});

describe('measurements', () => {
  it('have each an id of its own and say what and how', () => {
    expect(new Set(measurements.map(({ id }) => id)).size).toBe(measurements.length);
    expect(measurements.filter(({ what, how, runs }) => what === '' || !how.endsWith('.') || runs < 1)).toEqual([]);
  });
});

describe('docs/benchmarks.md', () => {
  const page = readText('docs/benchmarks.md');

  it('has every measurement, in the table and below it', () => {
    const ids = measurements.map(({ id }) => id);
    const told = page.slice(page.indexOf('## How it is measured'));
    expect(ids.filter((id) => !tableRows(page).some(([first]) => first === id))).toEqual([]);
    expect(ids.filter((id) => !codeWords(told).includes(id))).toEqual([]);
  });

  it('stands beside ratios that can be read', () => {
    expect(parseRatios(readText('tools/bench/ratios.json'))).toMatchObject({ ok: true });
  });
});
