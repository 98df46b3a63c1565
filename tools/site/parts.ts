import { fillTemplate } from '@psoas/kernel';
import type { Block, Claim, Span } from '@psoas/knowledge/types';
import { html, type Html } from './html.ts';
import { places, slugOf, targetOf, type Link } from './places.ts';
import type { SiteInput } from './site-input.ts';

/** The title of a page with its lead. */
export function pageHead(title: string, lead?: string, kicker?: string): Html {
  return html`${kicker === undefined ? undefined : html`<p class="kicker">${kicker}</p>\n`}<h1>${title}</h1>
${lead === undefined ? undefined : html`<p class="lead">${lead}</p>\n`}`;
}

/** The line that stands before anything to do: see first when to get help. */
export function safetyNote({ words }: SiteInput, link: Link): Html {
  const { note } = words.site;
  return html`<p class="note note-stop"><strong>${note.text}</strong> <a href="${link(places.help)}">${note.link}</a></p>
`;
}

/** Running text. */
export function blocksHtml(blocks: readonly Block[], site: SiteInput, link: Link): Html {
  return html`<div class="prose">${blocks.map((block) => blockHtml(block, site, link))}</div>
`;
}

function blockHtml(block: Block, site: SiteInput, link: Link): Html {
  const line = (spans: readonly Span[]): readonly Html[] => spans.map((span) => spanHtml(span, site, link));
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${line(block.spans)}</h2>\n` : html`<h3>${line(block.spans)}</h3>\n`;
    case 'paragraph':
      return html`<p>${line(block.spans)}</p>\n`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${line(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
  }
}

function spanHtml(span: Span, site: SiteInput, link: Link): Html {
  switch (span.kind) {
    case 'text':
      return html`${span.text}`;
    case 'strong':
      return html`<strong>${span.text}</strong>`;
    case 'emphasis':
      return html`<em>${span.text}</em>`;
    case 'cite':
      return html`[${cite(span.source, site, link)}]`;
    case 'link': {
      const { path, anchor } = targetOf(span.to);
      return html`<a href="${link(path, anchor)}">${span.text}</a>`;
    }
  }
}

/** A link to a source; the first articles go by their short titles. */
function cite(source: string, { words }: SiteInput, link: Link): Html {
  const short: Readonly<Record<string, string>> = words.corrections.short;
  const name = short[source] ?? source;
  const spoken = fillTemplate(words.corrections.sourceLink, { source: name });
  return html`<a class="cite" href="${link(places.sources, source)}" aria-label="${spoken}">${name}</a>`;
}

/** All sources of an item in one line. */
export function citeLine(ids: readonly string[], site: SiteInput, link: Link): Html {
  return html`<p class="cites">${ids.map((id) => html`${cite(id, site, link)} `)}</p>
`;
}

/** A list of lines. */
export function bullets(lines: readonly (string | Html)[]): Html {
  return html`<ul class="bullets">${lines.map((line) => html`<li>${line}</li>`)}</ul>
`;
}

/** The page of an article's corrections. */
export function claimPath(seed: string, { words }: SiteInput): string {
  const short: Readonly<Record<string, string>> = words.corrections.short;
  return `${places.corrections}${slugOf(short[seed] ?? seed)}/`;
}

/** What the articles say about something, folded away: our verdict and wording, each with a link to the whole. */
export function claimsFold(ids: readonly string[], site: SiteInput, link: Link): Html | undefined {
  const claims = site.knowledge.claims.filter(({ id }) => ids.includes(id));
  if (claims.length === 0) return undefined;
  return html`<details class="fold"><summary>${fillTemplate(site.words.learn.claims, { count: claims.length })}</summary>
${bullets(claims.map((claim) => claimLine(claim, site, link)))}</details>
`;
}

function claimLine(claim: Claim, site: SiteInput, link: Link): Html {
  const { verdicts } = site.words.corrections;
  return html`<a href="${link(claimPath(claim.seed, site), claim.id)}">${verdicts[claim.verdict]}</a>: ${claim.wording === '' ? claim.statement : claim.wording}`;
}

/** A list of links with a word to each. */
export function rows(
  items: readonly { readonly href: string; readonly title: string; readonly note?: string | undefined }[],
): Html {
  return html`<ul class="rows">${items.map(
    ({ href, title, note }) =>
      html`<li><a href="${href}"><span class="row-title">${title}</span>${note === undefined ? undefined : html`<span class="row-note">${note}</span>`}</a></li>
`,
  )}</ul>
`;
}
