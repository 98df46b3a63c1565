import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ClinicianAgreement } from '@psoas/core/answers';
import { isLiftable, type Triage } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/check';
import { reasonAction, reasonLabel } from '../../widgets/reason-text.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';

type ClinicianStopProps = { readonly triage: Triage; readonly onAgreed: (agreement: ClinicianAgreement) => void; readonly onBack: () => void };

/** [S-05] Under C: whom to see, and how a clinician's word is recorded. */
export function ClinicianStop({ triage, onAgreed, onBack }: ClinicianStopProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const waiting = triage.reasons.filter(({ level }) => level === 'C');
  const liftable = waiting.map(({ id }) => id).filter(isLiftable);
  const canBeLifted = liftable.length === waiting.length;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.clinician.kicker} title={text.clinician.title} lead={text.clinician.lead} />
      <ul class="stack">
        {waiting.map(({ id }) => (
          <li key={id} class="card stack-tight">
            <h2>{id === 'S-PAIN' ? text.clinician.painTitle : reasonLabel(id)}</h2>
            <p class="soft">{id === 'S-PAIN' ? text.clinician.painAction : reasonAction(id, 'C')}</p>
          </li>
        ))}
      </ul>
      {!canBeLifted && <p class="note">{text.clinician.noLift}</p>}
      <button type="button" class="button button-plain" onClick={onBack}>
        {text.startOver}
      </button>
      <div class="action-bar">
        {canBeLifted ? (
          <div class="action-row">
            <a class="button button-quiet" href="/today">
              {text.clinician.later}
            </a>
            <button type="button" class="button" onClick={() => setOpen(true)}>
              {text.clinician.agreed}
            </button>
          </div>
        ) : (
          <a class="button" href="/today">
            {text.clinician.later}
          </a>
        )}
      </div>
      {isOpen && (
        <AgreementDialog
          flags={liftable}
          onClose={() => setOpen(false)}
          onAgreed={(agreement) => {
            setOpen(false);
            onAgreed(agreement);
          }}
        />
      )}
    </div>
  );
}
