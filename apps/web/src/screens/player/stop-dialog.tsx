import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { currentItem, type PlayerAction, type PlayerState, type StopDecision } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import { EmergencyCall } from '../../widgets/emergency-call.tsx';
import type { ExerciseById } from './player-text.ts';
import { fixText } from './fix-text.ts';

type StopDialogProps = {
  readonly state: PlayerState;
  readonly decision: StopDecision;
  readonly exerciseById: ExerciseById;
  readonly onSend: (action: PlayerAction) => void;
  /** After a stop that ended the session. */
  readonly onLeave: () => void;
};

/** A stop: what it means, what to do now, one right action. Escape and a press beside it do not pass it. */
export function StopDialog({ state, decision, exerciseById, onSend, onLeave }: StopDialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const bodyId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
  }, []);
  const { title, body } = text.stop[decision.key];
  const fix = fixText(currentItem(state), exerciseById);
  return (
    <dialog
      ref={element}
      class="dialog player-stop"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      onCancel={(event) => event.preventDefault()}
      // Browsers let a second Escape through: what has not been read opens again.
      onClose={() => element.current?.showModal()}
    >
      <div class="dialog-body">
        <h2 id={titleId}>{title}</h2>
        <p id={bodyId}>{fillTemplate(body, decision.values)}</p>
        {decision.key === 'stopPlace' && fix !== undefined && <p>{fix}</p>}
        {decision.action === 'emergency' && <EmergencyCall />}
        <StopActions
          state={state}
          decision={decision}
          exerciseById={exerciseById}
          onSend={onSend}
          onLeave={onLeave}
        />
      </div>
    </dialog>
  );
}

function StopActions({ state, decision, exerciseById, onSend, onLeave }: StopDialogProps): JSX.Element {
  if (state.status === 'finished') {
    return (
      <button
        type="button"
        class={decision.action === 'emergency' ? 'button button-quiet' : 'button'}
        onClick={onLeave}
      >
        {text.stopActions.understood}
      </button>
    );
  }
  const next = state.runs[state.position + 1]?.step.exercise;
  // The session ends for good only now, so that it is written down together with how it ended.
  const goOn = (): void => onSend({ kind: 'resume' });
  if (next === undefined) {
    return (
      <button type="button" class="button" onClick={goOn}>
        {text.stopActions.finish}
      </button>
    );
  }
  return (
    <>
      <button type="button" class="button" onClick={goOn}>
        {fillTemplate(text.stopActions.nextExercise, { exercise: exerciseById.get(next)?.name ?? next })}
      </button>
      <button type="button" class="button button-quiet" onClick={() => onSend({ kind: 'end' })}>
        {text.stopActions.endInstead}
      </button>
    </>
  );
}
