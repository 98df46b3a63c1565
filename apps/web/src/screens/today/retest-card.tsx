import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/today';
import type { Standing } from '../../app/use-standing.ts';

/** [D-06] The self-check comes again. */
export function RetestCard({ standing: { today, assessment } }: { readonly standing: Standing }): JSX.Element | null {
  if (!today.retestDue) return null;
  return (
    <section class="note stack-tight">
      <h2>{text.retest.title}</h2>
      <p>{assessment?.programme?.retestAfterDays === 1 ? text.retest.leadSoon : text.retest.lead}</p>
      <p>
        <a class="text-button" href="/check?new">
          {text.retest.button}
        </a>
      </p>
    </section>
  );
}
