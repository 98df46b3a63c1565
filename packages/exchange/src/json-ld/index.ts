/** Pages of the knowledge as schema.org data: JSON-LD from knowledge values and the words of a language. Pure. */
export { articleGraph, helpGraph } from './article-graph.ts';
export { exerciseGraph } from './exercise-graph.ts';
export { faqGraph } from './faq-graph.ts';
export { graphToText } from './graph-to-text.ts';
export type { GraphPage, JsonLdInput, JsonLdWords } from './json-ld-input.ts';
export { pageGraph } from './page-nodes.ts';
export type { Graph } from './schema-org.ts';
export type { Wording } from '../wording.ts';
