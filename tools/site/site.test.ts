import { fillTemplate } from '@psoas/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSite, sitePages, type SiteFile } from './create-site.ts';
import { englishInput } from './english-input.ts';
import type { SiteInput } from './site-input.ts';
import { parsePage, type PageElement } from './testing/parse-page.ts';

type ReadPage = ReturnType<typeof parsePage> & { readonly path: string };

let input: SiteInput;
let files: readonly SiteFile[];
let pages: readonly ReadPage[];
const origin = 'https://example.org/library/';

beforeAll(async () => {
  input = await englishInput();
  files = createSite(input);
  pages = files
    .filter(({ path }) => path.endsWith('.html'))
    .map(({ path, text }) => ({ path, ...parsePage(text) }));
});

/** The faults of all pages, each with its path. */
function faultsOf(find: (page: ReadPage) => readonly string[]): readonly string[] {
  return pages.flatMap((page) => find(page).map((fault) => `${page.path}: ${fault}`));
}

const named = ({ elements }: ReadPage, ...names: readonly string[]): readonly PageElement[] =>
  elements.filter(({ name }) => names.includes(name));

describe('the whole library', () => {
  it('[WS-01] has each exercise, article, question, claim, sign, test and source', () => {
    const { exercises, articles, faq, claims, questions, checks, sources } = input.knowledge;
    const paths = pages.map(({ path }) => path);
    for (const { id } of exercises) expect(paths).toContain(`exercises/${id}/index.html`);
    for (const { head } of articles) expect(paths).toContain(`learn/${head.id}/index.html`);
    const idsOf = (start: string): readonly string[] =>
      pages
        .filter(({ path }) => path.startsWith(start))
        .flatMap(({ elements }) => elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id])));
    for (const { id } of faq) expect(idsOf('questions/')).toContain(id);
    for (const { id } of questions) expect(idsOf('help/')).toContain(id);
    for (const { id } of checks) expect(idsOf('self-tests/')).toContain(id);
    for (const { id } of sources) expect(idsOf('sources/')).toContain(id);
    expect(idsOf('corrections/').filter((id) => /^C\d+$/.test(id))).toHaveLength(claims.length);
  });

  it('[WS-01] an exercise has all its lines: how, feel, stops, amounts, faults', () => {
    for (const exercise of input.knowledge.exercises) {
      const page = pages.find(({ path }) => path === `exercises/${exercise.id}/index.html`);
      const [body] = page === undefined ? [] : named(page, 'body');
      const told = [
        ...exercise.instructions.map(({ text }) => fillTemplate(text, { target: 'right', other: 'left' })),
        ...exercise.feel.answers.flatMap(({ text, fix }) => [text, fix ?? '']),
        ...exercise.stops.map(({ sign }) => sign),
        ...Object.values(exercise.doses).map(({ basis }) => basis),
        ...exercise.gates.map(({ text }) => text),
        ...exercise.variants.map(({ text }) => text),
      ];
      expect(told.filter((text) => body?.text.includes(text) !== true)).toEqual([]);
      const drawn = page === undefined ? [] : named(page, 'svg');
      const faults = input.knowledge.movements.get(exercise.id)?.movement.faults ?? [];
      expect(drawn.length).toBeGreaterThan(faults.length);
    }
  });

  it('[WS-02] safety comes before anything to do', () => {
    const doing = pages.filter(({ path }) => /^(?:exercises|self-tests)\//.test(path));
    for (const { path, elements } of doing) {
      const help = elements.findIndex(({ name, attributes }) => name === 'p' && attributes['class'] === 'note note-stop');
      const first = elements.findIndex(({ name }) => name === 'h2');
      expect([path, help > 0 && help < first]).toEqual([path, true]);
    }
    expect(
      faultsOf((page) =>
        named(page, 'a').some(({ attributes, inside }) => inside[0] === 'header' && /(?:^|\/)help\/$/.test(attributes['href'] ?? ''))
          ? []
          : ['no way to help'],
      ),
    ).toEqual([]);
  });
});

describe('every page', () => {
  it('[WS-03] is read by an independent parser without an error', () => {
    expect(faultsOf(({ errors }) => errors)).toEqual([]);
  });

  it('[WS-03] has its language, landmarks, one title, and headings in order', () => {
    expect(
      faultsOf((page) => {
        const count = (name: string): number => named(page, name).length;
        const headings = named(page, 'h1', 'h2', 'h3', 'h4').map(({ name }) => Number(name.charAt(1)));
        return [
          ...(named(page, 'html')[0]?.attributes['lang'] === 'en-GB' ? [] : ['language']),
          ...['header', 'main', 'footer', 'h1'].filter((name) => count(name) !== 1),
          ...(named(page, 'title').filter(({ inside }) => inside[0] === 'head').length === 1 ? [] : ['title']),
          ...(headings[0] === 1 ? [] : ['no h1 first']),
          ...headings.flatMap((level, index) =>
            level > (headings[index - 1] ?? 0) + 1 ? [`h${level} after h${headings[index - 1] ?? 0}`] : [],
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('[WS-03] has each id once, and each picture its words or none on purpose', () => {
    expect(
      faultsOf((page) => {
        const ids = page.elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
        return [
          ...ids.filter((id, index) => ids.indexOf(id) !== index),
          ...named(page, 'img').flatMap(({ attributes }) => (attributes['alt'] === undefined ? ['img without alt'] : [])),
          ...named(page, 'svg').flatMap(({ attributes, text }) =>
            attributes['aria-hidden'] === 'true' || (attributes['role'] === 'img' && text !== '') ? [] : ['svg without words'],
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('[WS-04] has a title and a description of its own', () => {
    const heads = sitePages(input);
    expect(new Set(heads.map(({ title }) => title)).size).toBe(heads.length);
    expect(new Set(heads.map(({ description }) => description)).size).toBe(heads.length);
    expect(heads.filter(({ description }) => description.length < 20)).toEqual([]);
  });

  it('[WS-05] runs nothing: no script but data, no handler, no style of its own, and a policy that forbids both', () => {
    expect(
      faultsOf((page) => {
        const policy = named(page, 'meta').find(
          ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
        )?.attributes['content'];
        return [
          ...(/default-src 'none'; script-src 'none'/.test(policy ?? '') ? [] : ['policy']),
          ...named(page, 'script').flatMap(({ attributes }) =>
            attributes['type'] === 'application/ld+json' && attributes['src'] === undefined ? [] : ['script'],
          ),
          ...named(page, 'style', 'iframe', 'object', 'embed', 'form', 'base').map(({ name }) => name),
          ...page.elements.flatMap(({ attributes }) =>
            Object.keys(attributes).filter((key) => key.startsWith('on') || key === 'style'),
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('[WS-11] names no date of review and no reviewer', () => {
    expect(
      files.filter(({ text }) => /lastReviewed|reviewedBy|dateModified|"datePublished":"\d{4}-/.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('links', () => {
  it('[WS-06] each leads to a file, and each anchor is there', () => {
    expect(faultsOf((page) => brokenLinks(page))).toEqual([]);
  });

  it('[WS-06] every page can be reached from the start', () => {
    const reached = new Set<string>(['index.html']);
    for (const path of reached) {
      const page = pages.find((each) => each.path === path);
      for (const { path: to } of page === undefined ? [] : targetsOf(page)) if (to.endsWith('.html')) reached.add(to);
    }
    expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual(['404.html']);
  });

  it('[WS-06] nothing is fetched from elsewhere', () => {
    expect(
      faultsOf((page) =>
        page.elements
          .filter(({ name }) => name !== 'a')
          .flatMap(({ attributes }) => [attributes['href'], attributes['src'], attributes['srcset']])
          .filter((address) => address !== undefined && /^[a-z]+:|^\/\//.test(address))
          .map(String),
      ),
    ).toEqual([]);
  });

  it('[WS-04] with an origin: canonical addresses, and a sitemap of every page and nothing else', () => {
    const placed = createSite({ ...input, origin });
    const textOf = (path: string): string => placed.find((file) => file.path === path)?.text ?? '';
    const [canonical] = parsePage(textOf('exercises/dead-bug/index.html')).elements.filter(
      ({ attributes }) => attributes['rel'] === 'canonical',
    );
    expect(canonical?.attributes['href']).toBe(`${origin}exercises/dead-bug/`);
    const listed = [...textOf('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(listed).toEqual(sitePages(input).map(({ path }) => `${origin}${path}`));
    expect(textOf('robots.txt')).toContain(`Sitemap: ${origin}sitemap.xml`);
    expect(textOf('404.html')).toContain('href="/library/site.css"');
    expect(files.some(({ path }) => path === 'sitemap.xml')).toBe(false);
  });
});

/** Where the links of a page lead: the file, and the anchor in it. */
function targetsOf({ path, elements }: ReadPage): readonly { readonly path: string; readonly anchor: string; readonly text: string }[] {
  const addresses = elements
    .flatMap(({ attributes }) => [attributes['href'], attributes['src'], attributes['srcset']])
    .filter((address) => address !== undefined);
  return addresses.flatMap((text) => {
    const url = new URL(text, `https://site.example/${path}`);
    if (url.host !== 'site.example') return [];
    const file = url.pathname.slice(1);
    return [{ path: file === '' || file.endsWith('/') ? `${file}index.html` : file, anchor: url.hash.slice(1), text }];
  });
}

function brokenLinks(page: ReadPage): readonly string[] {
  return targetsOf(page)
    .filter(({ path, anchor }) => {
      if (!files.some((file) => file.path === path)) return true;
      if (anchor === '') return false;
      const target = pages.find((each) => each.path === path);
      return target?.elements.some(({ attributes }) => attributes['id'] === anchor) !== true;
    })
    .map(({ text }) => text);
}
