import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { formText } from '@psoas/core/diary';
import { dayWords, minuteWords } from '@psoas/core/progress';
import type { ProgrammePart, SharedView } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import stepsText from '@psoas/knowledge/text/steps';
import text from '@psoas/knowledge/text/shared';
import { doseText } from '../../widgets/dose-text.ts';
import { exerciseName, exerciseOf, isBilateral } from '../../widgets/exercise-name.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { Lines } from './lines.tsx';
import { PartCard } from './part-card.tsx';
import { planRows, type PlanRow } from './plan-rows.ts';
import { countText } from '../../widgets/count-text.ts';

type PlanSectionProps = { readonly view: SharedView; readonly onPropose?: (exercise: string) => void };

/** The week: each exercise once, with its amounts and on how many days. */
export function PlanSection({ view, onPropose }: PlanSectionProps): JSX.Element {
  const shared = view.programme?.programme;
  const held = new Set(view.sessions?.held?.exercises);
  return (
    <PartCard part="programme" view={view} title={text.sections.plan}>
      {shared === undefined || shared === null ? (
        <p>{text.plan.none}</p>
      ) : (
        <>
          <ul class="shared-plan">
            {planRows(shared.sessions).map((row) => (
              <PlanLine key={row.item.exercise} row={row} isHeld={held.has(row.item.exercise)} onPropose={onPropose} />
            ))}
          </ul>
          <Lines lines={weekLines(shared)} />
        </>
      )}
    </PartCard>
  );
}

type PlanLineProps = { readonly row: PlanRow; readonly isHeld: boolean; readonly onPropose: ((exercise: string) => void) | undefined };

function PlanLine({ row: { item, days }, isHeld, onPropose }: PlanLineProps): JSX.Element {
  const { exercise } = item;
  const known = exerciseOf(exercise);
  const form = formText(item, known, stepsText.form);
  const name = exerciseName(exercise);
  return (
    <li>
      {known === undefined ? <span class="shared-figure" /> : <div class="shared-figure"><FigurePlace of={exercise} detail="small" side={item.side} /></div>}
      <div class="shared-dose">
        <p>
          {known === undefined ? <span class="strong">{name}</span> : <a class="item-name" href={`/exercises/${exercise}`}>{name}</a>}
          {form !== undefined && <span class="item-form">{form}</span>}
        </p>
        <p>
          {doseText(item, isBilateral(exercise))} <span class="soft">{countText(text.plan.perWeek, days)}</span>
        </p>
        {isHeld && <p class="small soft">{text.plan.held}</p>}
      </div>
      {onPropose !== undefined && known !== undefined && (
        <button type="button" class="text-button no-print" aria-label={fillTemplate(text.plan.proposeFor, { exercise: name })} onClick={() => onPropose(exercise)}>
          {text.plan.propose}
        </button>
      )}
    </li>
  );
}

function weekLines({ weeklyStretchSeconds, belowDose, breaks, startedOn }: NonNullable<ProgrammePart['programme']>): readonly string[] {
  const { left, right } = weeklyStretchSeconds;
  return [
    fillTemplate(text.plan.stretch, { left: minuteWords(left), right: minuteWords(right) }),
    ...(belowDose ? [reportText.programme.belowDose] : []),
    ...(breaks === null ? [] : [fillTemplate(text.plan.breaks, { exercise: exerciseName(breaks.exercise), seconds: breaks.holdSeconds, times: breaks.timesPerWeek })]),
    ...(startedOn === undefined ? [] : [fillTemplate(text.plan.started, { day: dayWords(startedOn, progressText.months) })]),
  ];
}
