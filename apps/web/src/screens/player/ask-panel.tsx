import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import type { SetForm } from '@psoas/core/diary';
import type { PlayerAction, PlayerState, PlayerView } from '@psoas/core/session';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/player';
import { FormChoices, ReserveChoices } from '../../widgets/form/effort-choices.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import { spokenQuestions } from './spoken-questions.ts';
import { useAnswerKeys } from './use-answer-keys.ts';

type AskPanelProps = {
  readonly state: PlayerState;
  readonly view: PlayerView;
  readonly exercise: Exercise;
  readonly onSend: (action: PlayerAction) => void;
  /** Tells by voice and to the screen reader. */
  readonly onTell: (words: string) => void;
};

type FeltAnswer = Exercise['feel']['answers'][number];

/** The question after an exercise: where it was felt, pain, repetitions in reserve. It waits once it is touched. */
export function AskPanel({ state, view, exercise, onSend, onTell }: AskPanelProps): JSX.Element {
  const [felt, setFelt] = useState<FeltAnswer>();
  const [pain, setPain] = useState<number>();
  const [reserve, setReserve] = useState<number>();
  const [tidy, setTidy] = useState<SetForm>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const countsReps = state.runs.some(
    ({ step }) => step.item === view.step.item && step.kind === 'work' && step.mode === 'reps',
  );
  const form = useRef<HTMLFormElement>(null);
  useFirstTouch(form, () => onSend({ kind: 'touch' }));
  const isUnanswered = [felt, pain, reserve, tidy].every((answer) => answer === undefined);
  const send = (): void =>
    onSend({
      kind: 'answer',
      ...(felt === undefined ? {} : { felt: felt.where, verdict: felt.verdict }),
      ...(pain === undefined ? {} : { pain }),
      ...(reserve === undefined ? {} : { repsInReserve: reserve }),
      ...(tidy === undefined ? {} : { form: tidy }),
    });
  const pressKey = useAnswerKeys({
    questions: spokenQuestions(exercise, countsReps),
    onTell,
    onEnd: () => (isUnanswered ? onSend({ kind: 'skip' }) : send()),
    onAnswer: (answer) => {
      if (answer.pain !== undefined) setPain(answer.pain);
      if (answer.repsInReserve !== undefined) setReserve(answer.repsInReserve);
      if (answer.form !== undefined) setTidy(answer.form);
      if (answer.felt !== undefined) setFelt(answer.felt);
    },
  });
  return (
    <form
      ref={form}
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="player-head">
        {/* The keys are for who only listens; who reads has the choices below. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <h1 ref={heading} class="player-name" tabIndex={-1} onKeyDown={pressKey}>
          {text.ask.title}
        </h1>
        <p class="soft">{exercise.name}</p>
      </div>
      <FeltChoices answers={exercise.feel.answers} chosen={felt} onChoose={setFelt} />
      <PainScale
        legend={text.ask.pain}
        none={text.ask.painNone}
        worst={text.ask.painWorst}
        value={pain}
        onChange={setPain}
      />
      {countsReps && (
        <>
          <ReserveChoices value={reserve} onChange={setReserve} />
          <FormChoices value={tidy} onChange={setTidy} />
        </>
      )}
      <AskEnd state={state} view={view} isUnanswered={isUnanswered} onSkip={() => onSend({ kind: 'skip' })} />
    </form>
  );
}

type AskEndProps = Pick<AskPanelProps, 'state' | 'view'> & { readonly isUnanswered: boolean; readonly onSkip: () => void };

function AskEnd({ state, view, isUnanswered, onSkip }: AskEndProps): JSX.Element {
  return (
    <div class="ask-end">
      <button type="submit" class="button" disabled={isUnanswered}>
        {text.ask.done}
      </button>
      <button type="button" class="button button-plain" onClick={onSkip}>
        {text.ask.skip}
      </button>
      <p class="soft small ask-wait">
        {state.answering
          ? text.ask.waits
          : fillTemplate(text.ask.goesOn, { seconds: Math.ceil(view.leftMillis / 1000) })}
      </p>
    </div>
  );
}

// Any sign of somebody answering, scrolling to the answers included.
function useFirstTouch(form: RefObject<HTMLFormElement | null>, onTouch: () => void): void {
  const latest = useRef(onTouch);
  latest.current = onTouch;
  useEffect(() => {
    const element = form.current;
    const stop = new AbortController();
    const touch = (): void => {
      stop.abort();
      latest.current();
    };
    for (const kind of ['pointerdown', 'keydown', 'change', 'wheel'])
      element?.addEventListener(kind, touch, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, [form]);
}

type FeltChoicesProps = {
  readonly answers: readonly FeltAnswer[];
  readonly chosen: FeltAnswer | undefined;
  readonly onChoose: (answer: FeltAnswer) => void;
};

function FeltChoices({ answers, chosen, onChoose }: FeltChoicesProps): JSX.Element {
  return (
    <fieldset class="field">
      <legend class="field-label">{text.ask.felt}</legend>
      <div class="choices ask-places">
        {answers.map((answer) => (
          <label key={answer.where} class="choice" data-verdict={answer.verdict}>
            <input type="radio" name="felt" checked={chosen === answer} onChange={() => onChoose(answer)} />
            <span>
              {text.feltPlaces[answer.where]}
              {chosen === answer && (
                <span class="choice-note">
                  {answer.text} {answer.fix ?? ''}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
