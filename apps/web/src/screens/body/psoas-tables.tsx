import type { JSX } from 'preact';
import {
  bodyIndex,
  createPlaces,
  joints,
  placeBodies,
  placeSize,
  poseToArray,
  type PoseEvaluation,
} from '@psoas/body';
import { fillTemplate, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import type { Anatomy } from './anatomy.ts';
import { muscleOf, signed } from './lengths.ts';
import { levelPulls } from './level-pulls.ts';
import type { ChosenPart } from './parts.ts';
import type { Posture } from './posture.ts';

type PsoasTableProps = {
  readonly anatomy: Anatomy;
  readonly posture: Posture;
  readonly evaluation: PoseEvaluation | undefined;
  readonly side: Side;
  readonly chosen: ChosenPart | undefined;
};

const strandNames: Readonly<Record<string, string>> = text.strands;

/** How much each strand of the psoas has changed. */
export function StrandTable({ evaluation, chosen, side }: PsoasTableProps): JSX.Element | null {
  const muscle = evaluation === undefined ? undefined : muscleOf(evaluation, 'psoas', chosen?.side ?? side);
  if (muscle === undefined) return null;
  return (
    <details class="more">
      <summary>{text.part.strands}</summary>
      <div class="more-body">
        <p class="small soft">{text.part.strandsLead}</p>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{text.part.strandColumns.from}</th>
              <th scope="col" class="number">
                {text.part.strandColumns.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {muscle.lines.map(({ name, changeShare }) => (
              <tr key={name}>
                <td>{strandNames[name.slice(0, -2)] ?? name}</td>
                <td class="number">
                  {fillTemplate(text.lengths.percent, { value: signed(100 * changeShare, 1) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Below this lever a pull does next to nothing, in millimetres. */
const hardlyMillimetres = 3;

/** What the psoas does to each joint of the low back. */
export function LevelTable({
  anatomy,
  posture,
  evaluation,
  chosen,
  side,
}: PsoasTableProps): JSX.Element | null {
  if (evaluation === undefined) return null;
  const values = poseToArray(posture.pose);
  const pulls = levelPulls({
    model: anatomy.model,
    ways: anatomy.trace(values),
    centres: evaluation.jointCentresMetres,
    side: chosen?.side ?? side,
    axis: pelvisRight(values),
  });
  return (
    <details class="more">
      <summary>{text.part.levels}</summary>
      <div class="more-body">
        <p class="small soft">{text.part.levelsLead}</p>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{text.part.levelColumns.level}</th>
              <th scope="col">{text.part.levelColumns.pull}</th>
              <th scope="col" class="number">
                {text.part.levelColumns.lever}
              </th>
            </tr>
          </thead>
          <tbody>
            {pulls.map(({ level, leverMillimetres }) => (
              <tr key={level}>
                <td>{text.levelNames[level]}</td>
                <td>{pullWord(leverMillimetres)}</td>
                <td class="number">
                  {fillTemplate(text.lengths.millimetres, { value: Math.abs(leverMillimetres).toFixed(0) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function pullWord(leverMillimetres: number): string {
  if (Math.abs(leverMillimetres) < hardlyMillimetres) return text.part.pulls.none;
  return leverMillimetres < 0 ? text.part.pulls.forward : text.part.pulls.back;
}

function pelvisRight(values: Float64Array): readonly [number, number, number] {
  const places = createPlaces();
  placeBodies(joints, values, places);
  const column = bodyIndex('pelvis') * placeSize + 5;
  return [places[column] ?? 0, places[column + 3] ?? 0, places[column + 6] ?? 1];
}
