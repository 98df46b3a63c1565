/** Values for the places of a template. */
export type TemplateValues = { readonly [place: string]: string | number };

/**
 * Fills `{place}` marks of a text. A mark without a value stays as it is, so that a missing value is seen
 * in a test instead of vanishing.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (mark, place: string) => {
    const value = values[place];
    return value === undefined ? mark : String(value);
  });
}

/** Seconds as minutes and seconds: 32 is 0:32, 400 is 6:40. Counts down to 0:00, never below. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
