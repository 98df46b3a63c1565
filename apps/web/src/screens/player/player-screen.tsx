import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { byId, clockText, fillTemplate } from '@psoas/kernel';
import { viewPlayer, type PlayerView } from '@psoas/core/session';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/player';
import shell from '@psoas/knowledge/text/shell';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { AskPanel } from './ask-panel.tsx';
import { figurePhaseOf, type FigurePhase } from './figure-phase.ts';
import { EndSheet, HowToSheet, MoreSheet } from './more-sheet.tsx';
import { NoticeBox } from './notice-box.tsx';
import { PlayerControls } from './player-controls.tsx';
import type { PlayerScreenProps } from './player-props.ts';
import type { ExerciseById } from './player-text.ts';
import { PlayerWords } from './player-words.tsx';
import { sessionResult } from './session-result.ts';
import { StopDialog } from './stop-dialog.tsx';
import type { SessionRunner } from './session-runner.ts';
import { usePlayerKeys } from './use-player-keys.ts';
import { useSessionRunner } from './use-session-runner.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import { WrongSheet } from './wrong-sheet.tsx';
import './player.css';
import './player-fit.css';
import './player-cue.css';

export type { PlayerScreenProps } from './player-props.ts';
export type { SessionResult } from './session-result.ts';

/** What lies over the player. */
export type Sheet = 'none' | 'more' | 'how-to' | 'wrong' | 'end';

/** The guided session, on the whole screen. Storage, diary and the way out are the caller's (see the props). */
export function PlayerScreen(props: PlayerScreenProps): JSX.Element {
  const { runner, beginning } = useSessionRunner(props);
  const [sheet, setSheet] = useSheet();
  const state = runner.state();
  const view = viewPlayer(state);
  const exerciseById: ExerciseById = byId(props.exercises);
  usePlayerKeys(runner, view?.step.kind === 'ask');
  useEffect(() => {
    document.title = fillTemplate(shell.title, { screen: text.title });
  }, []);
  // A question may be longer than the screen; what follows it begins at the top.
  useEffect(() => window.scrollTo(0, 0), [view?.step.kind === 'ask']);
  if (view === undefined) return <p role="status">{text.damaged}</p>;
  const exercise = exerciseById.get(view.step.exercise);
  const isAsking = view.step.kind === 'ask' && state.status !== 'waiting';
  return (
    <div
      class={isAsking ? 'player player-asking' : 'player'}
      data-status={state.status}
      data-step={view.step.kind}
      onPointerDown={() => runner.openSound()}
    >
      <PlayerTop view={view} />
      {!isAsking && (
        <div class="player-figure">
          <PlayerFigure runner={runner} props={props} exercise={exercise} />
        </div>
      )}
      <div class="player-side">
        {state.status === 'waiting' ? (
          <WaitingPanel
            view={view}
            items={props.items}
            exerciseById={exerciseById}
            isDamaged={beginning === 'damaged'}
            onStart={() => runner.send({ kind: 'start' })}
          />
        ) : isAsking && exercise !== undefined ? (
          <AskPanel key={`${view.step.item}`} {...{ state, view, exercise }} onSend={runner.send} onTell={runner.tell} />
        ) : (
          <PlayerWords state={state} view={view} exerciseById={exerciseById} />
        )}
        <NoticeBox notice={runner.notice()} state={state} exerciseById={exerciseById} />
        {props.storageLine}
        {state.status !== 'waiting' && (
          <PlayerControls state={state} view={view} onSend={runner.send} onPause={runner.pause} onSheet={setSheet} />
        )}
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">
        {runner.announcement()}
      </p>
      <Sheets sheet={sheet} onSheet={setSheet} runner={runner} view={view} exercise={exercise} />
      {state.stop !== null && (
        <StopDialog
          state={state}
          decision={state.stop}
          exerciseById={exerciseById}
          onSend={runner.send}
          onLeave={() => props.onDone(sessionResult(state, props.run))}
        />
      )}
    </div>
  );
}

type SheetsProps = {
  readonly sheet: Sheet;
  readonly onSheet: (sheet: Sheet) => void;
  readonly runner: SessionRunner;
  readonly view: PlayerView;
  readonly exercise: Exercise | undefined;
};

function Sheets({ sheet, onSheet, runner, view, exercise }: SheetsProps): JSX.Element | null {
  const props = { onSend: runner.send, onSheet };
  const resume = (): void => {
    if (runner.state().status === 'paused') runner.send({ kind: 'resume' });
  };
  if (sheet === 'more') return <MoreSheet step={view.step} {...props} />;
  if (sheet === 'end') return <EndSheet {...props} />;
  if (sheet === 'wrong') return <WrongSheet onResume={resume} {...props} />;
  if (sheet === 'none' || exercise === undefined) return null;
  return <HowToSheet exercise={exercise} side={view.side ?? 'both'} onResume={resume} {...props} />;
}

// Which sheet is open; closing one gives the focus back to what opened it.
function useSheet(): readonly [Sheet, (sheet: Sheet) => void] {
  const [sheet, setSheet] = useState<Sheet>('none');
  const opener = useRef<Element | null>(null);
  const change = (next: Sheet): void => {
    if (sheet === 'none') opener.current = document.activeElement;
    setSheet(next);
  };
  useEffect(() => {
    if (sheet === 'none' && opener.current instanceof HTMLElement)
      opener.current.focus({ preventScroll: true });
  }, [sheet]);
  return [sheet, change];
}

// The figure follows the player's clock by itself, between the ticks that redraw the screen.
function PlayerFigure({
  runner,
  props,
  exercise,
}: {
  readonly runner: SessionRunner;
  readonly props: PlayerScreenProps;
  readonly exercise: Exercise | undefined;
}): JSX.Element | null {
  const now = (): FigurePhase | undefined =>
    figurePhaseOf(runner.state(), props.items, props.clock.monotonicMillis());
  const shown = now();
  if (shown === undefined) return null;
  const model = exercise?.side.model;
  return (
    <FigurePlace
      of={shown.exercise}
      {...(exercise && { label: exercise.name })}
      side={shown.side}
      inTurn={shown.side === 'both' && (model === 'alternating' || model === 'contralateral')}
      phaseNow={() => now()?.phase ?? shown.phase}
    />
  );
}

function PlayerTop({ view }: { readonly view: PlayerView }): JSX.Element {
  const place = { number: view.exerciseNumber, count: view.exerciseCount };
  return (
    <div class="player-top">
      <p class="chip">
        <span aria-hidden="true">{fillTemplate(text.position, place)}</span>
        <span class="visually-hidden">{fillTemplate(text.positionSpoken, place)}</span>
      </p>
      <p class="player-session-left">
        {fillTemplate(text.timeLeft, { clock: clockText(view.sessionLeftMillis / 1000) })}
      </p>
    </div>
  );
}
