import type { JSX } from 'preact';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { useDrawnVariants } from '../../widgets/figure/drawn-forms.ts';

/** What is easier, what is harder, what can stand in, what opens it, and its variants. */
export function NeighbourSection({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  const drawn = useDrawnVariants(exercise.id);
  const groups = [
    { title: text.page.easier, ids: exercise.easier },
    { title: text.page.harder, ids: exercise.harder },
    {
      title: text.page.instead,
      ids: exercise.substitutes.filter(
        (id) => !exercise.easier.includes(id) && !exercise.harder.includes(id),
      ),
    },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <>
      {exercise.gates.length > 0 && (
        <div class="note stack-tight">
          <h2>{text.page.opens}</h2>
          {exercise.gates.map((gate) => (
            <p key={gate.id}>{gate.text}</p>
          ))}
        </div>
      )}
      {exercise.variants.length > 0 && (
        <section class="section">
          <h2>{text.page.variants}</h2>
          <ul class="stack">
            {exercise.variants.map((variant) => (
              <li key={variant.id} class="variant">
                {drawn.has(variant.id) && <FigurePlace of={exercise.id} variant={variant.id} />}
                <div>
                  <h3>{variant.name}</h3>
                  <p class="soft">{variant.text}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.map(({ title, ids }) => (
        <section key={title} class="section">
          <h2>{title}</h2>
          <ul class="rows">
            {ids.map((id) => (
              <li key={id}>
                <a class="row" href={`/exercises/${id}`}>
                  <span class="row-text">{exerciseName(id)}</span>
                  <span class="chevron" aria-hidden="true" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
