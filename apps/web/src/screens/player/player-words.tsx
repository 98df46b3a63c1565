import type { JSX } from 'preact';
import { clockText, fillTemplate } from '@psoas/kernel';
import type { PlayerState, PlayerView } from '@psoas/core/session';
import model from '@psoas/knowledge/text/model';
import text from '@psoas/knowledge/text/player';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { useFaults } from '../../widgets/figure/drawn-forms.ts';
import { cueNumber, cueText, nextText, phaseText, placeText, type ExerciseById } from './player-text.ts';

type PlayerWordsProps = {
  readonly state: PlayerState;
  readonly view: PlayerView;
  readonly exerciseById: ExerciseById;
};

/** Exercise, side, timer, cue, how far, what next. */
export function PlayerWords({ state, view, exerciseById }: PlayerWordsProps): JSX.Element {
  const { step, rep } = view;
  const isPaused = state.status === 'paused';
  return (
    <div class="player-words">
      <div class="player-head">
        <h1 class="player-name">{exerciseById.get(step.exercise)?.name ?? step.exercise}</h1>
        <p class="soft">{placeText(view)}</p>
      </div>
      <div class="player-clock">
        <p class="player-phase">{isPaused ? text.phase.paused : phaseText(step)}</p>
        {/* A timer role is not announced every second; start, half and end are told apart from it. */}
        <p class="player-timer" role="timer">
          <span class="visually-hidden">{text.timerLabel} </span>
          {clockText(view.leftMillis / 1000)}
        </p>
        {step.kind === 'work' && rep !== undefined && (
          <p class="player-rep">{fillTemplate(text.repNow, { rep, reps: step.reps ?? 0 })}</p>
        )}
        <PlayerCue view={view} exerciseById={exerciseById} />
      </div>
      <div class="player-progress">
        <div class="player-bar" data-kind={step.kind} aria-hidden="true">
          <span style={{ transform: `scaleX(${view.progress})` }} />
        </div>
        <p class="soft">{nextText(view.next, exerciseById)}</p>
      </div>
    </div>
  );
}

// The line that is due; a cue that mends a typical fault has the fault drawn beside it.
function PlayerCue({ view, exerciseById }: Omit<PlayerWordsProps, 'state'>): JSX.Element {
  const { step, line, side } = view;
  const faults = useFaults(step.exercise);
  const cue = line === undefined ? undefined : cueNumber(exerciseById.get(step.exercise), line.line);
  const fault = faults.find((each) => each.cue === cue);
  return (
    <div class={fault === undefined ? 'player-cue-row' : 'player-cue-row player-cue-faulty'}>
      {fault !== undefined && (
        <div class="player-fault">
          <FigurePlace
            of={step.exercise}
            side={side ?? 'both'}
            fault={fault.id}
            detail="small"
            label={`${model.notThis}: ${fault.name}`}
          />
          <p class="small soft" aria-hidden="true">
            {model.notThis}
          </p>
        </div>
      )}
      <p class="player-cue">{cueText(view, exerciseById)}</p>
    </div>
  );
}
