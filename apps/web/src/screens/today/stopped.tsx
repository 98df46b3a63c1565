import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isLiftable, type Triage } from '@psoas/core/safety';
import checkText from '@psoas/knowledge/text/check';
import text from '@psoas/knowledge/text/today';
import { reasonAction, reasonLabel, reasonText } from '../../widgets/reason-text.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { TodayStanding } from '../../app/use-day.ts';
import { AgreementDialog } from '../check/agreement-dialog.tsx';
import { GuestNotesPlace } from './guest-notes-place.tsx';

type StoppedProps = { readonly standing: Pick<TodayStanding, 'diary' | 'state'>; readonly because: readonly string[]; readonly triage: Triage | undefined; readonly waitsForClinician: boolean };

/** Training waits: why, whom to see, and how it opens again. */
export function Stopped({ standing: { diary, state }, because, triage, waitsForClinician }: StoppedProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const waiting = because.filter((id) => levelOf(triage, id) !== 'D');
  const liftable = waiting.filter(isLiftable);
  const canBeLifted = waitsForClinician && liftable.length > 0 && liftable.length === waiting.length;
  return (
    <div class="screen narrow">
      <ScreenHead title={text.stoppedTitle} lead={waitsForClinician ? checkText.clinician.lead : text.stoppedLead} />
      <ul class="stack">
        {waiting.map((id) => (
          <li key={id} class="card stack-tight">
            <h2>{id === 'S-PAIN' ? checkText.clinician.painTitle : reasonLabel(id) === id ? text.stoppedTitle : reasonLabel(id)}</h2>
            <p class="soft">{id === 'S-PAIN' ? checkText.clinician.painAction : (reasonAction(id, 'C') ?? reasonText(id))}</p>
          </li>
        ))}
      </ul>
      <GuestNotesPlace state={state} />
      <p class="note">{text.stoppedNext}</p>
      <div class="action-bar">
        <a class="button" href="/check?new">
          {text.newCheck}
        </a>
        {canBeLifted ? (
          <button type="button" class="button button-plain" onClick={() => setOpen(true)}>
            {checkText.clinician.agreed}
          </button>
        ) : (
          <a class="button button-plain" href="/learn/getting-help">
            {text.whatToDo}
          </a>
        )}
      </div>
      {isOpen && (
        <AgreementDialog
          flags={liftable}
          onClose={() => setOpen(false)}
          onAgreed={(agreement) => {
            setOpen(false);
            void diary.append('clinician-agreed', agreement);
          }}
        />
      )}
    </div>
  );
}

function levelOf(triage: Triage | undefined, id: string): string | undefined {
  return triage?.reasons.find((reason) => reason.id === id)?.level;
}
