import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { activityToFollow } from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';

/** [BR-13] A run or ride of today that came from a watch: the stretch that fits is one tap away. */
export function ActivityCard({ standing: { state, day } }: { readonly standing: TodayStanding }): JSX.Element | null {
  const done = activityToFollow(state, day);
  if (done === undefined) return null;
  return (
    <section class="note stack-tight">
      <h2>{text.activity[done.activity]}</h2>
      <p>{fillTemplate(text.activity.lead, { minutes: Math.round(done.seconds / 60) })}</p>
      <p>
        <a class="text-button" href={`/stretch/${done.activity}`}>
          {text.activity.button}
        </a>
      </p>
    </section>
  );
}
