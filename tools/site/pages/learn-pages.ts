import { fillTemplate } from '@psoas/kernel';
import { articleGraph, pageGraph } from '@psoas/exchange/json-ld';
import { html } from '../html.ts';
import { blocksHtml, citeLine, claimsFold, pageHead, rows } from '../parts.ts';
import { places } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

/** The list of articles, and a page for each. */
export function learnPages(site: SiteInput): readonly SitePage[] {
  const { words, knowledge } = site;
  const start = { name: words.site.start, path: places.start };
  const list: SitePage = {
    path: places.learn,
    title: words.learn.title,
    description: words.learn.lead,
    above: [start],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(words.learn.title, words.learn.lead)}${rows(
      knowledge.articles.map(({ head }) => ({
        href: link(`${places.learn}${head.id}/`),
        title: head.title,
        note: head.summary,
      })),
    )}<h2>${words.learn.more}</h2>
${rows([
  { href: link(places.questions), title: words.faq.title, note: words.learn.faqNote },
  { href: link(places.corrections), title: words.corrections.title, note: words.learn.correctionsNote },
  { href: link(places.tests), title: words.site.tests.title },
  { href: link(places.sources), title: words.sources.title, note: words.learn.sourcesNote },
])}`,
  };
  return [list, ...knowledge.articles.map((_, index) => articlePage(index, site))];
}

function articlePage(index: number, site: SiteInput): SitePage {
  const { words, knowledge } = site;
  const article = knowledge.articles[index];
  if (article === undefined) throw new Error(`No article ${index}.`);
  const { head, blocks } = article;
  const next = knowledge.articles[index + 1]?.head;
  return {
    path: `${places.learn}${head.id}/`,
    title: head.title,
    description: head.summary,
    above: [
      { name: words.site.start, path: places.start },
      { name: words.learn.title, path: places.learn },
    ],
    graph: (page) => articleGraph(article, page, { language: site.language, sources: knowledge.sources }),
    body: (link) => html`<article>${pageHead(head.title, head.summary, fillTemplate(words.learn.minutes, { count: head.minutes }))}${blocksHtml(blocks, site, link)}<section><h2>${words.learn.sourcesTitle}</h2>
${citeLine(head.sources, site, link)}</section>
${claimsFold(head.claims, site, link)}</article>
${next === undefined ? undefined : html`<p><a class="button" href="${link(`${places.learn}${next.id}/`)}">${fillTemplate(words.learn.next, { title: next.title })}</a></p>`}`,
  };
}
