import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { claims } from '@psoas/knowledge/claims';
import type { Claim } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/corrections';
import { useLocation } from '../../app/router.tsx';
import { useHashTarget } from '../../app/use-hash-target.ts';
import { ClaimCard } from '../../widgets/claim-card.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { seedTitle } from '../../widgets/seed-title.ts';

const verdicts = ['all', 'agreed', 'corrected', 'disputed', 'not-adopted'] as const;
type Verdict = (typeof verdicts)[number];
const pageLength = 30;

/** Every statement of the five articles with our verdict; searchable. */
export default function CorrectionsScreen(): JSX.Element {
  const { hash } = useLocation();
  const [verdict, setVerdict] = useState<Verdict>('all');
  const [seed, setSeed] = useState('all');
  const [words, setWords] = useState('');
  const [count, setCount] = useState(() => Math.max(pageLength, claims.findIndex(({ id }) => id === hash) + 1));
  const searchId = useId();
  const seedId = useId();
  useHashTarget(true);
  const found = claims.filter((claim) => (verdict === 'all' || claim.verdict === verdict) && (seed === 'all' || claim.seed === seed) && matches(claim, words));
  const seeds = [...new Set(claims.map((claim) => claim.seed))];
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.kicker} title={text.title} lead={text.lead} />
      <div class="field">
        <label class="field-label" for={searchId}>
          {text.search}
        </label>
        <input id={searchId} class="input" type="search" placeholder={text.searchHint} value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </div>
      <ChoiceList legend={text.verdict} inline options={verdicts.map((value) => ({ value, label: value === 'all' ? text.all : text.verdicts[value] }))} value={verdict} onChange={setVerdict} />
      <div class="field">
        <label class="field-label" for={seedId}>
          {text.article}
        </label>
        <select id={seedId} class="input" value={seed} onChange={({ currentTarget }) => setSeed(currentTarget.value)}>
          <option value="all">{text.allArticles}</option>
          {seeds.map((id) => (
            <option key={id} value={id}>
              {seedTitle(id)}
            </option>
          ))}
        </select>
      </div>
      <p class="small soft" role="status">
        {found.length === 0 ? text.none : fillTemplate(text.count, { count: found.length, total: claims.length })}
      </p>
      {found.slice(0, count).map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
      {found.length > count && (
        <button type="button" class="button button-quiet" onClick={() => setCount(count + pageLength)}>
          {text.more}
        </button>
      )}
    </div>
  );
}

function matches({ id, subject, statement, wording }: Claim, words: string): boolean {
  const all = `${id} ${subject} ${statement} ${wording}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
