import { sources as allSources } from '@psoas/knowledge/sources';
import text from '@psoas/knowledge/text/mcp';
import { z } from 'zod';
import { fillTemplate } from '@psoas/kernel';
import { reason } from '../reasons.ts';

const explainedKinds = ['exercise', 'rule', 'flag', 'modifier', 'claim', 'source', 'article', 'faq', 'finding'] as const;

/** Where something is known from. */
export const citedSource = z.object({ id: z.string(), title: z.string(), read: z.string(), where: z.string().optional() });

/** Where an exercise stands in the plan. */
export const inPlan = z.object({
  status: z.enum(['in-plan', 'left-out', 'opens-later', 'not-planned', 'not-chosen', 'stopped', 'no-check']),
  why: z.array(reason),
});

/** What an id means. */
export const explained = z.object({
  id: z.string(),
  kind: z.enum(explainedKinds),
  title: z.string(),
  text: z.array(z.string()),
  inPlan: inPlan.nullable(),
  sources: z.array(citedSource),
  related: z.array(z.string()),
});
export type Explained = z.infer<typeof explained>;

/** Sources by their ids, with how surely each was read. */
export function sourcesOf(ids: readonly string[]): z.infer<typeof citedSource>[] {
  return allSources
    .filter(({ id }) => ids.includes(id))
    .map(({ id, title, read, where }) => ({ id, title, read, ...(where !== undefined && { where }) }));
}

/** The same for reading. */
export function explainedLines({ id, title, text: lines, sources, related }: Explained): readonly string[] {
  const ids = sources.map((source) => `${source.id} ${source.title}`).join('; ');
  return [
    `${title} (${id})`,
    ...lines,
    ...(ids === '' ? [] : [fillTemplate(text.answers.sources, { ids })]),
    ...(related.length === 0 ? [] : [related.join(', ')]),
  ];
}
