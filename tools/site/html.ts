import { escapeMarkup } from '@psoas/kernel';

/** A piece of HTML in which every text from outside was escaped. */
export type Html = { readonly markup: string };

type Part = Html | string | number | undefined | readonly Part[];

/** HTML from a template: what is filled in is escaped, unless it is HTML itself. Nothing where it is undefined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(markupOf)) };
}

/** Markup that was made elsewhere and is known to be whole, such as a drawing. */
export function madeMarkup(markup: string): Html {
  return { markup };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}
