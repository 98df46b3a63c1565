import type { Option } from './choice-list.tsx';

/** Options from a closed list of values and their words. */
export function optionsOf<const Value extends string>(
  values: readonly Value[],
  labels: { readonly [value in Value]: string },
): readonly Option<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
