import type { PerSide, Side } from '@psoas/kernel';
import type { StrictReader } from './strict-reader.ts';

/** A value of each side from a group with `left` and `right`; undefined when one cannot be read. */
export function readPerSide<Value>(reader: StrictReader, key: string, readOne: (inner: StrictReader, side: Side) => Value | undefined): PerSide<Value> | undefined {
  const inner = reader.inner(key);
  if (inner === undefined) return undefined;
  const [left, right] = [readOne(inner, 'left'), readOne(inner, 'right')];
  return left === undefined || right === undefined ? undefined : { left, right };
}
