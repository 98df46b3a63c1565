import type { Faq } from '@psoas/knowledge/types';
import type { GraphPage, JsonLdInput } from './json-ld-input.ts';
import { breadcrumb, graphOf, pageNode } from './page-nodes.ts';
import { blocksToText } from './plain-text.ts';
import type { Graph } from './schema-org.ts';

/** Questions with their answers, each under its own anchor. */
export function faqGraph(faq: readonly Faq[], page: GraphPage, input: Pick<JsonLdInput, 'language'>): Graph {
  return graphOf([
    {
      ...pageNode('FAQPage', page, input),
      mainEntity: faq.map(({ id, question, blocks }) => ({
        '@type': 'Question',
        '@id': `${page.url}#${id}`,
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: blocksToText(blocks) },
      })),
    },
    breadcrumb(page),
  ]);
}
