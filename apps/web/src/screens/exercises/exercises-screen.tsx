import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { exercises } from '@psoas/knowledge/exercises';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import './exercises.css';

const filters = ['all', 'stretch', 'strengthen', 'release', 'noFloor'] as const;
type Filter = (typeof filters)[number];
const classes: readonly Exercise['class'][] = ['stretch', 'strengthen', 'mobilise', 'release'];

/** All exercises by class. */
export default function ExercisesScreen(): JSX.Element {
  const [filter, setFilter] = useState<Filter>('all');
  const shown = exercises.filter((exercise) => fits(exercise, filter));
  return (
    <div class="screen">
      <ScreenHead title={text.title} lead={text.lead} />
      <ChoiceList
        legend={text.filter}
        hidesLegend
        inline
        options={filters.map((value) => ({ value, label: text.filters[value] }))}
        value={filter}
        onChange={setFilter}
      />
      {classes.map((name) => {
        const ofClass = shown
          .filter((exercise) => exercise.class === name)
          .toSorted(
            (first, second) => Number(second.planned) - Number(first.planned) || first.rung - second.rung,
          );
        return ofClass.length === 0 ? null : (
          <section key={name} class="stack">
            <h2>{text.classes[name]}</h2>
            <ul class="exercise-grid">
              {ofClass.map((exercise) => (
                <li key={exercise.id}>
                  <ExerciseCard exercise={exercise} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ExerciseCard({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <a class="card exercise-card" href={`/exercises/${exercise.id}`}>
      <FigurePlace of={exercise.id} />
      <span class="stack-tight">
        <span class="row-title">{exercise.name}</span>
        <span class="row-note">
          {exercise.planned
            ? `${text.positions[exercise.position]} · ${text.levels[exercise.level]}`
            : text.notPlanned}
        </span>
      </span>
    </a>
  );
}

function fits(exercise: Exercise, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'noFloor' ? !exercise.properties.includes('floor') : exercise.class === filter;
}
