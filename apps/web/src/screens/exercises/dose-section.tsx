import type { JSX } from 'preact';
import { doseNames, doseWords } from '@psoas/exchange/dose-words';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';
import { pluralRule } from '../../widgets/count-text.ts';

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
              <p class="strong">{doseWords(dose, text.page, pluralRule)}</p>
              <p class="small soft">{dose.basis}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
