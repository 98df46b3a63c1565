import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { headlineOf, headlineWords, progressOf, spans, type Progress, type Span } from '@psoas/core/progress';
import { catalogue } from '@psoas/knowledge/rules';
import measureText from '@psoas/knowledge/text/measure';
import text from '@psoas/knowledge/text/progress';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useSettings } from '../../app/use-settings.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { Calendar } from './calendar.tsx';
import { firstWeekdayOf } from './first-weekday.ts';
import { MeasuredCharts } from './measured-charts.tsx';
import { NotesSection } from './notes-section.tsx';
import { PainSection } from './pain-section.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { SideSection } from './side-section.tsx';
import { shownTime } from './time-words.ts';
import { WorkCharts } from './work-charts.tsx';
import './progress.css';

/** What changed, or honestly that nothing has: a sentence, left against right, charts, the calendar, why the plan changed. */
export default function ProgressScreen(): JSX.Element {
  const standing = useStanding();
  const progress = useMemo(() => standing && progressOf(standing.state, { catalogue, today: standing.day, programme: standing.assessment?.programme }), [standing]);
  if (standing === undefined || progress === undefined) return <Waiting />;
  if (progress.first === undefined) return <NothingYet {...text.headline.empty} href="/check" button={text.checkNow} />;
  return <ProgressView standing={standing} progress={progress} />;
}

function ProgressView({ standing, progress }: { readonly standing: Standing; readonly progress: Progress }): JSX.Element {
  const { state, day, assessment, diary } = standing;
  const [{ region }] = useSettings();
  const [span, setSpan] = useState<Span>('twelveWeeks');
  const firstWeekday = firstWeekdayOf(region);
  const time = useMemo(() => shownTime(span, { today: day, first: progress.first ?? day, firstWeekday }), [span, day, progress, firstWeekday]);
  const { title, lead } = headlineWords(headlineOf(progress), text);
  // Before the first session and break there is nothing that could be drawn of them.
  const hasTrained = state.runs.length + state.breaks.length > 0;
  const hasDrawing = hasTrained || state.measurements.length > 0;
  return (
    <div class="screen progress">
      <ScreenHead kicker={text.kicker} title={title} lead={lead} />
      <SideSection state={state} progress={progress} today={day} />
      {hasDrawing && (
        <fieldset class="spans">
          <legend class="field-label">{text.spans.label}</legend>
          <div class="choices choices-inline">
            {spans.map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="span" checked={each === span} onChange={() => setSpan(each)} />
                {text.spans[each]}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <h2 class="visually-hidden">{text.chartsTitle}</h2>
      <div class="progress-grid">
        <MeasuredCharts progress={progress} time={time} />
        {hasTrained && <PainSection points={progress.pain} time={time} />}
        {hasTrained && <WorkCharts state={state} time={time} withLimit={assessment?.triage.conduct.noTargets === false} />}
        <Calendar state={state} progress={progress} today={day} firstWeekday={firstWeekday} />
        <PlanChanges changes={assessment?.changes ?? []} planChanges={assessment?.planChanges ?? []} runs={state.runs} />
        <NotesSection diary={diary} notes={progress.notes} />
      </div>
      <ul class="rows">
        <li>
          <a class="row" href="/measure">
            <span class="row-text">{measureText.links.progress}</span>
            <span class="chevron" aria-hidden="true" />
          </a>
        </li>
        <li>
          <a class="row" href="/report">
            <span class="row-text">
              {text.report}
              <span class="row-note">{text.reportLead}</span>
            </span>
            <span class="chevron" aria-hidden="true" />
          </a>
        </li>
        <li>
          <a class="row" href="/result">
            <span class="row-text">{text.resultLink}</span>
            <span class="chevron" aria-hidden="true" />
          </a>
        </li>
      </ul>
    </div>
  );
}
