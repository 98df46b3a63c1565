import type { JSX } from 'preact';
import type { Triage } from '@psoas/core/safety';
import checkText from '@psoas/knowledge/text/check';
import text from '@psoas/knowledge/text/today';
import { reasonAction, reasonLabel, reasonText } from '../../widgets/reason-text.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';

type StoppedProps = { readonly because: readonly string[]; readonly triage: Triage | undefined; readonly waitsForClinician: boolean };

/** Training waits: why, whom to see, and how it opens again. */
export function Stopped({ because, triage, waitsForClinician }: StoppedProps): JSX.Element {
  const waiting = because.filter((id) => levelOf(triage, id) !== 'D');
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
      <p class="note">{text.stoppedNext}</p>
      <div class="action-bar">
        <a class="button" href="/check?new">
          {text.newCheck}
        </a>
        <a class="button button-plain" href="/learn/getting-help">
          {text.whatToDo}
        </a>
      </div>
    </div>
  );
}

function levelOf(triage: Triage | undefined, id: string): string | undefined {
  return triage?.reasons.find((reason) => reason.id === id)?.level;
}
