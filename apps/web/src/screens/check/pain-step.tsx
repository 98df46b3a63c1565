import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { painSites, type PainSite } from '@psoas/core/answers';
import { painThatWaits } from '@psoas/core/safety';
import { questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/check';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { answerNo, answerYes } from './answer-question.ts';
import type { CheckDraft } from './draft.ts';
import { QuestionDialog } from './question-dialog.tsx';
import type { StepProps } from './step-props.ts';

const singleSites = ['low-back', 'upper-back', 'pelvis'] as const;
const sidedSites = ['front-of-hip', 'groin', 'front-of-thigh', 'knee', 'below-knee'] as const;

/** Where it hurts, and how much at rest. */
export function PainStep({ draft, onChange, onNext }: StepProps): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const upperBack = questions.find(({ id }) => id === 'RF20');
  const toggle = (site: PainSite): void =>
    onChange({ ...draft, painWhere: draft.painWhere.includes(site) ? draft.painWhere.filter((one) => one !== site) : [...draft.painWhere, site] });
  const isOpen = draft.painWhere.includes('upper-back') && !draft.upperBackAsked && !draft.yes.includes('RF20');
  const answered = (next: CheckDraft): void => onChange({ ...next, upperBackAsked: true });
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.pain.title} lead={text.pain.lead} />
      <fieldset class="field">
        <legend class="visually-hidden">{text.pain.places}</legend>
        <ul class="rows sites">
          {singleSites.map((site) => (
            <li key={site}>
              <SiteRow label={text.pain.single[site]} ticks={[{ site, label: text.pain.here }]} where={draft.painWhere} onToggle={toggle} />
            </li>
          ))}
          {sidedSites.map((site) => (
            <li key={site}>
              <SiteRow label={text.pain.sited[site]} ticks={sidedTicks(site)} where={draft.painWhere} onToggle={toggle} />
            </li>
          ))}
        </ul>
      </fieldset>
      <PainScale
        legend={text.pain.now}
        none={text.pain.none}
        worst={text.pain.worst}
        value={draft.painNow}
        onChange={(painNow) => onChange({ ...draft, painNow })}
      />
      {(draft.painNow ?? 0) >= painThatWaits && <p class="note">{text.pain.waits}</p>}
      <div class="action-bar">
        <button type="button" class="button" disabled={draft.painNow === undefined} onClick={() => (isOpen ? setAsking(true) : onNext())}>
          {text.next}
        </button>
      </div>
      {isAsking && upperBack !== undefined && (
        <QuestionDialog
          question={upperBack}
          draft={draft}
          onClose={() => setAsking(false)}
          onNo={() => answered(answerNo(draft, upperBack))}
          onYes={(details) => answered(answerYes(draft, upperBack, details))}
        />
      )}
    </>
  );
}

type Tick = { readonly site: PainSite; readonly label: string };

function sidedTicks(site: (typeof sidedSites)[number]): readonly Tick[] {
  const tick = (side: 'left' | 'right', label: string): readonly Tick[] => painSites.filter((one) => one === `${site}-${side}`).map((one) => ({ site: one, label }));
  return [...tick('left', text.pain.left), ...tick('right', text.pain.right)];
}

type SiteRowProps = { readonly label: string; readonly ticks: readonly Tick[]; readonly where: readonly PainSite[]; readonly onToggle: (site: PainSite) => void };

function SiteRow({ label, ticks, where, onToggle }: SiteRowProps): JSX.Element {
  return (
    <div class="row site" role="group" aria-label={label}>
      <span class="row-text">{label}</span>
      <span class="choices choices-inline">
        {ticks.map(({ site, label: tickLabel }) => (
          <label key={site} class="choice">
            <input type="checkbox" aria-label={`${label}: ${tickLabel}`} checked={where.includes(site)} onChange={() => onToggle(site)} />
            {tickLabel}
          </label>
        ))}
      </span>
    </div>
  );
}
