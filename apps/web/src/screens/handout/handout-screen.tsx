import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { reportOf, reportWords } from '@psoas/core/progress';
import { handoutSheet, paperSizes, reportSheet, type PaperLook, type PaperSize, type Sheet } from '@psoas/exchange/paper';
import { handoutLanguage, reportChartWords } from '@psoas/exchange/paper-english';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import handoutText from '@psoas/knowledge/text/handout';
import { emergencyNumber } from '../../app/emergency-numbers.ts';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useSettings } from '../../app/use-settings.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { firstWeekdayOf } from '../progress/first-weekday.ts';
import { reportLanguage } from '../report/report-language.ts';
import { PaperView } from './paper-view.tsx';
import { useHandout } from './use-handout.ts';
import './handout.css';

const text = handoutText.screen;

/** The programme or the report as a page, to print or to save as PDF. */
export default function HandoutScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  if (standing.assessment === undefined) return <NothingYet {...text.none} href="/check" />;
  return <PrintView standing={standing} />;
}

type What = 'programme' | 'report';
type Wishes = { readonly look: PaperLook; readonly name: string };

function PrintView({ standing }: { readonly standing: Standing }): JSX.Element {
  const { query } = useLocation();
  const [{ region }] = useSettings();
  const [what, setWhat] = useState<What>(query.get('what') === 'report' ? 'report' : 'programme');
  const [size, setSize] = useState<PaperSize>(region === 'us-ca' ? 'letter' : 'a4');
  const [isLarge, setLarge] = useState(false);
  const [name, setName] = useState('');
  const look = useMemo(() => ({ size, isLarge }), [size, isLarge]);
  const wishes = { look, name: name.trim() };
  const missing = what === 'programme' ? missingProgramme(standing) : undefined;
  return (
    <div class="screen handout-screen">
      <div class="no-print stack">
        <ScreenHead kicker={<a href={what === 'report' ? '/report' : '/programme'}>{text.back}</a>} title={text.title} lead={text.lead} />
        <div class="handout-tools">
          <ChoiceList inline legend={text.what} value={what} onChange={setWhat} options={[{ value: 'programme', label: text.programme }, { value: 'report', label: text.report }]} />
          {missing === undefined && (
            <>
              <ChoiceList inline legend={text.size} value={size} onChange={setSize} options={paperSizes.map((value) => ({ value, label: text.sizes[value] }))} />
              <ChoiceList inline legend={text.print} value={isLarge} onChange={setLarge} options={[{ value: false, label: text.normal }, { value: true, label: text.large }]} />
              <label class="field">
                <span class="field-label">{text.name}</span>
                <input class="input" type="text" autocomplete="off" maxLength={80} value={name} onInput={(event) => setName(event.currentTarget.value)} />
                <span class="small soft">
                  {text.nameNote} {what === 'programme' && text.nameLine}
                </span>
              </label>
            </>
          )}
        </div>
      </div>
      {missing !== undefined && <NoProgramme {...missing} />}
      {missing === undefined && (what === 'report' ? <ReportPaper standing={standing} wishes={wishes} /> : <HandoutPaper standing={standing} wishes={wishes} />)}
    </div>
  );
}

type Missing = { readonly title: string; readonly lead: string; readonly button: string };

// As `planHandout` decides it, said before anything is laid out.
function missingProgramme({ assessment, today }: Standing): Missing | undefined {
  const programme = assessment?.programme;
  if (programme === null || today.kind === 'stopped') return text.waits;
  return programme?.sessions.length === 0 ? text.empty : undefined;
}

function NoProgramme({ title, lead, button }: Missing): JSX.Element {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      <p>{lead}</p>
      <a class="button" href="/today">
        {button}
      </a>
    </section>
  );
}

type PaperProps = { readonly standing: Standing; readonly wishes: Wishes };

function HandoutPaper({ standing, wishes: { look, name } }: PaperProps): JSX.Element {
  const [{ region, order }] = useSettings();
  const handout = useHandout(standing, order);
  const sheet = useMemo(() => (handout?.ok === true ? handoutSheet(handout.value, handoutLanguage(emergencyNumber(region).number), { ...look, name }) : undefined), [handout, region, look, name]);
  return sheet === undefined ? <Waiting /> : <PrintedSheet sheet={sheet} look={look} />;
}

function ReportPaper({ standing: { state, assessment, day }, wishes: { look, name } }: PaperProps): JSX.Element | null {
  const [{ region }] = useSettings();
  const report = useMemo(() => assessment && reportOf(state, { catalogue, today: day, assessment, firstWeekday: firstWeekdayOf(region) }), [state, assessment, day, region]);
  const sheet = useMemo(() => report && reportSheet({ page: reportWords(report, reportLanguage), report, words: reportChartWords, name }), [report, name]);
  return sheet === undefined ? null : <PrintedSheet sheet={sheet} look={look} />;
}

function PrintedSheet({ sheet, look }: { readonly sheet: Sheet; readonly look: PaperLook }): JSX.Element {
  // Browsers take the title of the document as the name of the file.
  useEffect(() => {
    document.title = sheet.title;
  }, [sheet.title]);
  return (
    <>
      <button type="button" class="button no-print handout-print" onClick={() => window.print()}>
        {text.button}
      </button>
      <PaperView sheet={sheet} look={look} label={fillTemplate(text.preview, { title: sheet.title })} />
    </>
  );
}
