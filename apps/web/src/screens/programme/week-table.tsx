import type { JSX } from 'preact';
import { addDays, fillTemplate, weekdayOf, type LocalDate } from '@psoas/kernel';
import type { PlannedSession } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/programme';
import { ItemList } from '../../widgets/item-list.tsx';

type WeekTableProps = { readonly sessions: readonly PlannedSession[]; readonly start: LocalDate };

/** The sessions of the week, days with the same exercises together. */
export function WeekTable({ sessions, start }: WeekTableProps): JSX.Element {
  const nameOf = (day: number): string => text.weekdays[weekdayOf(addDays(start, day - 1)) - 1] ?? '';
  const restDays = [1, 2, 3, 4, 5, 6, 7].filter((day) => !sessions.some((session) => session.day === day));
  return (
    <div class="week">
      {alikeSessions(sessions).map((alike) => {
        const first = alike[0];
        if (first === undefined) return null;
        return (
          <section key={first.id} class="card week-card">
            <div class="spread">
              <div>
                <h2>{alike.map(({ day }) => nameOf(day)).join(text.and)}</h2>
                {first.kind !== 'home' && <p class="small soft">{text.kinds[first.kind]}</p>}
              </div>
              <span class="chip">{fillTemplate(text.minutes, { count: first.minutes })}</span>
            </div>
            <ItemList items={first.items} />
          </section>
        );
      })}
      {restDays.length > 0 && sessions.length > 0 && <p class="soft">{fillTemplate(text.restDays, { days: restDays.map(nameOf).join(text.and) })}</p>}
    </div>
  );
}

// Sessions that hold the same stand together, in the order of their first day.
function alikeSessions(sessions: readonly PlannedSession[]): readonly (readonly PlannedSession[])[] {
  const groups = new Map<string, PlannedSession[]>();
  for (const session of sessions) {
    const key = JSON.stringify([session.kind, session.items.map(({ exercise, side, sets, reps, holdSeconds }) => [exercise, side, sets, reps, holdSeconds])]);
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return [...groups.values()];
}
