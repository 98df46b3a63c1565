import { fillTemplate } from '@psoas/kernel';
import { pageGraph } from '@psoas/exchange/json-ld';
import type { Claim } from '@psoas/knowledge/types';
import { html, type Html } from '../html.ts';
import { citeLine, claimPath, pageHead } from '../parts.ts';
import { places, targetOf, type Link } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

const verdicts: readonly Claim['verdict'][] = ['corrected', 'disputed', 'not-adopted', 'agreed'];

/** A table of all verdicts, and a page for each of the first articles: its statements under one heading for each verdict. */
export function correctionsPages(site: SiteInput): readonly SitePage[] {
  const { words, knowledge } = site;
  const seeds = [...new Set(knowledge.claims.map(({ seed }) => seed))];
  const list: SitePage = {
    path: places.corrections,
    title: words.corrections.title,
    description: words.site.corrections.description,
    above: [{ name: words.site.start, path: places.start }],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(words.corrections.title, words.corrections.lead)}${verdictTable(seeds, site, link)}`,
  };
  return [list, ...seeds.map((seed) => seedPage(seed, site))];
}

function verdictTable(seeds: readonly string[], site: SiteInput, link: Link): Html {
  const { corrections, site: own } = site.words;
  const count = (seed: string, verdict?: Claim['verdict']): number =>
    site.knowledge.claims.filter(
      (claim) => claim.seed === seed && (verdict === undefined || claim.verdict === verdict),
    ).length;
  const cell = (seed: string, verdict: Claim['verdict']): Html => {
    const found = count(seed, verdict);
    const label = `${corrections.verdicts[verdict]}: ${found}`;
    return html`<td data-head="${corrections.verdicts[verdict]}">${found === 0 ? own.corrections.none : html`<a href="${link(claimPath(seed, site), verdict)}" aria-label="${label}">${found}</a>`}</td>`;
  };
  return html`<div class="wide"><table><caption>${own.corrections.index}</caption>
<thead><tr><th scope="col">${own.corrections.article}</th>${verdicts.map((verdict) => html`<th scope="col">${corrections.verdicts[verdict]}</th>`)}<th scope="col">${own.corrections.total}</th></tr></thead>
<tbody>${seeds.map(
    (seed) => html`<tr><th scope="row"><a href="${link(claimPath(seed, site))}">${seedTitle(seed, site)}</a></th>${verdicts.map((verdict) => cell(seed, verdict))}<td data-head="${own.corrections.total}">${count(seed)}</td></tr>
`,
  )}</tbody></table></div>
`;
}

function seedPage(seed: string, site: SiteInput): SitePage {
  const { words, knowledge } = site;
  const claims = knowledge.claims.filter((claim) => claim.seed === seed);
  const title = fillTemplate(words.site.corrections.seed, { title: seedTitle(seed, site) });
  const lead = fillTemplate(words.site.corrections.seedLead, { count: claims.length });
  const groups = verdicts
    .map((verdict) => ({ verdict, found: claims.filter((claim) => claim.verdict === verdict) }))
    .filter(({ found }) => found.length > 0);
  return {
    path: claimPath(seed, site),
    title,
    description: `${title}. ${lead}`,
    above: [
      { name: words.site.start, path: places.start },
      { name: words.site.nav.corrections, path: places.corrections },
    ],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(title, lead)}<nav class="jump" aria-label="${words.site.corrections.jump}"><ul>${groups.map(
      ({ verdict, found }) => html`<li><a href="#${verdict}">${words.corrections.verdicts[verdict]} (${found.length})</a></li>`,
    )}</ul></nav>
${groups.map(
  ({ verdict, found }) => html`<section id="${verdict}"><h2>${words.corrections.verdicts[verdict]}</h2>
${found.map((claim) => claimCard(claim, site, link))}</section>
`,
)}`,
  };
}

function claimCard(claim: Claim, site: SiteInput, link: Link): Html {
  const { says, weSay, model } = site.words.corrections;
  const findings = site.knowledge.findings.filter(({ claims }) => claims.includes(claim.id));
  return html`<div class="card claim" id="${claim.id}"><p class="soft">${claim.id} · ${says}</p><p>${claim.statement}</p>
${claim.wording === '' ? undefined : html`<p class="soft">${weSay}</p><p><strong>${claim.wording}</strong></p>\n`}${findings.map(
    ({ verdict, inPart, sentence, limit }) => html`<p class="soft">${model[inPart ? 'in-part' : verdict]}</p><p>${sentence} <span class="soft">${limit}</span></p>\n`,
  )}${placesLine(claim, site, link)}${citeLine(claim.sources, site, link)}</div>
`;
}

// The pages that say the same; a screen of the app is none of them.
function placesLine({ place }: Claim, site: SiteInput, link: Link): Html | undefined {
  const { exercises, articles, faq, checks } = site.knowledge;
  const links = place.flatMap((each) => {
    const [kind = '', id = ''] = each.split(':');
    if (kind !== 'exercise' && kind !== 'article' && kind !== 'faq' && kind !== 'check') return [];
    const name = {
      exercise: exercises.find((exercise) => exercise.id === id)?.name,
      article: articles.find(({ head }) => head.id === id)?.head.title,
      faq: faq.find((entry) => entry.id === id)?.question,
      check: checks.find((check) => check.id === id)?.name,
    }[kind];
    if (name === undefined) return [];
    const { path, anchor } = targetOf({ kind, id });
    return [html`<a href="${link(path, anchor)}">${name}</a>`];
  });
  if (links.length === 0) return undefined;
  return html`<p class="also">${site.words.site.corrections.stands} ${links.map((each, index) => html`${index === 0 ? '' : ' · '}${each}`)}</p>
`;
}

function seedTitle(seed: string, { words }: SiteInput): string {
  const titles: Readonly<Record<string, string>> = words.corrections.seeds;
  return titles[seed] ?? seed;
}
