import { fillTemplate } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/mcp';
import type { Block } from '@psoas/knowledge/types';
import { mirrored } from '../../exercise-name.ts';
import { loadArticle } from '../../load-article.ts';
import { blockText, citedSources } from '../../print/render-blocks.ts';

export const passageKinds = ['exercise', 'article', 'faq', 'claim'] as const;

/** A piece of what psoas knows that can be found by its words. `id` is what `explain` takes. */
export type Passage = {
  readonly id: string;
  readonly kind: (typeof passageKinds)[number];
  readonly title: string;
  readonly text: string;
  readonly sources: readonly string[];
};

/** Every passage: exercises, questions and claims whole, articles by their sections. */
export async function allPassages(): Promise<readonly Passage[]> {
  const articles = await Promise.all(
    articleHeads.map(async ({ id, title }) => sectionsOf((await loadArticle(id))?.blocks ?? [], { id, title })),
  );
  return [
    ...exercises.map((exercise) => mirrored(exercise, undefined)).map((exercise): Passage => ({
      id: exercise.id,
      kind: 'exercise',
      title: [exercise.name, ...exercise.otherNames].join(', '),
      text: [exercise.summary, ...exercise.instructions.map((line) => line.text)].join(' '),
      sources: exercise.sources,
    })),
    ...articles.flat(),
    ...faq.map(({ id, question, blocks, sources }): Passage => ({ id, kind: 'faq', title: question, text: blocks.map(blockText).join(' '), sources })),
    ...claims.map(({ id, verdict, statement, wording, sources }): Passage => ({
      id,
      kind: 'claim',
      title: fillTemplate(text.answers.claimTitle, { verdict: cliText.claims.verdicts[verdict], statement }),
      text: wording,
      sources,
    })),
  ];
}

function sectionsOf(blocks: readonly Block[], { id, title }: { readonly id: string; readonly title: string }): readonly Passage[] {
  const sections: { readonly heading: string; readonly blocks: Block[] }[] = [{ heading: '', blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: blockText(block), blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections
    .filter((section) => section.blocks.length > 0)
    .map((section): Passage => ({
      id,
      kind: 'article',
      title: section.heading === '' ? title : `${title}: ${section.heading}`,
      text: section.blocks.map(blockText).join(' '),
      sources: citedSources(section.blocks),
    }));
}
