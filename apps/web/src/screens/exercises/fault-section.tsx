import type { JSX } from 'preact';
import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import { movementLengths } from '@psoas/knowledge/lengths';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/model';
import page from '@psoas/knowledge/text/exercises';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { useFaults } from '../../widgets/figure/drawn-forms.ts';
import { faultWords, mainMuscle } from './model-words.ts';

type FaultSectionProps = { readonly exercise: Exercise; readonly side: Side };

/** The typical faults, each drawn over a shadow of the right posture, with the cue that mends it. */
export function FaultSection({ exercise, side }: FaultSectionProps): JSX.Element | null {
  const faults = useFaults(exercise.id);
  if (faults.length === 0) return null;
  const cues = exercise.instructions.filter(({ kind }) => kind === 'cue');
  const words = sidePlaces(side, page.page.sideWords);
  const muscle = mainMuscle(exercise) ?? 'psoas-major';
  const right = movementLengths[exercise.id]?.target[muscle];
  return (
    <section class="section">
      <h2>{text.faults}</h2>
      <p class="soft">{text.faultLead}</p>
      <ul class="fault-grid">
        {faults.map(({ id, cue, name }) => {
          const wrong = movementLengths[exercise.id]?.faults[id]?.[muscle];
          return (
            <li key={id} class="card fault-card">
              <FigurePlace of={exercise.id} side={side} fault={id} label={`${text.notThis}: ${name}`} />
              <p class="small soft">{name}</p>
              <p class="strong">{fillTemplate(cues[cue]?.text ?? '', words)}</p>
              {exercise.class === 'stretch' &&
                wrong !== undefined &&
                right !== undefined &&
                Math.abs(wrong - right) >= 0.5 && <p class="small soft">{faultWords(muscle, wrong)}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
