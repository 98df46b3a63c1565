import type { JSX } from 'preact';
import type { LeftOutExercise, LockedExercise } from '@psoas/core/programme';
import { ownValue } from '@psoas/kernel';
import text from '@psoas/knowledge/text/programme';
import { exerciseName, exerciseOf } from '../../widgets/exercise-name.ts';
import { reasonText } from '../../widgets/reason-text.ts';

/** Exercises that wait for what the diary must show first. */
export function LockedSection({ locked }: { readonly locked: readonly LockedExercise[] }): JSX.Element | null {
  if (locked.length === 0) return null;
  return (
    <details class="more">
      <summary>{text.locked.title}</summary>
      <div class="more-body">
        <p class="soft">{text.locked.lead}</p>
        <ul class="rows">
          {locked.map(({ exercise, gates }) => (
            <li key={exercise}>
              <a class="row" href={`/exercises/${exercise}`}>
                <span class="row-text">
                  <span class="row-title">{exerciseName(exercise)}</span>
                  {(exerciseOf(exercise)?.gates ?? []).filter(({ id }) => gates.includes(id)).map((gate) => (
                    <span key={gate.id} class="row-note">
                      {gate.text}
                    </span>
                  ))}
                </span>
                <span class="chevron" aria-hidden="true" />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** Exercises that this person does not get, and why. */
export function LeftOutSection({ leftOut }: { readonly leftOut: readonly LeftOutExercise[] }): JSX.Element | null {
  if (leftOut.length === 0) return null;
  return (
    <details class="more">
      <summary>{text.leftOut.title}</summary>
      <ul class="stack more-body">
        {leftOut.map(({ exercise, by }) => (
          <li key={exercise} class="card stack-tight">
            <a class="item-name" href={`/exercises/${exercise}`}>
              {exerciseName(exercise)}
            </a>
            {by.map((id) => (
              <p key={id} class="soft">
                {leftOutText(id)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

// A rule reads as a promise where it lets an exercise in; where it leaves one out, it needs other words.
function leftOutText(id: string): string | undefined {
  const sentences: Readonly<Record<string, string>> = text.leftOut.by;
  return ownValue(sentences, id) ?? reasonText(id);
}
