import type { Graph } from './schema-org.ts';

/** A graph as the text of a data block. No text in it can end the block or begin a comment. */
export function graphToText(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`);
}
