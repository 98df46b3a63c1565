import { fillTemplate } from '@psoas/kernel';
import { graphToText, type GraphPage } from '@psoas/exchange/json-ld';
import { html, madeMarkup, type Html } from './html.ts';
import { linkFrom, places, relativeLink, type Link } from './places.ts';
import type { SiteInput } from './site-input.ts';
import type { SitePage } from './site-page.ts';

/** Nothing may run, be framed in or be sent anywhere; styles and the icon come from beside the page. */
const policy =
  "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page as an HTML document. */
export function pageDocument(page: SitePage, site: SiteInput): string {
  const link = relativeLink(page.path);
  const graphPage = graphPageOf(page, site, site.origin === undefined ? link : linkFrom(site.origin));
  const canonical = site.origin === undefined ? undefined : linkFrom(site.origin)(page.path);
  return documentOf(
    {
      title: page.path === '' ? page.title : fillTemplate(site.words.site.pageTitle, { page: page.title }),
      head: html`<meta name="description" content="${page.description}">
${canonical === undefined ? undefined : html`<link rel="canonical" href="${canonical}">\n`}<script type="application/ld+json">${madeMarkup(graphToText(page.graph(graphPage)))}</script>`,
      main: html`${trailNav(page, site, link)}${page.body(link)}`,
      current: page.path,
      link,
    },
    site,
  );
}

/**
 * The page for an address that is not there. It is shown at any depth, so its links begin at the root of the site; without
 * an origin, at the root of the host.
 */
export function missingDocument(site: SiteInput): string {
  const { missing, pageTitle } = site.words.site;
  const link = linkFrom(site.origin === undefined ? '/' : new URL(site.origin).pathname);
  return documentOf(
    {
      title: fillTemplate(pageTitle, { page: missing.title }),
      head: html`<meta name="robots" content="noindex">`,
      main: html`<h1>${missing.title}</h1>
<p class="lead">${missing.lead}</p>
<p><a class="button" href="${link(places.start)}">${missing.button}</a></p>`,
      current: undefined,
      link,
    },
    site,
  );
}

type DocumentParts = {
  readonly title: string;
  readonly head: Html;
  readonly main: Html;
  readonly current: string | undefined;
  readonly link: Link;
};

function documentOf({ title, head, main, current, link }: DocumentParts, site: SiteInput): string {
  const { words, language } = site;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${link('site.css')}">
<link rel="icon" href="${link('icon.svg')}" type="image/svg+xml">
${head}
</head>
<body>
<a class="skip-link" href="#main">${words.shell.skip}</a>
${pageHeader(site, link, current)}
<main id="main">
${main}
</main>
${pageFooter(site, link)}
</body>
</html>
`.markup;
}

function pageHeader({ words }: SiteInput, link: Link, current: string | undefined): Html {
  const ways = [
    [places.exercises, words.exercises.title],
    [places.learn, words.learn.title],
    [places.questions, words.site.nav.questions],
    [places.corrections, words.site.nav.corrections],
  ] as const;
  return html`<header class="top">
<a class="wordmark" href="${link(places.start)}">${words.site.name}</a>
<a class="urgent" href="${link(places.help)}">${words.shell.emergency.link}</a>
<nav aria-label="${words.site.nav.label}"><ul>${ways.map(
    ([path, name]) =>
      html`<li><a href="${link(path)}"${path === current ? html` aria-current="page"` : undefined}>${name}</a></li>`,
  )}</ul></nav>
</header>`;
}

function pageFooter({ words, appAddress }: SiteInput, link: Link): Html {
  const { footer, about, app } = words.site;
  return html`<footer class="foot">
<p><strong>${footer.not}</strong> ${footer.review}</p>
<ul>
<li><a href="${link(places.about)}">${about.title}</a></li>
<li><a href="${link(places.sources)}">${words.sources.title}</a></li>
<li><a href="https://creativecommons.org/licenses/by/4.0/" rel="license">${footer.licence}</a></li>
${appAddress === undefined ? undefined : html`<li><a href="${appAddress}">${app}</a></li>`}
</ul>
</footer>`;
}

function trailNav({ path, above, title }: SitePage, { words }: SiteInput, link: Link): Html | undefined {
  if (path === '') return undefined;
  return html`<nav class="trail" aria-label="${words.site.trail}"><ol>${above.map(
    (each) => html`<li><a href="${link(each.path)}">${each.name}</a></li>`,
  )}<li aria-current="page">${title}</li></ol></nav>
`;
}

function graphPageOf(page: SitePage, { words }: SiteInput, link: Link): GraphPage {
  const here = { name: page.title, path: page.path };
  return {
    url: link(page.path),
    name: page.title,
    description: page.description,
    about: link(places.about),
    trail: (page.path === '' ? [{ ...here, name: words.site.start }] : [...page.above, here]).map(({ name, path }) => ({
      name,
      url: link(path),
    })),
  };
}
