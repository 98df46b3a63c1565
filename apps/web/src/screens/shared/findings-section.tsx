import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { dayWords } from '@psoas/core/progress';
import type { FindingsPart, SharedView } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { painSiteText } from '../report/pain-site-text.ts';
import { Lines } from './lines.tsx';
import { PartCard } from './part-card.tsx';
import { safetyLabel } from './safety-label.ts';

/** What the self-check said of each side, then and now, and what was answered about safety. */
export function FindingsSection({ view }: { readonly view: SharedView }): JSX.Element {
  const { findings } = view;
  return (
    <PartCard part="findings" view={view} title={text.sections.findings}>
      {findings !== undefined && (
        <>
          <Lines lines={safetyLines(findings)} />
          {findings.checks.length === 0 ? <p class="soft">{reportText.findings.none}</p> : <CheckTable checks={findings.checks} />}
          {findings.checkCount > findings.checks.length && <p class="small soft">{fillTemplate(reportText.findings.count, { count: findings.checkCount })}</p>}
          <p class="small soft">{reportText.limits[0]}</p>
        </>
      )}
    </PartCard>
  );
}

function CheckTable({ checks }: Pick<FindingsPart, 'checks'>): JSX.Element {
  const templates = checks.length === 1 ? [reportText.findings.only] : [reportText.findings.first, reportText.findings.now];
  return (
    <table class="table">
      <caption class="visually-hidden">{text.sections.findings}</caption>
      <thead>
        <tr>
          <th scope="col">{reportText.findings.head}</th>
          <th scope="col">{reportText.sides.left}</th>
          <th scope="col">{reportText.sides.right}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ day, left, right }, index) => (
          <tr key={index}>
            <th scope="row">{fillTemplate(templates[index] ?? reportText.findings.only, { day: dayWords(day, progressText.monthsShort) })}</th>
            <td>{progressText.results[left]}</td>
            <td>{progressText.results[right]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function safetyLines({ level, reasons, pain }: FindingsPart): readonly string[] {
  const words = reportText.safety;
  const where = pain?.where.map(painSiteText).join('; ') ?? '';
  const painLine = pain === undefined ? [] : [fillTemplate(where === '' ? words.painNowhere : words.pain, { pain: pain.now, where })];
  if (reasons.length === 0) return [words.none, ...painLine];
  return [
    fillTemplate(words.level, { level: words.levels[level] }),
    ...reasons.map(({ id, lifted }) => (lifted ? fillTemplate(words.lifted, { reason: `${safetyLabel(id)}.` }) : safetyLabel(id))),
    ...painLine,
  ];
}
