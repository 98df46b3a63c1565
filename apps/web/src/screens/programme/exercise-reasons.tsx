import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isRecord } from '@psoas/kernel';
import { alternativesFor, type PlanItem, type Programme } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/programme';
import { useSettings } from '../../app/use-settings.ts';
import { programmeInput, type Standing } from '../../app/use-standing.ts';
import { ClaimsDisclosure } from '../../widgets/claims-disclosure.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { isClaim } from '../../widgets/reason-text.ts';
import { SwapDialog } from './swap-dialog.tsx';

type ExerciseReasonsProps = { readonly standing: Standing; readonly programme: Programme };

/** Each exercise of the week once: why it is there, and what may take its place. */
export function ExerciseReasons({ standing, programme }: ExerciseReasonsProps): JSX.Element | null {
  const [swapping, setSwapping] = useState<string>();
  const { assessment, state, diary } = standing;
  const [{ order }] = useSettings();
  const input = assessment === undefined ? undefined : programmeInput(state, assessment, order);
  const items = firstOfEach(programme);
  const section = useRef<HTMLElement>(null);
  const [swappedIn, setSwappedIn] = useState<string>();
  // The card that was pressed is gone: the focus goes on to the one in its place.
  useEffect(() => {
    const link = swappedIn === undefined ? null : section.current?.querySelector<HTMLElement>(`a[href="/exercises/${swappedIn}"]`);
    if (!link) return;
    link.focus();
    setSwappedIn(undefined);
  }, [swappedIn, items.map(({ exercise }) => exercise).join()]);
  const swaps = swapsOf(state.preferences['swaps']);
  const original = (exercise: string): string | undefined => Object.entries(swaps).find(([, taken]) => taken === exercise)?.[0];
  const save = (from: string, to: string | undefined): void => {
    const { [from]: _old, ...others } = swaps;
    void diary.append('preference-changed', { key: 'swaps', value: to === undefined ? others : { ...others, [from]: to } });
    setSwapping(undefined);
    setSwappedIn(to ?? from);
  };
  if (items.length === 0) return null;
  return (
    <section class="section reasons" ref={section}>
      <h2>{text.exercises.title}</h2>
      {items.map(({ exercise, because }) => (
        <article key={exercise} class="card reason-card">
          <FigurePlace of={exercise} />
          <h3>
            <a class="item-name" href={`/exercises/${exercise}`}>
              {exerciseName(exercise)}
            </a>
          </h3>
          <div class="stack-tight reason-words">
            {because.filter((id) => !isClaim(id)).map((id) => (
              <ReasonLine key={id} id={id} />
            ))}
            <ClaimsDisclosure ids={because.filter(isClaim)} label={text.claims} />
            <button type="button" class="text-button no-print" onClick={() => setSwapping(exercise)}>
              {text.exercises.swap}
            </button>
          </div>
        </article>
      ))}
      {swapping !== undefined && input !== undefined && (
        <SwapDialog
          exercise={swapping}
          original={original(swapping)}
          alternatives={alternativesFor(swapping, input).filter((id) => !items.some(({ exercise }) => exercise === id))}
          onChoose={(id) => save(original(swapping) ?? swapping, id)}
          onClose={() => setSwapping(undefined)}
        />
      )}
    </section>
  );
}

function firstOfEach({ sessions }: Programme): readonly PlanItem[] {
  const byExercise = new Map<string, PlanItem>();
  for (const item of sessions.flatMap(({ items }) => items)) {
    const known = byExercise.get(item.exercise);
    byExercise.set(item.exercise, known === undefined ? item : { ...known, because: [...new Set([...known.because, ...item.because])] });
  }
  return [...byExercise.values()];
}

function swapsOf(value: unknown): Readonly<Record<string, string>> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to]] : []))) : {};
}
