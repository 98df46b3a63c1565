import type { JSX } from 'preact';
import { fillTemplate, type LocalDate, type Side } from '@psoas/kernel';
import type { Run } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/progress';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import './progress.css';

/** What was done, as the diary has it. */
export default function ProgressScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  const { runs, latestCheck } = standing.state;
  const newestFirst = runs.toReversed();
  const checkedText = latestCheck === undefined ? '' : fillTemplate(text.resultOf, { day: dayText(latestCheck.day) });
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} lead={text.lead} />
      <div class="pair">
        <div class="card stack-tight">
          <p class="kicker">{text.sessions}</p>
          <p class="big-number">{runs.filter(({ sets }) => sets.length > 0).length}</p>
        </div>
        <div class="card stack-tight">
          <p class="kicker">{text.minutes}</p>
          <p class="big-number">{toMinutes(runs.reduce((sum, run) => sum + run.sets.reduce((seconds, set) => seconds + set.seconds, 0), 0))}</p>
        </div>
      </div>
      {runs.length === 0 ? (
        <p class="note">{text.none}</p>
      ) : (
        <div class="card">
          <table class="table">
            <caption class="visually-hidden">{text.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col" class="number">
                  {text.left}
                </th>
                <th scope="col" class="number">
                  {text.right}
                </th>
                <th scope="col">{text.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {newestFirst.map((run) => (
                <tr key={run.run}>
                  <th scope="row">{dayText(run.startedDay)}</th>
                  <td class="number">{toMinutes(secondsOf(run, 'left'))}</td>
                  <td class="number">{toMinutes(secondsOf(run, 'right'))}</td>
                  <td>{text.outcomes[run.outcome ?? 'open']}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {runs.length > 0 && <p class="small soft">{text.later}</p>}
      {latestCheck !== undefined && (
        <ul class="rows">
          <li>
            <a class="row" href="/result">
              <span class="row-text">{checkedText}</span>
              <span class="chevron" aria-hidden="true" />
            </a>
          </li>
        </ul>
      )}
    </div>
  );
}

function secondsOf({ sets }: Run, side: Side): number {
  return sets.filter((set) => set.side === side || set.side === 'both').reduce((sum, { seconds }) => sum + seconds, 0);
}

function toMinutes(seconds: number): string {
  return seconds === 0 ? '0' : (Math.round(seconds / 6) / 10).toFixed(1);
}

function dayText(day: LocalDate): string {
  const [, month, date] = day.split('-');
  return `${Number(date)} ${text.months[Number(month) - 1] ?? ''}`;
}
