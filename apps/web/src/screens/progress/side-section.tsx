import type { JSX } from 'preact';
import { addDays, fillTemplate, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '@psoas/core/diary';
import { dayWords, differenceWords, minuteWords, totalWork, workByPeriod, type Progress } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';

/** Checks shown; all of them are in the copy of the diary. */
const shownChecks = 4;

type SideSectionProps = { readonly state: DiaryState; readonly progress: Progress; readonly today: LocalDate };

/** Left against right, in sentences: what differs by more than its error first. */
export function SideSection({ state, progress, today }: SideSectionProps): JSX.Element {
  const { measured } = progress.leftAgainstRight;
  const weeks = workByPeriod(state, { from: addDays(today, -27), to: today, period: 'month', firstWeekday: 1 });
  const [left, right] = [totalWork(weeks, 'left').stretchSeconds, totalWork(weeks, 'right').stretchSeconds];
  const lines = [
    ...measured.toSorted((one, other) => Number(other.isBeyondError) - Number(one.isBeyondError)).map((difference) => differenceWords(difference, text)),
    ...(left + right > 0 ? [fillTemplate(text.side.minutes, { left: minuteWords(left), right: minuteWords(right) })] : []),
  ];
  return (
    <section class="card stack">
      <h2>{text.sidesTitle}</h2>
      {lines.length === 0 ? (
        <p class="soft">{text.side.none}</p>
      ) : (
        <ul class="stack-tight">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {progress.checks.length > 0 && (
        <div class="stack-tight">
          <h3>{text.checksTitle}</h3>
          <ol>
            {progress.checks
              .slice(-shownChecks)
              .toReversed()
              .map(({ id, day, left: onLeft, right: onRight }) => (
                <li key={id}>{fillTemplate(text.checkLine, { day: dayWords(day, text.months), left: text.results[onLeft], right: text.results[onRight] })}</li>
              ))}
          </ol>
        </div>
      )}
    </section>
  );
}
