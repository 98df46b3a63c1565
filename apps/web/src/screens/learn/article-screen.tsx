import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import type { Block } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/learn';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { Blocks } from '../../widgets/blocks.tsx';
import { Cite } from '../../widgets/cite.tsx';
import { ClaimsDisclosure } from '../../widgets/claims-disclosure.tsx';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { loadArticle } from './article-blocks.ts';

/** One article, with its sources and what the five articles say about the same. */
export default function ArticleScreen({ params }: ScreenProps): JSX.Element {
  const id = params['id'] ?? '';
  const [blocks, setBlocks] = useState<readonly Block[]>();
  const index = articleHeads.findIndex((head) => head.id === id);
  const head = articleHeads[index];
  const next = articleHeads[index + 1];
  useEffect(() => {
    void loadArticle(id).then(setBlocks);
  }, [id]);
  if (head === undefined) return <NothingYet title={text.missing.title} lead={text.missing.lead} href="/learn" button={text.missing.button} />;
  if (blocks === undefined) return <Waiting />;
  return (
    <div class="screen narrow article">
      <ScreenHead kicker={fillTemplate(text.minutes, { count: head.minutes })} title={head.title} lead={head.summary} />
      <Blocks blocks={blocks} />
      <section class="section">
        <h2>{text.sourcesTitle}</h2>
        <p class="wrap">
          {head.sources.map((source) => (
            <Cite key={source} source={source} />
          ))}
        </p>
      </section>
      <ClaimsDisclosure ids={head.claims} label={text.claims} />
      {next !== undefined && (
        <a class="button button-quiet" href={`/learn/${next.id}`}>
          {fillTemplate(text.next, { title: next.title })}
        </a>
      )}
    </div>
  );
}
