/** What a translation has to keep of a text, besides its meaning. */
export type TextMarks = {
  /** Places that the app fills, each once. */
  readonly places: readonly string[];
  readonly cites: readonly string[];
  readonly links: readonly string[];
  /** Levels of the headings, in their order. */
  readonly headings: readonly string[];
};

const citePattern = /\[((?:S\d+[a-z]?|seed-00[0-4]|K-general|P-judgement)(?:,\s*(?:S\d+[a-z]?|seed-00[0-4]|K-general|P-judgement))*)\]/g;

/** Reads the marks of a text; the order of all but headings is free. */
export function marksOf(text: string): TextMarks {
  const all = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '');
  return {
    places: [...new Set(all(/\{([a-zA-Z]+)(?::[^{}|]*\|[^{}]*)?\}/g))].toSorted(),
    cites: all(citePattern).flatMap((ids) => ids.split(/,\s*/)).toSorted(),
    links: all(/\]\(([a-z]+:[a-z0-9-]+)\)/g).toSorted(),
    headings: all(/^(#{2,3}) /gm),
  };
}

/** Places whose word may be given for each side: `{target:linkes|rechtes}`. */
const sidedPlaces = new Set(['target', 'other']);

/** What is wrong with the places of a text by itself: a brace that opens nothing, two words where no side is known. */
export function placeFaults(text: string): readonly string[] {
  const sided = [...text.matchAll(/\{([a-zA-Z]+):[^{}|]*\|[^{}]*\}/g)].map((found) => found[1] ?? '');
  const rest = text.replace(/\{[a-zA-Z]+(?::[^{}|]*\|[^{}|]*(?:\|[^{}|]*)?)?\}/g, '');
  return [
    ...sided.filter((place) => !sidedPlaces.has(place)).map((place) => `write {${place}} without two words; only {target} and {other} take them`),
    ...(/[{}]/.test(rest) ? ['close every { with }, around one place name'] : []),
  ];
}
