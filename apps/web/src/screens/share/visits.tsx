import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import type { Shares } from '../../sync/create-shares.ts';
import { visitsOf, type ShareVisit } from '../../sync/share-visits.ts';
import { momentText } from '../../widgets/local-text.ts';

const words = text.reads;

/** [Y-30] When the link was used, by visits; the relay is asked anew each time. */
export function Visits({ shares, share }: { readonly shares: Shares; readonly share: string }): JSX.Element {
  const [visits, setVisits] = useState<readonly ShareVisit[] | 'missing'>();
  useEffect(() => {
    shares.tasks.reads(share).then(
      (reads) => setVisits(reads.ok ? visitsOf(reads.value) : 'missing'),
      () => setVisits('missing'),
    );
  }, [shares, share]);
  return (
    <section class="card stack-tight">
      <h2>{words.title}</h2>
      {visits === undefined ? <p>{words.asking}</p> : visits === 'missing' ? <p>{words.missing}</p> : <VisitLines visits={visits} />}
    </section>
  );
}

function VisitLines({ visits }: { readonly visits: readonly ShareVisit[] }): JSX.Element {
  const [first, last] = [visits[0], visits.at(-1)];
  if (first === undefined || last === undefined) return <p>{words.never}</p>;
  const said = { first: visitText(first), last: visitText(last), count: visits.length };
  return (
    <>
      <p>{fillTemplate(visits.length === 1 ? words.once : words.some, said)}</p>
      {visits.length > 2 && (
        <details class="more">
          <summary>{words.all}</summary>
          <ul class="more-body">
            {visits.toReversed().map((visit) => (
              <li key={visit.fromMillis}>{visitText(visit)}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="small soft">{words.note}</p>
    </>
  );
}

function visitText({ fromMillis }: ShareVisit): string {
  return momentText(fromMillis, { dateStyle: 'long', timeStyle: 'short' });
}
