import type { PaperElement } from './element.ts';
import { escaped, nodeToHtml } from './node-to-html.ts';
import { paperCss } from './paper-css.ts';
import type { PaperLook } from './paper-look.ts';

/** A page before it is written. */
export type Sheet = {
  /** The title of the document, and the name that a saved file gets. */
  readonly title: string;
  readonly body: PaperElement;
};

/** Nothing on a page runs or is fetched: the policy says so to whoever opens the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** [PA-01] A sheet as an HTML document of its own: one file, with its style sheet and its pictures. */
export function paperHtml({ title, body }: Sheet, look: PaperLook): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${paperCss(look)}</style>`,
    '</head>',
    `<body>${nodeToHtml(body)}</body>`,
    '</html>',
    '',
  ].join('\n');
}
