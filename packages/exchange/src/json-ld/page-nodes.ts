import type { GraphPage, JsonLdInput } from './json-ld-input.ts';
import type { BreadcrumbList, Graph, GraphNode, WebPage } from './schema-org.ts';

/** Creative Commons Attribution 4.0, under which the knowledge is published. */
export const knowledgeLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** What every page says of itself, whatever its type. */
export function pageNode<Type extends string>(
  type: Type,
  page: GraphPage,
  { language }: Pick<JsonLdInput, 'language'>,
): Omit<WebPage, '@type'> & { readonly '@type': Type } {
  return {
    '@type': type,
    '@id': pageId(page),
    url: page.url,
    name: page.name,
    description: page.description,
    inLanguage: language,
    isAccessibleForFree: true,
    ...(page.about === undefined ? {} : { usageInfo: page.about }),
  };
}

/** The id of a page in its own graph. */
export function pageId({ url }: GraphPage): string {
  return `${url}#page`;
}

/** The way from the start to a page. */
export function breadcrumb({ trail }: GraphPage): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

/** The graph of a page with nothing to add but its place among the others. */
export function pageGraph(page: GraphPage, input: Pick<JsonLdInput, 'language'>): Graph {
  return graphOf([pageNode('WebPage', page, input), breadcrumb(page)]);
}

/** A graph of its nodes. */
export function graphOf(nodes: readonly GraphNode[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
