import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import text from '@psoas/knowledge/text/learn';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import './learn.css';

const more = [
  { href: '/questions', title: text.faq, note: text.faqNote },
  { href: '/corrections', title: text.corrections, note: text.correctionsNote },
  { href: '/sources', title: text.sources, note: text.sourcesNote },
  { href: '/privacy', title: text.privacy, note: undefined },
] as const;

/** The articles, and the ways to questions, corrections and sources. */
export default function LearnScreen(): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} lead={text.lead} />
      <a class="card body-way" href="/body">
        <FigurePlace of="kneeling-hip-flexor-lunge" />
        <span class="row-text">
          <span class="row-title">{text.body}</span>
          <span class="row-note">{text.bodyNote}</span>
        </span>
        <span class="chevron" aria-hidden="true" />
      </a>
      <ul class="rows">
        {articleHeads.map(({ id, title, summary, minutes }) => (
          <li key={id}>
            <a class="row" href={`/learn/${id}`}>
              <span class="row-text">
                <span class="row-title">{title}</span>
                <span class="row-note">{summary}</span>
              </span>
              <span class="row-end small">{fillTemplate(text.minutes, { count: minutes })}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{text.more}</h2>
      <ul class="rows">
        {more.map(({ href, title, note }) => (
          <li key={href}>
            <a class="row" href={href}>
              <span class="row-text">
                <span class="row-title">{title}</span>
                {note !== undefined && <span class="row-note">{note}</span>}
              </span>
              <span class="chevron" aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
