import { describe, expect, it } from 'vitest';
import type { Figure } from './measurement.ts';
import { compareRatios, lostRatios, newRatios, parseRatios, ratiosToText } from './stored-ratios.ts';

const ratio: Figure = { id: 'pose.ratio', what: 'a line', ratioTo: 'a tendon', unit: 'ratio', better: 'less', values: [0.31234, 0.3, 0.32] };
const rate: Figure = { ...ratio, id: 'relay.ratio', better: 'more', values: [0.6, 0.62, 0.61] };
const time: Figure = { id: 'pose.ours', what: 'a posture', unit: 'µs', better: 'less', values: [20] };

function storedAs(figures: readonly Figure[]): ReturnType<typeof unwrap> {
  return unwrap(ratiosToText(figures, new Map()));
}

function unwrap(text: string) {
  const parsed = parseRatios(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

describe('ratiosToText', () => {
  it('keeps ratios alone, in the order of their ids, and what could not be measured this time', () => {
    expect(ratiosToText([rate, time, ratio], new Map([['older', { median: 1, spread: 0 }]]))).toBe(`{
  "older": {
    "median": 1,
    "spread": 0
  },
  "pose.ratio": {
    "median": 0.312,
    "spread": 0.01
  },
  "relay.ratio": {
    "median": 0.61,
    "spread": 0.01
  }
}
`);
  });
});

describe('parseRatios', () => {
  it('reads what was written', () => expect([...storedAs([ratio, rate]).keys()]).toEqual(['pose.ratio', 'relay.ratio']));

  it.each([
    ['no JSON', 'ratios'],
    ['[]', 'ratios'],
    ['{ "a": { "spread": 1 } }', 'median'],
    ['{ "a": { "median": 0, "spread": 1 } }', 'median'],
    ['{ "a": { "median": 1, "spread": -1 } }', 'spread'],
  ])('refuses %s, and names the field', (text, field) => {
    const parsed = parseRatios(text);
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) expect(parsed.error.map((problem) => problem.field).join(' ')).toContain(field);
  });
});

describe('compareRatios', () => {
  const times = (figure: Figure, factor: number): Figure => ({ ...figure, values: figure.values.map((value) => value * factor) });

  it('finds what got worse, in the direction of each', () => {
    const stored = storedAs([ratio, rate]);
    const worse = (figures: readonly Figure[]): readonly string[] => compareRatios(figures, stored).flatMap(({ figure, isWorse }) => (isWorse ? [figure.id] : []));
    expect(worse([ratio, rate, time])).toEqual([]);
    expect(worse([times(ratio, 1.3), times(rate, 1.3)])).toEqual(['pose.ratio']);
    expect(worse([times(ratio, 0.7), times(rate, 0.7)])).toEqual(['relay.ratio']);
  });

  it('leaves out what was never stored', () => expect(compareRatios([ratio], new Map())).toEqual([]));
});

it('tells stored ratios that were not measured, and measured ones that were never stored', () => {
  expect(lostRatios([ratio, time], storedAs([ratio, rate]))).toEqual(['relay.ratio']);
  expect(newRatios([ratio, rate, time], storedAs([ratio]))).toEqual(['relay.ratio']);
});
