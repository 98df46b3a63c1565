import { fillTemplate } from '@psoas/kernel';
import { faqGraph } from '@psoas/exchange/json-ld';
import { html } from '../html.ts';
import { blocksHtml, bullets, citeLine, claimsFold, pageHead } from '../parts.ts';
import { places } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

/** All questions with their answers, each under its own anchor. */
export function questionsPage(site: SiteInput): SitePage {
  const { words, knowledge } = site;
  return {
    path: places.questions,
    title: words.faq.title,
    description: fillTemplate(words.site.questions.description, { count: knowledge.faq.length }),
    above: [{ name: words.site.start, path: places.start }],
    graph: (page) => faqGraph(knowledge.faq, page, site),
    body: (link) => html`${pageHead(words.faq.title)}<nav aria-label="${words.site.questions.index}">${bullets(
      knowledge.faq.map(({ id, question }) => html`<a href="#${id}">${question}</a>`),
    )}</nav>
${knowledge.faq.map(
  ({ id, question, blocks, correction, claims, sources }) => html`<section id="${id}"><h2>${question}</h2>
${blocksHtml(blocks, site, link)}${correction === undefined ? undefined : html`<div class="note"><h3>${words.faq.correction}</h3><p>${correction}</p></div>\n`}${citeLine(sources, site, link)}${claimsFold(claims, site, link)}</section>
`,
)}`,
  };
}
