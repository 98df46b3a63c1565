import { articleGraph, exerciseGraph, faqGraph, helpGraph, pageGraph, type GraphPage } from '@psoas/exchange/json-ld';
import type { Graph as PublishedGraph } from 'schema-dts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSite } from './create-site.ts';
import { englishInput } from './english-input.ts';
import type { SiteInput } from './site-input.ts';
import { parsePage } from './testing/parse-page.ts';

const origin = 'https://example.org/';
const about: GraphPage = {
  url: `${origin}x/`,
  name: 'X',
  description: 'A page.',
  about: `${origin}about/`,
  trail: [{ name: 'Start', url: origin }],
};

type Node = Readonly<Record<string, unknown>> & { readonly '@type': string };

let input: SiteInput;
let graphs: readonly { readonly path: string; readonly nodes: readonly Node[] }[];

beforeAll(async () => {
  input = { ...(await englishInput()), origin };
  graphs = createSite(input)
    .filter(({ path }) => path.endsWith('index.html'))
    .map(({ path, text }) => ({ path, nodes: nodesIn(text) }));
});

function nodesIn(markup: string): readonly Node[] {
  const blocks = parsePage(markup).elements.filter(({ name }) => name === 'script');
  return blocks.flatMap(({ text }) => {
    const { '@context': context, '@graph': nodes }: { '@context': string; '@graph': Node[] } = JSON.parse(text);
    expect(context).toBe('https://schema.org');
    return nodes;
  });
}

/** What a node of each type must have, so that a reader of such data can use it. */
const required: Readonly<Record<string, readonly string[]>> = {
  WebPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'usageInfo'],
  MedicalWebPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'usageInfo'],
  FAQPage: ['@id', 'url', 'name', 'description', 'inLanguage', 'usageInfo', 'mainEntity'],
  Article: ['@id', 'headline', 'abstract', 'articleBody', 'inLanguage', 'license', 'mainEntityOfPage', 'citation'],
  HowTo: ['@id', 'name', 'description', 'inLanguage', 'license', 'mainEntityOfPage', 'tool', 'step', 'citation'],
  ExercisePlan: ['@id', 'name', 'description', 'exerciseType', 'additionalVariable', 'activityFrequency', 'associatedAnatomy'],
  BreadcrumbList: ['itemListElement'],
};

describe('structured data', () => {
  it('[WS-07] fits the published types of schema.org', () => {
    const { exercises, articles, faq } = input.knowledge;
    const common = { words: input.words, language: input.language, plural: input.plural, sources: input.knowledge.sources };
    // The compiler is the judge here: each graph has to fit.
    const fitting: readonly PublishedGraph[] = [
      ...exercises.map((exercise) => exerciseGraph(exercise, about, common)),
      ...articles.map((article) => articleGraph(article, about, common)),
      faqGraph(faq, about, common),
      helpGraph(about, common),
      pageGraph(about, common),
    ];
    expect(fitting.length).toBe(exercises.length + articles.length + 3);
  });

  it('[WS-07] every page has one page node, its way from the start, and no field empty', () => {
    for (const { path, nodes } of graphs) {
      const types = nodes.map((node) => node['@type']);
      expect([path, types.filter((type) => type.endsWith('Page')).length]).toEqual([path, 1]);
      expect([path, types.at(-1)]).toEqual([path, 'BreadcrumbList']);
      for (const node of nodes) {
        const fields = required[node['@type']] ?? ['no such type'];
        expect([path, node['@type'], fields.filter((field) => isEmpty(node[field]))]).toEqual([path, node['@type'], []]);
      }
    }
  });

  it('[WS-07] every address is whole, every id its own', () => {
    for (const { path, nodes } of graphs) {
      const url = `${origin}${path.replace('index.html', '')}`;
      expect([path, nodes[0]?.['url']]).toEqual([path, url]);
      const ids = nodes.flatMap((node) => (node['@id'] === undefined ? [] : [node['@id']]));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => typeof id !== 'string' || !id.startsWith(`${url}#`))).toEqual([]);
    }
  });

  it('[WS-10] claims nothing that psoas does not: no therapy, no condition, no reviewer, no author', () => {
    const text = JSON.stringify(graphs);
    const types = new Set([...text.matchAll(/"@type":"(\w+)"/g)].map(([, type]) => type));
    expect([...types].filter((type) => /^Medical(?!WebPage)|Therapy|Condition|Treatment|Drug/.test(type ?? ''))).toEqual([]);
    const keys = new Set([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key));
    const forbidden = ['author', 'reviewedBy', 'lastReviewed', 'possibleTreatment', 'indication', 'contraindication', 'aspect', 'medicalAudience', 'aggregateRating', 'review'];
    expect(forbidden.filter((key) => keys.has(key))).toEqual([]);
  });

  it('[WS-08] an exercise, for people to read', async () => {
    const nodes = graphs.find(({ path }) => path === 'exercises/dead-bug/index.html')?.nodes;
    await expect(`${JSON.stringify(nodes, undefined, 2)}\n`).toMatchFileSnapshot('golden/dead-bug.json');
  });
});

// An exercise without things needs no tool; nothing else may be empty.
function isEmpty(value: unknown): boolean {
  return value === undefined || value === '';
}
