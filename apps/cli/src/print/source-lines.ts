import text from '@psoas/knowledge/text/cli';
import type { Source } from '@psoas/knowledge/types';
import { wrap } from './layout.ts';

/** A source as it is cited: id, who, title, year, where, and how surely it was read. */
export function sourceLines(source: Source, width: number): readonly string[] {
  const parts = [source.authors, source.title, source.year, source.where]
    .filter((part) => part !== undefined)
    .join('. ');
  return wrap(
    `${parts} (${text.sources.read[source.read]})`,
    width,
    '             ',
    `${source.id.padEnd(12)} `,
  );
}
