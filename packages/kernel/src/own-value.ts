/**
 * What a table holds under a name that comes from outside. What all objects have in common, such as `constructor`, is
 * no entry of it.
 */
export function ownValue<Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
