import type { Side } from './side.ts';

/** The word for a side. A language whose word changes with the noun gives both at the place: `{target:linkes|rechtes}`. */
export type SideWord = { readonly side: Side; readonly word: string };

/** Values for the places of a template. */
export type TemplateValues = { readonly [place: string]: string | number | SideWord };

/**
 * Fills `{place}` marks of a text. A mark without a value stays as it is, so that a missing value is seen
 * in a test instead of vanishing. `{place:left|right}` takes its word by the side of the value.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/\{([a-zA-Z]+)(?::([^{}|]*)\|([^{}|]*))?\}/g, (mark, place: string, left?: string, right?: string) => {
    const value = values[place];
    if (value === undefined) return mark;
    if (typeof value !== 'object') return String(value);
    return (value.side === 'left' ? left : right) ?? value.word;
  });
}

/** Seconds as minutes and seconds: 32 is 0:32, 400 is 6:40. Counts down to 0:00, never below. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
