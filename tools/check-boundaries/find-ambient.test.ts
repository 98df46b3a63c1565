import { describe, expect, it } from 'vitest';
import { parseSource } from '../source/syntax-tree.ts';
import { findAmbientUses } from './find-ambient.ts';

function uses(text: string, inTest = false): string[] {
  return findAmbientUses(parseSource({ path: 'sample.ts', text }), { inTest }).map((use) => use.text);
}

describe('findAmbientUses', () => {
  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'the current date'],
    ['Date()', 'the current date'],
    ['new Date(0)', 'Date'],
    ['list.map(Date)', 'Date'],
    ['Date.parse(text)', 'Date'],
    ['Math.random()', 'Math.random'],
    ["Math['random']()", 'Math.random'],
    ['new Intl.NumberFormat()', 'Intl'],
    ['performance.now()', 'performance'],
    ['crypto.randomUUID()', 'crypto'],
    ['setTimeout(f, 1)', 'setTimeout'],
    ['console.log(1)', 'console'],
    ['globalThis.x', 'globalThis'],
    ['const o = { console }', 'console'],
    ['a.toLocaleString()', '.toLocaleString'],
    ['a.localeCompare(b)', '.localeCompare'],
    ['import.meta.url', 'import.meta'],
    ['const a = (performance as unknown)', 'performance'],
  ])('[B-07] finds %s', (text, expected) => {
    expect(uses(text)).toEqual([expected]);
  });

  it.each([
    ['Date.UTC(2026, 0, 1)'],
    ['Math.round(1.5)'],
    ['a.performance.now()'],
    ['const o = { console: 1 }'],
    ['function f(performance: number) { return performance; }'],
    ['const { location } = answer; use(location);'],
    ['import { fetch } from "./ports.ts"; fetch();'],
    ['let day: Date; type A = Intl.NumberFormat; interface B { console: Console }'],
    ['// Date.now()\nconst text = "Math.random()";'],
  ])('[B-07] passes over %s', (text) => {
    expect(uses(text)).toEqual([]);
  });

  it('[B-07] lets a test use fixed dates and Intl as an oracle, not the moment, chance or timers', () => {
    expect(uses('new Date(0).getUTCDay(); new Intl.PluralRules("en"); console.log(1);', true)).toEqual([]);
    expect(uses('Date.now(); new Date(); Math.random(); setTimeout(f, 1);', true)).toEqual([
      'Date.now',
      'the current date',
      'Math.random',
      'setTimeout',
    ]);
  });
});
