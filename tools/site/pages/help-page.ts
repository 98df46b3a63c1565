import { fillTemplate } from '@psoas/kernel';
import { helpGraph } from '@psoas/exchange/json-ld';
import type { Question } from '@psoas/knowledge/types';
import { html, type Html } from '../html.ts';
import { bullets, citeLine, pageHead } from '../parts.ts';
import { places, type Link } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

const levels = ['A', 'B', 'C', 'D'] as const;
type Level = (typeof levels)[number];

/** When to get help: the emergency first, then every sign that the screening asks for, the most urgent first. */
export function helpPage(site: SiteInput): SitePage {
  const { words } = site;
  const { help } = words.site;
  return {
    path: places.help,
    title: help.title,
    description: help.description,
    above: [{ name: words.site.start, path: places.start }],
    graph: (page) => helpGraph(page, site),
    body: (link) => html`${pageHead(help.title)}<section class="note note-stop"><h2>${help.signs}</h2>
<p><strong>${help.lead} ${help.call}</strong></p>
${bullets(words.shell.emergency.signs)}</section>
<section><h2>${help.levels}</h2>
<p>${help.levelsLead}</p>
<p><a href="${link(`${places.learn}getting-help/`)}">${help.more}</a></p></section>
${levels.map((level) => levelSection(level, site, link))}`,
  };
}

function levelSection(level: Level, site: SiteInput, link: Link): Html {
  const { title, text } = site.words.rules.levels[level];
  const order = new Map(site.knowledge.groups.map((group) => [group.id, group.order]));
  const signs = site.knowledge.questions
    .filter((question) => worstOf(question) === level)
    .toSorted(
      (first, second) =>
        (order.get(first.group) ?? 0) - (order.get(second.group) ?? 0) || first.order - second.order,
    );
  return html`<section id="level-${level.toLowerCase()}" class="level-${level.toLowerCase()}"><h2>${title}</h2>
<p class="soft">${text}</p>
${signs.map((sign) => signCard(sign, site, link))}</section>
`;
}

function signCard(question: Question, site: SiteInput, link: Link): Html {
  const { help } = site.words.site;
  const worst = worstOf(question);
  const milder = levels.filter((level) => level !== worst && question.actions[level] !== undefined);
  return html`<div class="card" id="${question.id}"><h3>${question.label}</h3>
<p>${question.question}</p>
<p><strong>${worst === undefined ? undefined : question.actions[worst]}</strong></p>
${milder.map((level) => html`<p><span class="soft">${help.milder}:</span> ${question.actions[level]}</p>\n`)}<p class="soft">${fillTemplate(help.why, { why: question.whyAsked })}</p>
${citeLine(question.sources, site, link)}</div>
`;
}

function worstOf({ actions }: Question): Level | undefined {
  return levels.find((level) => actions[level] !== undefined);
}
