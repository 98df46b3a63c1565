import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { reportOf, reportWords, type ReportLanguage } from '@psoas/core/progress';
import { catalogue } from '@psoas/knowledge/rules';
import progressText from '@psoas/knowledge/text/progress';
import text from '@psoas/knowledge/text/report';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useSettings } from '../../app/use-settings.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { doseText } from '../../widgets/dose-text.ts';
import { exerciseName, isBilateral } from '../../widgets/exercise-name.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { reasonLabel, reasonText } from '../../widgets/reason-text.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { firstWeekdayOf } from '../progress/first-weekday.ts';
import { changeKindText } from '../progress/change-kind-text.ts';
import { painSiteText } from './pain-site-text.ts';
import { ReportSheet } from './report-sheet.tsx';
import './report.css';

const language: ReportLanguage = {
  report: text,
  progress: progressText,
  exerciseName,
  doseText: (item) => doseText(item, isBilateral(item.exercise)),
  reasonLabel,
  painSite: painSiteText,
  changeText: (change) => ({ what: changeKindText(change), why: reasonText(change.rule) ?? '' }),
};

/** One page for a clinician or coach, to print or to save as PDF. */
export default function ReportScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  return <ReportView standing={standing} />;
}

function ReportView({ standing }: { readonly standing: Standing }): JSX.Element {
  const { state, assessment, day } = standing;
  const [{ region }] = useSettings();
  const [name, setName] = useState('');
  const report = useMemo(
    () => (assessment === undefined ? undefined : reportOf(state, { catalogue, today: day, assessment, firstWeekday: firstWeekdayOf(region) })),
    [state, assessment, day, region],
  );
  if (report === undefined) return <NothingYet {...text.none} href="/check" />;
  const page = reportWords(report, language);
  return (
    <div class="screen report-screen">
      <div class="no-print">
        <ScreenHead kicker={<a href="/progress">{text.back}</a>} title={page.title} />
      </div>
      <div class="report-tools no-print">
        <label class="field">
          <span class="field-label">{text.name}</span>
          <input class="input" type="text" autocomplete="off" maxLength={80} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          <span class="small soft">{text.nameNote}</span>
        </label>
        <button type="button" class="button" onClick={() => window.print()}>
          {text.print}
        </button>
      </div>
      <ReportSheet page={page} report={report} name={name.trim()} />
    </div>
  );
}
