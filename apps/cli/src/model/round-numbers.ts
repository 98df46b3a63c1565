import { isRecord } from '@psoas/kernel';

/** A copy with every number rounded to four decimals: finer than anything the model knows. */
export function roundNumbers(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4 + 0;
  if (Array.isArray(value)) return value.map(roundNumbers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, roundNumbers(each)]));
}
