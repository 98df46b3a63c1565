import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';
import type { ScreenProps } from '../../app/lazy-screen.tsx';
import { exerciseOf } from '../../widgets/exercise-name.ts';
import { ClaimsDisclosure } from '../../widgets/claims-disclosure.tsx';
import { Cite } from '../../widgets/cite.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { PlayingFigure } from '../../widgets/playing-figure.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { DoseSection } from './dose-section.tsx';
import { FaultSection } from './fault-section.tsx';
import { FeelSection } from './feel-section.tsx';
import { ModelSection } from './model-section.tsx';
import { NeighbourSection } from './neighbour-section.tsx';
import { useDataBlock } from './use-data-block.ts';
import './exercises.css';

/** Everything about one exercise. */
export default function ExerciseScreen({ params }: ScreenProps): JSX.Element {
  const exercise = exerciseOf(params['id'] ?? '');
  if (exercise === undefined)
    return (
      <NothingYet
        title={text.missing.title}
        lead={text.missing.lead}
        href="/exercises"
        button={text.missing.button}
      />
    );
  return <ExercisePage exercise={exercise} />;
}

function ExercisePage({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  const [side, setSide] = useState<Side>('right');
  useDataBlock(exercise);
  const isSided = exercise.side.model !== 'bilateral';
  return (
    <div class="split">
      <div class="split-figure">
        <div class="card figure-card exercise-figure">
          <PlayingFigure
            of={exercise.id}
            side={side}
            label={exercise.name}
            tempo={exercise.doses.default?.tempo}
            inTurn={exercise.side.model === 'alternating' || exercise.side.model === 'contralateral'}
          />
          {isSided && (
            <ChoiceList
              legend={text.page.side}
              hidesLegend
              inline
              options={[
                { value: 'left', label: text.page.left },
                { value: 'right', label: text.page.right },
              ]}
              value={side}
              onChange={setSide}
            />
          )}
        </div>
      </div>
      <div class="screen">
        <ScreenHead kicker={text.classes[exercise.class]} title={exercise.name} lead={exercise.summary} />
        {!exercise.planned && exercise.notPlannedBecause !== undefined && (
          <div class="note stack-tight">
            <h2>{text.page.notPlanned}</h2>
            <p>{exercise.notPlannedBecause}</p>
          </div>
        )}
        <Instructions exercise={exercise} side={side} />
        <FaultSection exercise={exercise} side={side} />
        <FeelSection exercise={exercise} />
        <StopSection exercise={exercise} />
        <DoseSection exercise={exercise} />
        <NeighbourSection exercise={exercise} />
        <ModelSection exercise={exercise} />
        <MuscleSection exercise={exercise} />
        <ClaimsDisclosure ids={exercise.claims} label={text.page.claims} />
      </div>
    </div>
  );
}

type Kind = Exercise['instructions'][number]['kind'];

function Instructions({ exercise, side }: { readonly exercise: Exercise; readonly side: Side }): JSX.Element {
  const words = sidePlaces(side, text.page.sideWords);
  const lines = (kind: Kind): readonly string[] =>
    exercise.instructions.filter((line) => line.kind === kind).map((line) => fillTemplate(line.text, words));
  return (
    <>
      {lines('safety').map((line) => (
        <p key={line} class="note note-stop">
          {line}
        </p>
      ))}
      <section class="section">
        <h2>{text.page.how}</h2>
        {lines('preparation').length > 0 && (
          <div class="stack-tight">
            <h3>{text.page.before}</h3>
            <ul class="bullets">
              {lines('preparation').map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
        <ol class="numbered">
          {lines('step').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {[...lines('cue'), ...lines('breathing')].length > 0 && (
          <div class="note stack-tight">
            <h3>{text.page.cues}</h3>
            <ul class="bullets">
              {[...lines('cue'), ...lines('breathing')].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </>
  );
}

function StopSection({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <section class="section">
      <h2>{text.page.stops}</h2>
      <ul class="rows">
        {exercise.stops.map(({ sign, then }) => (
          <li key={sign} class="row stop-row">
            <span class="row-text">{sign}</span>
            <span
              class={
                then === 'stop-session' || then === 'stop-exercise' ? 'stop-then strong' : 'stop-then soft'
              }
            >
              {text.page.then[then]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MuscleSection({ exercise }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <section class="section">
      <h2>{text.page.muscles}</h2>
      <p class="wrap">
        {exercise.targets.primary.map((muscle) => (
          <span key={muscle} class="chip">
            {text.muscles[muscle]}
          </span>
        ))}
        {exercise.targets.secondary.map((muscle) => (
          <span key={muscle} class="chip chip-quiet">
            {text.muscles[muscle]}
          </span>
        ))}
      </p>
      {exercise.otherNames.length > 0 && (
        <p class="small soft">
          {fillTemplate(text.page.otherNames, { names: exercise.otherNames.join(', ') })}
        </p>
      )}
      {exercise.seedClass !== undefined && (
        <p class="small soft">
          {text.page.seedClass}: {exercise.seedClass}
        </p>
      )}
      <p class="wrap small">
        <span class="soft">{text.page.sources}:</span>
        {exercise.sources.map((source) => (
          <Cite key={source} source={source} />
        ))}
      </p>
    </section>
  );
}
