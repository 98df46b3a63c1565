import { missingDocument, pageDocument } from './layout.ts';
import { correctionsPages } from './pages/corrections-pages.ts';
import { exerciseListPage } from './pages/exercise-list-page.ts';
import { exercisePage } from './pages/exercise-page.ts';
import { helpPage } from './pages/help-page.ts';
import { learnPages } from './pages/learn-pages.ts';
import { aboutPage, sourcesPage, startPage, testsPage } from './pages/other-pages.ts';
import { questionsPage } from './pages/questions-page.ts';
import { thumbnailFiles } from './figures.ts';
import { escapeMarkup } from '@psoas/kernel';
import { linkFrom } from './places.ts';
import type { SiteInput } from './site-input.ts';
import type { SitePage } from './site-page.ts';

/** A file of the site, by its path below the folder. */
export type SiteFile = { readonly path: string; readonly text: string };

/** The whole site. The same input gives the same files, byte for byte. */
export function createSite(site: SiteInput): readonly SiteFile[] {
  const pages = sitePages(site);
  return [
    ...pages.map((page) => ({ path: `${page.path}index.html`, text: pageDocument(page, site) })),
    ...thumbnailFiles(site),
    { path: '404.html', text: missingDocument(site) },
    { path: 'site.css', text: site.styles },
    { path: 'icon.svg', text: site.icon },
    { path: 'robots.txt', text: robots(site) },
    ...(site.origin === undefined ? [] : [{ path: 'sitemap.xml', text: sitemap(pages, site.origin) }]),
  ];
}

/** Every page that can be reached. */
export function sitePages(site: SiteInput): readonly SitePage[] {
  return [
    startPage(site),
    exerciseListPage(site),
    ...site.knowledge.exercises.map((exercise) => exercisePage(exercise, site)),
    ...learnPages(site),
    questionsPage(site),
    ...correctionsPages(site),
    testsPage(site),
    helpPage(site),
    sourcesPage(site),
    aboutPage(site),
  ];
}

function robots({ origin }: SiteInput): string {
  const map = origin === undefined ? '' : `\nSitemap: ${origin}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}

// No dates: when a page was last changed is not recorded, and a made-up date would be worse than none.
function sitemap(pages: readonly SitePage[], origin: string): string {
  const link = linkFrom(origin);
  const urls = pages.map(({ path }) => `  <url><loc>${escapeMarkup(link(path))}</loc></url>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
}
