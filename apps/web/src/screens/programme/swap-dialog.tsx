import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/programme';
import { Dialog } from '../../widgets/dialog.tsx';
import { exerciseName, exerciseOf } from '../../widgets/exercise-name.ts';

type SwapDialogProps = {
  readonly exercise: string;
  /** What it stands for, when it was swapped in before. */
  readonly original: string | undefined;
  readonly alternatives: readonly string[];
  /** Undefined takes the swap back. */
  readonly onChoose: (id: string | undefined) => void;
  readonly onClose: () => void;
};

/** What may take the place of an exercise. */
export function SwapDialog({ exercise, original, alternatives, onChoose, onClose }: SwapDialogProps): JSX.Element {
  return (
    <Dialog title={fillTemplate(text.exercises.swapTitle, { exercise: exerciseName(exercise) })} onClose={onClose}>
      <p class="soft">{alternatives.length === 0 ? text.exercises.swapNone : text.exercises.swapLead}</p>
      {alternatives.length > 0 && (
        <ul class="rows">
          {alternatives.filter((id) => id !== original).map((id) => ({ id, name: exerciseName(id) })).map(({ id, name }) => (
            <li key={id}>
              <button type="button" class="row row-stacked" onClick={() => onChoose(id)}>
                <span class="row-title">{name}</span>
                <span class="row-note">{exerciseOf(id)?.summary}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {original !== undefined && (
        <button type="button" class="button button-quiet" onClick={() => onChoose(undefined)}>
          {fillTemplate(text.exercises.swapBack, { exercise: exerciseName(original) })}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.exercises.keep}
      </button>
    </Dialog>
  );
}
