/** An expression with a name; later ones may use it as `%name`. */
export type Variable = readonly [name: string, expression: string];

/** A name from words with or without dashes: `no`, `hip-flexion-over-90`, `left` is `noHipFlexionOver90Left`. FHIR takes no underscores. */
export function variableName(first: string, ...more: readonly string[]): string {
  const words = more.flatMap((word) => word.split('-'));
  return first + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
