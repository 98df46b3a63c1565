import { describe, expect, it } from 'vitest';
import { parsePlayerState } from './parse-player-state.ts';
import { lunge, testSession } from './test-session.ts';

const saved = (change: object): unknown => ({
  ...JSON.parse(JSON.stringify(testSession([lunge]))),
  ...change,
});
const fieldsOf = (value: unknown): readonly string[] => {
  const result = parsePlayerState(value);
  return result.ok ? [] : result.error.map(({ field }) => field);
};

describe('parsePlayerState', () => {
  it('[T-14] takes what was saved', () => {
    expect(parsePlayerState(saved({}))).toMatchObject({ ok: true });
  });

  it('[T-14] refuses a damaged session and names what is wrong', () => {
    expect(fieldsOf(null)).toEqual(['']);
    expect(fieldsOf(saved({ version: 2, status: 'dancing' }))).toEqual(['version', 'status']);
    expect(fieldsOf(saved({ elapsedMillis: null }))).toEqual(['elapsedMillis']);
    expect(fieldsOf(saved({ position: 400 }))).toEqual(['position']);
    expect(fieldsOf(saved({ items: [] }))).toEqual(['runs']);
    expect(fieldsOf(saved({ runs: [{ step: { kind: 'work' } }] }))).toEqual(['runs']);
  });

  it.each([
    ['countInSeconds', { countInSeconds: 1e12 }],
    ['position', { position: 0.5 }],
    ['status', { status: { toString: 1 } }],
    ['countInSeconds', { countInSeconds: { toString: 1 } }],
    ['items', { items: [{ exercise: 'lunge', lines: [null], answer: {}, logged: false }] }],
    ['items', { items: [{ exercise: 'lunge', lines: [{ kind: 'cue', words: { toString: 1 } }], answer: {}, logged: false }] }],
    ['decisions', { decisions: JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) }],
  ])('[HD-01] refuses a session that would hang or break the player: %s', (field, change) => {
    expect(fieldsOf(saved(change))).toContain(field);
  });
});
