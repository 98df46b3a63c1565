import type { JSX } from 'preact';
import { daysBetween, fillTemplate } from '@psoas/kernel';
import { putOffUntil, retestPutOffOn } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';

/** [D-06] The self-check comes again: now, or a week later. */
export function RetestCard({ standing }: { readonly standing: TodayStanding }): JSX.Element | null {
  const { today, assessment, state, diary, day } = standing;
  if (!today.retestDue) return null;
  const isSoon = assessment?.programme?.retestAfterDays === 1;
  const until = isSoon ? undefined : retestPutOffOn(state, day);
  if (until !== undefined) {
    const count = daysBetween(day, until);
    return (
      <p class="small soft" role="status">
        {count === 1 ? text.retest.isPutOffDay : fillTemplate(text.retest.isPutOff, { count })}{' '}
        <a href="/check?new">{text.retest.button}</a>
      </p>
    );
  }
  return (
    <section class="note stack-tight">
      <h2>{text.retest.title}</h2>
      <p>{isSoon ? text.retest.leadSoon : text.retest.lead}</p>
      <p class="retest-ways">
        <a class="text-button" href="/check?new">
          {text.retest.button}
        </a>
        {!isSoon && (
          <button
            type="button"
            class="text-button"
            onClick={() => void diary.append('retest-put-off', { until: putOffUntil(day) })}
          >
            {text.retest.putOff}
          </button>
        )}
      </p>
    </section>
  );
}
