import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Triage } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/check';
import { EmergencyCall } from './emergency-call.tsx';
import { reasonAction, reasonLabel } from './reason-text.ts';
import { RegionSelect } from './region-select.tsx';
import { ScreenHead } from './screen-head.tsx';

type UrgentAnswerProps = {
  readonly triage: Triage;
  readonly onShown?: () => void;
  /** Offered during a check only: a slip of the finger is taken back there. */
  readonly onMistake?: () => void;
  readonly onNewCheck: () => void;
};

/** [S-03] What to do and how fast, instead of everything else. */
export function UrgentAnswer({ triage, onShown, onMistake, onNewCheck }: UrgentAnswerProps): JSX.Element {
  const isNow = triage.level === 'A';
  const urgent = triage.reasons.filter(({ level }) => level === 'A' || level === 'B');
  useEffect(() => {
    window.scrollTo(0, 0);
    onShown?.();
    // Once for each time that it is shown.
  }, []);
  return (
    <div class="screen narrow urgent">
      <ScreenHead
        kicker={isNow ? text.urgent.kickerA : text.urgent.kickerB}
        title={isNow ? text.urgent.titleA : text.urgent.titleB}
        lead={isNow ? text.urgent.leadA : text.urgent.leadB}
      />
      {isNow && <EmergencyCall />}
      <ul class="stack">
        {urgent.map(({ id, level }) => (
          <li key={id} class="note note-stop stack-tight">
            <h2>{reasonLabel(id)}</h2>
            <p>{reasonAction(id, level)}</p>
          </li>
        ))}
      </ul>
      {!isNow && (
        <div class="card stack">
          <h2>{text.urgent.callAnyway}</h2>
          <EmergencyCall />
        </div>
      )}
      <RegionSelect />
      <p>{text.urgent.noProgramme}</p>
      <div class="card stack">
        <h2>{text.urgent.backTitle}</h2>
        <p>{text.urgent.back}</p>
        {onMistake !== undefined && (
          <button type="button" class="button button-quiet" onClick={onMistake}>
            {text.urgent.mistake}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onNewCheck}>
          {text.urgent.again}
        </button>
      </div>
    </div>
  );
}
