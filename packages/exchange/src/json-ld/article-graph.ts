import type { ArticleHead, Block } from '@psoas/knowledge/types';
import { citationsOf } from './citation.ts';
import type { GraphPage, JsonLdInput } from './json-ld-input.ts';
import { breadcrumb, graphOf, knowledgeLicence, pageId, pageNode } from './page-nodes.ts';
import { blocksToText } from './plain-text.ts';
import type { Graph } from './schema-org.ts';

/** An article with its text and its works, on a page about the body. It names no author, no reviewer and no date: none is recorded. */
export function articleGraph(
  article: { readonly head: ArticleHead; readonly blocks: readonly Block[] },
  page: GraphPage,
  input: Omit<JsonLdInput, 'words' | 'plural'>,
): Graph {
  const { head, blocks } = article;
  return graphOf([
    pageNode('MedicalWebPage', page, input),
    {
      '@type': 'Article',
      '@id': `${page.url}#article`,
      headline: head.title,
      abstract: head.summary,
      articleBody: blocksToText(blocks),
      inLanguage: input.language,
      license: knowledgeLicence,
      mainEntityOfPage: { '@id': pageId(page) },
      citation: citationsOf(head.sources, input.sources),
    },
    breadcrumb(page),
  ]);
}

/** A page about signs of illness that is no article: when to get help. */
export function helpGraph(page: GraphPage, input: Pick<JsonLdInput, 'language'>): Graph {
  return graphOf([pageNode('MedicalWebPage', page, input), breadcrumb(page)]);
}
