import { otherSide, sidesOrBoth, type PerSide, type Side } from './side.ts';

/**
 * The word for a side. A language whose word changes with the noun gives its own at the place: `{target:linkes|rechtes}`,
 * with a third one for where both sides take turns.
 */
export type SideWord = { readonly side: Side | 'both'; readonly word: string };

/** Values for the places of a template. */
export type TemplateValues = { readonly [place: string]: string | number | SideWord };

/**
 * Fills `{place}` marks of a text. A mark without a value stays as it is, so that a missing value is seen
 * in a test instead of vanishing. `{place:left|right}` takes its word by the side of a `SideWord`.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/\{([a-zA-Z]+)(?::([^{}]*))?\}/g, (mark, place: string, forms?: string) => {
    const value = values[place];
    if (value === undefined) return mark;
    if (typeof value !== 'object') return String(value);
    return forms?.split('|')[sidesOrBoth.indexOf(value.side)] ?? value.word;
  });
}

/** The values of `{target}` and `{other}` for a side, in words for left and right. */
export function sidePlaces(side: Side, words: PerSide<string>): { readonly target: SideWord; readonly other: SideWord } {
  const other = otherSide(side);
  return { target: { side, word: words[side] }, other: { side: other, word: words[other] } };
}

/** Seconds as minutes and seconds: 32 is 0:32, 400 is 6:40. Counts down to 0:00, never below. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
