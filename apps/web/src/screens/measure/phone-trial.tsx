import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import type { Inclinometer, KneeEnd } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { signedDegrees } from './measure-words.ts';
import { usePhoneTilt } from './use-phone-tilt.ts';

const kneeEnds = ['top', 'bottom', 'left', 'right'] as const satisfies readonly KneeEnd[];

/** [ME-04, ME-05] The phone on the thigh: a zero first, then a value whenever it lies still and was asked for. */
export function PhoneTrial({ onTrial }: { readonly onTrial: (degrees: number) => void }): JSX.Element {
  const { access, state, allow, send, unlockSound } = usePhoneTilt(onTrial);
  if (access === 'absent' || access === 'denied')
    return (
      <p class="note" role="status">
        {access === 'absent' ? text.phone.absent : text.phone.denied}
      </p>
    );
  if (access === 'to-ask') {
    return (
      <>
        <p class="note">{text.phone.askLead}</p>
        <div class="action-bar">
          <button type="button" class="button" onClick={allow}>
            {text.phone.ask}
          </button>
        </div>
      </>
    );
  }
  const isAsked = state.phase === 'moving' || state.phase === 'still';
  return (
    <>
      {state.phase === 'calibrating' ? <Calibrate state={state} onTurn={(kneeEnd) => send({ kind: 'turn', kneeEnd })} /> : <p class="lead">{text.phone.lay}</p>}
      <Reading state={state} />
      {state.phase !== 'calibrating' && (
        <div class="action-bar">
          <button
            type="button"
            class={isAsked ? 'button button-quiet' : 'button'}
            onClick={() => {
              unlockSound();
              send({ kind: isAsked ? 'cancel' : 'take' });
            }}
          >
            {isAsked ? text.phone.cancel : text.take}
          </button>
          <button type="button" class="button button-plain" onClick={() => send({ kind: 'turn', kneeEnd: state.kneeEnd })}>
            {text.phone.recalibrate}
          </button>
        </div>
      )}
    </>
  );
}

function Calibrate({ state, onTurn }: { readonly state: Inclinometer; readonly onTurn: (kneeEnd: KneeEnd) => void }): JSX.Element {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <div class="note stack-tight">
        <h2>{text.phone.calibrateTitle}</h2>
        <p>{text.phone.calibrate}</p>
      </div>
      <details class="more" open={isShown} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
        <summary>{text.phone.end}</summary>
        <div class="more-body">
          <ChoiceList legend={text.phone.end} hidesLegend inline options={kneeEnds.map((value) => ({ value, label: text.phone.ends[value] }))} value={state.kneeEnd} onChange={onTurn} />
        </div>
      </details>
    </>
  );
}

function Reading({ state }: { readonly state: Inclinometer }): JSX.Element {
  const { phase, nowDegrees, stillShare } = state;
  const isWaiting = phase === 'moving' || phase === 'calibrating' || phase === 'still';
  return (
    <div class="card stack-tight reading">
      <p class="kicker">{text.phone.now}</p>
      <p class="reading-value">{nowDegrees === undefined ? '–' : signedDegrees(phase === 'calibrating' ? nowDegrees : Math.round(nowDegrees))}</p>
      {isWaiting && (
        <svg class="still-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect class="still-track" width="100" height="4" rx="2" />
          <rect class="still-share" width={100 * stillShare} height="4" rx="2" />
        </svg>
      )}
      <p role="status">{statusText(state)}</p>
    </div>
  );
}

function statusText({ phase, fault, takenDegrees }: Inclinometer): string {
  if (fault?.kind === 'not-moved') return text.phone['not-moved'];
  if (fault !== undefined) return fillTemplate(text.phone[fault.kind], { degrees: signedDegrees(fault.degrees) });
  if (phase === 'moving' || phase === 'still') return text.phone.still;
  return takenDegrees === undefined ? '' : fillTemplate(text.phone.taken, { angle: signedDegrees(takenDegrees) });
}
