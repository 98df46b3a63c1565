import type { JSX } from 'preact';
import { fillTemplate, type PluralForms } from '@psoas/kernel';
import type { Dose, Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';
import { countText } from '../../widgets/count-text.ts';

const doseNames = [
  'default',
  'flexibility',
  'before-run',
  'after-run',
  'gym',
  'desk-break',
  'short',
] as const;

/** How much, for each purpose, and where the numbers come from. */
export function DoseSection({ exercise: { doses } }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <section class="section">
      <h2>{text.page.dose}</h2>
      <ul class="stack">
        {doseNames.map((name) => {
          const dose = doses[name];
          return dose === undefined ? null : (
            <li key={name} class="card dose-card stack-tight">
              <h3>{text.page.doses[name]}</h3>
              <p class="strong">{doseWords(dose)}</p>
              <p class="small soft">{dose.basis}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function doseWords({ sets, holdSeconds, reps, restSeconds, perWeek }: Dose): string {
  const { page } = text;
  return [
    ranged(sets, page.sets, page.setsOne),
    holdSeconds === undefined ? undefined : ranged(holdSeconds, page.hold, { other: page.holdOne }),
    reps === undefined ? undefined : ranged(reps, page.reps, page.repsOne),
    restSeconds === 0 ? undefined : fillTemplate(page.rest, { seconds: restSeconds }),
    ranged(perWeek, page.perWeek, page.perWeekOne),
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function ranged(
  { min, max }: { readonly min: number; readonly max: number },
  range: string,
  one: PluralForms,
): string {
  return min === max ? countText(one, max, { min }) : fillTemplate(range, { min, max });
}
