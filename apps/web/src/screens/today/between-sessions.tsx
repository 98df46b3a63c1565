import type { JSX } from 'preact';
import { activities } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/breaks';

/** [BR-12] Breaks from sitting, and one tap from an activity to the stretch that fits. */
export function BetweenSessions(): JSX.Element {
  return (
    <section class="stack-tight">
      <h2 class="kicker small" id="stretch-after">
        {text.day.offer}
      </h2>
      <ul class="wrap" aria-labelledby="stretch-after">
        {activities.map((activity) => (
          <li key={activity}>
            <a class="text-button" href={`/stretch/${activity}`}>
              {text.day[activity]}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/breaks">{text.day.breaks}</a>
      </p>
    </section>
  );
}
