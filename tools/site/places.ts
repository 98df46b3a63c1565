import type { Span } from '@psoas/knowledge/types';

/** The pages of the site by their paths: folders, each with an index.html. */
export const places = {
  start: '',
  exercises: 'exercises/',
  learn: 'learn/',
  questions: 'questions/',
  corrections: 'corrections/',
  tests: 'self-tests/',
  help: 'help/',
  sources: 'sources/',
  about: 'about/',
} as const;

/** The path of a place, with an anchor where it is a part of a page. */
export type Target = { readonly path: string; readonly anchor?: string };

/** Where a link of the knowledge leads. */
export function targetOf({ kind, id }: Extract<Span, { kind: 'link' }>['to']): Target {
  switch (kind) {
    case 'exercise':
      return { path: `${places.exercises}${id}/` };
    case 'article':
      return { path: `${places.learn}${id}/` };
    case 'faq':
      return { path: places.questions, anchor: id };
    case 'check':
      return { path: places.tests, anchor: id };
  }
}

/** How a page writes the address of another. */
export type Link = (path: string, anchor?: string) => string;

/** Addresses that hold wherever the site stands: relative to a page. */
export function relativeLink(from: string): Link {
  const up = '../'.repeat(from.split('/').length - 1);
  return (path, anchor) => withAnchor(`${up}${path}` || './', anchor);
}

/** Addresses below one base, such as `https://example.org/library/` or `/`. */
export function linkFrom(base: string): Link {
  return (path, anchor) => withAnchor(`${base}${path}`, anchor);
}

/** A title as a part of an address: small letters, digits and hyphens. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function withAnchor(address: string, anchor: string | undefined): string {
  return anchor === undefined ? address : `${address}#${anchor}`;
}
