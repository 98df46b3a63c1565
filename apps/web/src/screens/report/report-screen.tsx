import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { reportOf, reportWords } from '@psoas/core/progress';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/report';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useSettings } from '../../app/use-settings.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { firstWeekdayOf } from '../progress/first-weekday.ts';
import { reportLanguage } from './report-language.ts';
import { ReportSheet } from './report-sheet.tsx';
import './report.css';

/** One page for a clinician or coach, to print or to save as PDF. */
export default function ReportScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  return <ReportView standing={standing} />;
}

function ReportView({ standing }: { readonly standing: Standing }): JSX.Element {
  const { state, assessment, day } = standing;
  const [{ region }] = useSettings();
  const report = useMemo(
    () => (assessment === undefined ? undefined : reportOf(state, { catalogue, today: day, assessment, firstWeekday: firstWeekdayOf(region) })),
    [state, assessment, day, region],
  );
  if (report === undefined) return <NothingYet {...text.none} href="/check" />;
  const page = reportWords(report, reportLanguage);
  return (
    <div class="screen report-screen">
      <ScreenHead kicker={<a href="/progress">{text.back}</a>} title={page.title} />
      <a class="button button-quiet report-tools" href="/handout?what=report">
        {text.print}
      </a>
      <ReportSheet page={page} report={report} />
    </div>
  );
}
