import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { sources } from '@psoas/knowledge/sources';
import type { Source } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/sources';
import { useHashTarget } from '../../app/use-hash-target.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';

const readings = ['all', 'whole', 'at-source', 'second-hand', 'general-knowledge', 'not-verified'] as const;
type Reading = (typeof readings)[number];

/** Every source, and how surely it was read. */
export default function SourcesScreen(): JSX.Element {
  const [reading, setReading] = useState<Reading>('all');
  useHashTarget(true);
  const shown = sources.filter(({ read }) => reading === 'all' || read === reading);
  const used = readings.filter((value) => value === 'all' || sources.some(({ read }) => read === value));
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.kicker} title={text.title} lead={text.lead} />
      <ChoiceList legend={text.filter} inline options={used.map((value) => ({ value, label: value === 'all' ? text.all : text.read[value] }))} value={reading} onChange={setReading} />
      <p class="small soft" role="status">
        {fillTemplate(text.count, { count: shown.length })}
      </p>
      <ul class="stack">
        {shown.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </div>
  );
}

function SourceCard({ source }: { readonly source: Source }): JSX.Element {
  const { id, title, titleIs, authors, year, where, kind, read, supports } = source;
  return (
    <li id={id} class="card claim">
      <p class="spread">
        <span class="chip chip-quiet">{text.kinds[kind]}</span>
        {!id.startsWith('seed-') && <span class="small soft" lang="en">{id}</span>}
      </p>
      <div class="stack-tight">
        <h2 lang="en">{title}</h2>
        <p class="small soft" lang="en">{[authors, year, where].filter((part) => part !== undefined).join(' · ')}</p>
        {titleIs === 'described' && <p class="small soft">{text.described}</p>}
      </div>
      <p lang="en">{supports}</p>
      <p class="small soft">{text.read[read]}</p>
    </li>
  );
}
