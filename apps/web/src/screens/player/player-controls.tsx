import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PlayerAction, PlayerState, PlayerView, Step } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import type { Sheet } from './player-screen.tsx';

type PlayerControlsProps = {
  readonly state: PlayerState;
  readonly view: PlayerView;
  readonly onSend: (action: PlayerAction) => void;
  /** Pauses, and tells how the exercise is done. */
  readonly onPause: () => void;
  readonly onSheet: (sheet: Sheet) => void;
};

/** The controls at the thumb. During repetitions the right one ends the set, else it gives 15 s more. */
export function PlayerControls({ state, view, onSend, onPause, onSheet }: PlayerControlsProps): JSX.Element {
  const { step } = view;
  const openWrong = (): void => {
    onSend({ kind: 'pause' });
    onSheet('wrong');
  };
  return (
    <div class="player-controls" role="group" aria-label={text.controls.label}>
      {step.kind !== 'ask' && <MainRow step={step} isRunning={state.status === 'running'} onSend={onSend} onPause={onPause} />}
      <div class="player-second-row">
        <button type="button" class="player-link" onClick={openWrong}>
          {text.controls.wrong}
        </button>
        <button type="button" class="player-link" aria-haspopup="dialog" onClick={() => onSheet('more')}>
          {text.controls.more}
        </button>
      </div>
    </div>
  );
}

type MainRowProps = {
  readonly step: Step;
  readonly isRunning: boolean;
  readonly onSend: (action: PlayerAction) => void;
  readonly onPause: () => void;
};

function MainRow({ step, isRunning, onSend, onPause }: MainRowProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const countsReps = step.kind === 'work' && step.mode === 'reps';
  // What was pressed to come here is gone: the focus goes on to the main control instead of nowhere.
  useEffect(() => {
    if (document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('button:nth-child(2)')?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="player-main-row" ref={row}>
      <button
        type="button"
        class="button button-quiet"
        aria-label={text.controls.back}
        onClick={() => onSend({ kind: 'back' })}
      >
        <BackSign />
      </button>
      <button type="button" class="button" onClick={() => (isRunning ? onPause() : onSend({ kind: 'resume' }))}>
        {isRunning ? text.controls.pause : text.controls.resume}
      </button>
      {countsReps ? (
        <button
          type="button"
          class="button button-quiet"
          aria-label={text.controls.setDoneLabel}
          onClick={() => onSend({ kind: 'set-done' })}
        >
          {text.controls.setDone}
        </button>
      ) : (
        <button
          type="button"
          class="button button-quiet"
          aria-label={text.controls.add15Label}
          onClick={() => onSend({ kind: 'add15' })}
        >
          {text.controls.add15}
        </button>
      )}
    </div>
  );
}

function BackSign(): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M9 5 4 10l5 5M4.500 10H14a5 5 0 0 1 0 10h-3"
        fill="none"
        stroke="currentColor"
        stroke-width="2.200"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
