import { fillTemplate } from '@psoas/kernel';
import { pageGraph } from '@psoas/exchange/json-ld';
import type { Check, Source } from '@psoas/knowledge/types';
import { thumbnail } from '../figures.ts';
import { html, type Html } from '../html.ts';
import { bullets, citeLine, pageHead, rows, safetyNote } from '../parts.ts';
import { places, type Link } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

/** The page to begin with. */
export function startPage(site: SiteInput): SitePage {
  const { words, knowledge, appAddress } = site;
  const { home } = words.site;
  const counted = (template: string, count: number): string => fillTemplate(template, { count });
  return {
    path: places.start,
    title: home.title,
    description: home.description,
    above: [],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`<div class="opening"><div>${pageHead(home.title, home.lead)}${safetyNote(site, link)}${appAddress === undefined ? undefined : html`<p><a class="button" href="${appAddress}">${words.site.app}</a></p>\n`}</div>
<div class="opening-figure">${thumbnail('kneeling-hip-flexor-lunge', link)}</div></div>
${rows([
  { href: link(places.exercises), title: words.exercises.title, note: counted(home.exercises, knowledge.exercises.length) },
  { href: link(places.learn), title: words.learn.title, note: counted(home.learn, knowledge.articles.length) },
  { href: link(places.questions), title: words.faq.title, note: counted(home.questions, knowledge.faq.length) },
  { href: link(places.corrections), title: words.corrections.title, note: counted(home.corrections, knowledge.claims.length) },
  { href: link(places.tests), title: words.site.tests.title, note: counted(home.tests, knowledge.checks.length) },
  { href: link(places.sources), title: words.sources.title, note: counted(home.sources, knowledge.sources.length) },
  { href: link(places.about), title: words.site.about.title, note: home.about },
])}`,
  };
}

/** What psoas is and is not. */
export function aboutPage(site: SiteInput): SitePage {
  const { about, start } = site.words.site;
  return {
    path: places.about,
    title: about.title,
    description: about.description,
    above: [{ name: start, path: places.start }],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(about.title, about.lead)}${safetyNote(site, link)}${about.sections.map(
      ({ title, items }) => html`<section><h2>${title}</h2>
${bullets(items)}</section>
`,
    )}`,
  };
}

/** The self-tests: what they are for and worth. How they are done stands in the app, behind the safety questions. */
export function testsPage(site: SiteInput): SitePage {
  const { tests, start } = site.words.site;
  return {
    path: places.tests,
    title: tests.title,
    description: tests.description,
    above: [{ name: start, path: places.start }],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(tests.title, tests.lead)}${safetyNote(site, link)}${site.knowledge.checks.map((check) => testSection(check, site, link))}`,
  };
}

function testSection(check: Check, site: SiteInput, link: Link): Html {
  const { tests } = site.words.site;
  return html`<section id="${check.id}" class="card test"><h2>${check.name}</h2>
${thumbnail(check.id, link)}
${check.optional ? html`<p class="soft">${tests.optional}</p>` : undefined}<p>${check.purpose}</p>
<h3>${tests.validity}</h3><p>${check.validity}</p>
<h3>${tests.error}</h3><p>${check.error}</p>
<h3>${tests.stops}</h3>${bullets(check.stops.map(({ sign }) => sign))}
${citeLine(check.sources, site, link)}</section>
`;
}

/** Every source, and how surely it was read. */
export function sourcesPage(site: SiteInput): SitePage {
  const { words, knowledge } = site;
  return {
    path: places.sources,
    title: words.sources.title,
    description: words.site.sources.description,
    above: [{ name: words.site.start, path: places.start }],
    graph: (page) => pageGraph(page, site),
    body: () => html`${pageHead(words.sources.title, words.sources.lead)}<p class="soft">${fillTemplate(words.sources.count, { count: knowledge.sources.length })}</p>
<ul class="sources">${knowledge.sources.map((source) => sourceCard(source, site))}</ul>
`,
  };
}

function sourceCard(source: Source, { words }: SiteInput): Html {
  const { id, title, titleIs, authors, year, where, kind, read, supports } = source;
  const made = [authors, year, where].filter((part) => part !== undefined).join(' · ');
  const name = id.startsWith('seed-') ? words.sources.kinds[kind] : `${id} · ${words.sources.kinds[kind]}`;
  return html`<li id="${id}" class="card"><p class="soft">${name}</p><h2>${title}</h2>
${made === '' ? undefined : html`<p class="soft">${made}</p>\n`}${titleIs === 'described' ? html`<p class="soft">${words.sources.described}</p>\n` : undefined}<p>${supports}</p>
<p class="soft">${words.sources.read[read]}</p></li>
`;
}
