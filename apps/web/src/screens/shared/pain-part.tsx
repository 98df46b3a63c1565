import type { JSX } from 'preact';
import { fillTemplate, type LocalDate } from '@psoas/kernel';
import { dayWords, tenthWords, type PainPoint } from '@psoas/core/progress';
import { painZone } from '@psoas/core/session';
import type { SessionsPart } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { useSettings } from '../../app/use-settings.ts';
import { firstWeekdayOf } from '../progress/first-weekday.ts';
import { PainSection } from '../progress/pain-section.tsx';
import { Lines } from './lines.tsx';
import { shownSince } from './shown-since.ts';

/** Pain of sessions and breaks with the day after: in words, drawn, and as a table. */
export function PainPart({ sessions, today }: { readonly sessions: SessionsPart; readonly today: LocalDate }): JSX.Element {
  const [{ region }] = useSettings();
  const points = painPointsOf(sessions, today);
  return (
    <>
      <section class="card stack">
        <h2>{text.sections.pain}</h2>
        <Lines lines={painLines(sessions, points)} />
      </section>
      {points.length > 1 && <PainSection points={points} time={shownSince(points.map(({ day }) => day), today, firstWeekdayOf(region))} />}
    </>
  );
}

function painPointsOf({ pain }: SessionsPart, today: LocalDate): readonly PainPoint[] {
  return pain.points
    .filter(({ day }) => day <= today)
    .toSorted((first, second) => (first.day < second.day ? -1 : first.day > second.day ? 1 : 0))
    .map(({ day, of, highest, nextDay }, index) => ({ id: String(index), day, atMillis: index, of, highest, zone: painZone(highest), ...(nextDay && { nextDay }) }));
}

function painLines({ pain: { change, nextDays } }: SessionsPart, points: readonly PainPoint[]): readonly string[] {
  const words = reportText.pain;
  const worst = points.toSorted((first, second) => second.highest - first.highest)[0];
  if (worst === undefined) return [words.none];
  const isCompared = change.kind !== 'nothing' && change.kind !== 'too-early';
  return [
    fillTemplate(words.change[change.kind], isCompared ? { from: tenthWords(change.from), to: tenthWords(change.to) } : {}),
    fillTemplate(words.highest, { pain: worst.highest, day: dayWords(worst.day, progressText.months) }),
    ...(nextDays.better + nextDays.same + nextDays.worse > 0 ? [fillTemplate(words.nextDays, nextDays)] : []),
  ];
}
