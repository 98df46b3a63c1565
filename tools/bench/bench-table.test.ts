import { describe, expect, it } from 'vitest';
import { keepsBar, rowsOf, rowsToMarkdown, rowsToText, valueToText, type Outcome } from './bench-table.ts';
import type { Figure } from './measurement.ts';

const frame: Figure = { id: 'figure.frame', what: 'a frame', unit: 'ms', better: 'less', bar: { limit: 0.5 }, values: [0.4, 0.3, 0.9] };
const ratio: Figure = { id: 'figure.ratio', what: 'a frame', ratioTo: 'a posture', unit: 'ratio', better: 'less', values: [12, 11, 13] };
const outcomes: readonly Outcome[] = [
  { measurement: { id: 'figure', what: 'the figure', how: 'It is drawn.' }, figures: [frame, ratio] },
  { measurement: { id: 'relay', what: 'the relay', how: 'It is asked.' }, figures: [], reason: 'no PostgreSQL' },
];

describe('rowsToText', () => {
  it('has one line for each figure, and says what could not be measured', () => {
    expect(rowsToText(rowsOf(outcomes))).toBe(
      [
        'measurement  what                      median   least    most  runs  bar             verdict',
        'figure       a frame                   0.4 ms  0.3 ms  0.9 ms     3  at most 0.5 ms  kept',
        'figure       a frame / a posture           12      11      13     3',
        'relay        the relay: no PostgreSQL                                                not measured',
      ].join('\n'),
    );
  });

  it('says of a ratio how it stands to the stored one', () => {
    const verdict = (isWorse: boolean, lossShare: number): string => rowsOf(outcomes, [{ figure: ratio, stored: { median: 10, spread: 1 }, found: { median: 12, spread: 1 }, lossShare, isWorse }])[1]?.at(-1) ?? '';
    expect(verdict(true, 0.2)).toBe('WORSE: 20 % worse than the stored 10');
    expect(verdict(false, -0.2)).toBe('20 % better than the stored 10');
    expect(verdict(false, 0.001)).toBe('as stored');
  });
});

it('makes a table of a page, whose cells hold no bar of their own', () => {
  const [row = rowsOf(outcomes)[0]] = rowsOf([{ measurement: { id: 'a', what: 'b', how: 'c' }, figures: [], reason: 'x | y\nz' }]);
  expect(row === undefined ? '' : rowsToMarkdown([row]).split('\n').at(-1)).toBe('| a | b: x \\| y z |  |  |  |  |  | not measured |');
});

describe('keepsBar', () => {
  it.each([
    ['the median', frame, true],
    ['the median, not the least', { ...frame, bar: { limit: 0.35 } }, false],
    ['the best run', { ...frame, bar: { limit: 0.35, of: 'best' } }, true],
    ['the best run of what should be more', { ...frame, better: 'more', bar: { limit: 0.9, of: 'best' } }, true],
    ['what should be more', { ...frame, better: 'more', bar: { limit: 0.5 } }, false],
    ['no bar', ratio, true],
  ] as const)('judges by %s', (_, figure: Figure, expected) => expect(keepsBar(figure)).toBe(expected));
});

it.each([
  [0, 'ms', '0 ms'],
  [0.012345, 'ms', '0.0123 ms'],
  [12.345, 'µs', '12.3 µs'],
  [61_871, 'bytes', '61,871 bytes'],
  [0.5, 'ratio', '0.5'],
  [-456, 'bytes', '-456 bytes'],
] as const)('says %s %s as %s', (value, unit, expected) => expect(valueToText(value, unit)).toBe(expected));
