import type { JSX } from 'preact';
import type { Claim } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/corrections';
import { Cite } from './cite.tsx';
import { seedTitle } from './seed-title.ts';
import { useMechanics } from './use-mechanics.ts';

/** One statement of an article: what it says, our verdict, what we say, and what the body model says where it can. */
export function ClaimCard({ claim }: { readonly claim: Claim }): JSX.Element {
  const verdicts: Readonly<Record<string, string>> = text.verdicts;
  const findings = useMechanics(claim.id);
  return (
    <article class="card claim" id={claim.id}>
      <p class="spread">
        <span class={claim.verdict === 'agreed' ? 'chip' : 'chip chip-quiet'}>
          {verdicts[claim.verdict] ?? text.open}
        </span>
        <span class="small soft">{claim.id}</span>
      </p>
      <div class="stack-tight">
        <p class="small soft">{text.says}</p>
        <p lang={langOf(claim, 'statement')}>{claim.statement}</p>
        <p class="small soft" lang="en">
          {seedTitle(claim.seed)}
        </p>
      </div>
      {claim.wording !== '' && (
        <div class="stack-tight">
          <p class="small soft">{text.weSay}</p>
          <p class="strong" lang={langOf(claim, 'wording')}>{claim.wording}</p>
        </div>
      )}
      {findings.map(({ id, verdict, inPart, sentence, limit }) => (
        <div key={id} class="stack-tight">
          <p class="small soft">{text.model[inPart ? 'in-part' : verdict]}</p>
          <p>{sentence}</p>
          <p class="small soft">{limit}</p>
        </div>
      ))}
      <p class="wrap small">
        {claim.sources.map((source) => (
          <Cite key={source} source={source} />
        ))}
      </p>
    </article>
  );
}

// [LA-05] What is not translated yet says that it is English.
function langOf({ inEnglish }: Claim, field: 'statement' | 'wording'): string | undefined {
  return inEnglish?.includes(field) === true ? 'en' : undefined;
}
