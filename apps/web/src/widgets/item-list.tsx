import type { JSX } from 'preact';
import type { PlanItem } from '@psoas/core/programme';
import { doseText } from './dose-text.ts';
import { itemForm } from './step-sentence.ts';
import { exerciseName, isBilateral } from './exercise-name.ts';

/** The exercises of a session with their doses. */
export function ItemList({ items }: { readonly items: readonly PlanItem[] }): JSX.Element {
  return (
    <ul class="items">
      {items.map((item, index) => (
        <li key={`${item.exercise}:${index}`}>
          <a class="item-name" href={`/exercises/${item.exercise}`}>
            {exerciseName(item.exercise)}
            {itemForm(item) !== undefined && <span class="item-form">{itemForm(item)}</span>}
          </a>
          <span class="soft">{doseText(item, isBilateral(item.exercise))}</span>
        </li>
      ))}
    </ul>
  );
}
