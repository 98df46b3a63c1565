import { addDays, parseLocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { exportsOfDiary } from './exports-of-diary.ts';

const today = parseLocalDate('2026-11-21');
if (!today.ok) throw new Error('no day');
const day = today.value;

describe('exports of a diary of five years', () => {
  const entries: readonly unknown[] = yearsOfDiary(5, addDays(day, -1)).map((event): unknown => JSON.parse(JSON.stringify(event)));

  it.each(exportsOfDiary)('[DF-13] $words takes the processor less than a second', ({ make }) => {
    const millis = Array.from({ length: 5 }, () => {
      const before = process.threadCpuUsage();
      expect(make(entries, day).total).toBeGreaterThan(100);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
    expect(millis.toSorted((one, other) => one - other)[2]).toBeLessThan(1000);
  });

  it('[DF-02] [DF-13] what is longer than a table never stands in memory as one text', () => {
    for (const { words, make } of exportsOfDiary) {
      const { total, longestPiece } = make(entries, day);
      expect([words, total <= 1_500_000 || longestPiece < 300_000]).toEqual([words, true]);
    }
    const fhir = exportsOfDiary.find(({ words }) => words === 'fhir')?.make(entries, day);
    expect(fhir?.total).toBeGreaterThan(10_000_000);
  });
});
