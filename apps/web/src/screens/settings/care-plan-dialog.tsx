import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isSameProposal, leftLines, placeLines, planNotices, planSummary, proposalOfPlan, proposalToKeep, type ImportedPlan, type PlanProposal, type PlanTelling } from '@psoas/exchange/care-plan';
import { importedReplies, judgedSentence } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import fhirText from '@psoas/knowledge/text/fhir';
import words from '@psoas/knowledge/text/sharing';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import type { Diary } from '../../diary/diary.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { reasonText } from '../../widgets/reason-text.ts';
import { longDate } from './long-date.ts';

const text = fhirText.import;
const telling: PlanTelling = { words: fhirText, sharing: { words, exerciseName, reason: reasonText }, dayText: longDate };

/** A plan from a file, and the diary beside which it is read. */
export type CarePlanProps = {
  readonly diary: Diary;
  readonly plan: ImportedPlan;
  readonly onClose: () => void;
  /** The proposal now waits on Today. */
  readonly onKept: () => void;
};

/** [FH-11] A look at a care plan: what it would change, what cannot be taken over and why; then it is kept as a proposal, or left. */
export function CarePlanDialog({ diary, plan, onClose, onKept }: CarePlanProps): JSX.Element {
  const { clock } = useServices();
  const [{ order }] = useSettings();
  const [found] = useState(() => proposalOfPlan(plan, diary.folded(), { catalogue, today: clock.today(), order }));
  // The first thing to press lies below all that is to be read, so the reading begins at the top.
  const lead = useRef<HTMLDivElement>(null);
  useEffect(() => lead.current?.focus(), []);
  const proposal = proposalToKeep(plan, found, text);
  const isWaiting = proposal !== undefined && importedReplies(diary.folded()).open.some(({ data }) => isSameProposal(data, proposal));
  const keep = (): void => {
    if (proposal === undefined) return;
    void diary.append('proposal-imported', proposal);
    onKept();
    onClose();
  };
  return (
    <Dialog title={text.title} onClose={onClose}>
      <div ref={lead} tabIndex={-1} class="stack">
        {planNotices(plan, clock.today(), telling).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Changes found={found} />
      {planSummary(plan, found, telling).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Left plan={plan} found={found} />
      {isWaiting && <p class="note">{text.waits}</p>}
      {proposal !== undefined && !isWaiting && (
        <button type="button" class="button" onClick={keep}>
          {text.keep}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {proposal === undefined || isWaiting ? text.close : text.leave}
      </button>
    </Dialog>
  );
}

function Changes({ found }: { readonly found: PlanProposal }): JSX.Element | null {
  if (found.judged.length === 0) return null;
  const told = found.judged.map((judged) => judgedSentence(judged, telling.sharing));
  return (
    <>
      <h3>{text.changes}</h3>
      <ul class="stack">
        {told.map(({ asked, verdict, why }) => (
          <li key={asked}>
            <p class="strong">{asked}</p>
            <p>{[verdict, ...why].join(' ')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Left({ plan, found }: { readonly plan: ImportedPlan; readonly found: PlanProposal }): JSX.Element | null {
  const lines = leftLines(plan, found, telling);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{text.left}</h3>
      <ul class="bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details class="more">
        <summary>{text.places}</summary>
        <ul class="more-body small care-plan-places">
          {placeLines(plan, found, telling).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
