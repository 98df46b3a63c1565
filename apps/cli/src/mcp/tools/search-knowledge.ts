import { ok } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import MiniSearch from 'minisearch';
import { z } from 'zod';
import { sourcesOf, citedSource } from '../explain/explained.ts';
import { allPassages, passageKinds, type Passage } from '../search/passages.ts';
import type { Tool } from '../tool.ts';

const { fields } = text;
const usualLimit = 5;
const mostPassages = 20;

const input = z.strictObject({
  query: z.string().min(2).max(300).describe(fields.query),
  kinds: z.array(z.enum(passageKinds)).min(1).max(passageKinds.length).optional().describe(fields.kinds),
  limit: z.int().min(1).max(mostPassages).optional().describe(fields.limit),
});
const passage = z.object({
  id: z.string(),
  kind: z.enum(passageKinds),
  title: z.string(),
  text: z.string(),
  sources: z.array(citedSource),
});
const output = z.object({ passages: z.array(passage) });

/** Searches what psoas knows; nothing of the diary. */
export const searchKnowledge: Tool<z.infer<typeof input>, z.infer<typeof output>> = {
  name: 'search_knowledge',
  input,
  output,
  writes: false,
  run: async ({ query, kinds, limit = usualLimit }) => {
    const { passages, index } = await (searchable ??= prepare());
    const found = index
      .search(query)
      .flatMap(({ id }: { readonly id: number }) => passages[id] ?? [])
      .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
      .slice(0, limit)
      .map((one) => ({ ...one, sources: sourcesOf(one.sources) }));
    return ok({
      data: { passages: found },
      lines: found.length === 0 ? [text.answers.notFound] : found.flatMap(passageLines),
    });
  },
};

type Searchable = { readonly passages: readonly Passage[]; readonly index: MiniSearch };

// The words of psoas never change while it runs: the index is made once, with the first search.
let searchable: Promise<Searchable> | undefined;

async function prepare(): Promise<Searchable> {
  const passages = await allPassages();
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.15 },
  });
  index.addAll(passages.map(({ title, text: words }, id) => ({ id, title, text: words })));
  return { passages, index };
}

function passageLines({ id, kind, title, text: words, sources }: z.infer<typeof passage>): readonly string[] {
  return [`${title} (${kind} ${id})`, words, sources.map((source) => `${source.id} ${source.title}`).join('; '), ''];
}
