import type { ComponentChildren, JSX } from 'preact';
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
import { Cite } from '../../widgets/cite.tsx';
import type { Anatomy } from './anatomy.ts';
import { muscleOf, signed } from './lengths.ts';
import { levelPulls } from './level-pulls.ts';
import {
  boneKeys,
  hipFlexors,
  isBoneKey,
  isMuscleKey,
  isPaired,
  neighbours,
  partName,
  type ChosenPart,
  type PartKey,
} from './parts.ts';
import type { Posture } from './posture.ts';

type PartSectionProps = {
  readonly anatomy: Anatomy;
  readonly posture: Posture;
  readonly evaluation: PoseEvaluation | undefined;
  readonly side: Side;
  readonly chosen: ChosenPart | undefined;
  readonly onChoose: (part: ChosenPart | undefined) => void;
};

/** All names, and what is known of the chosen one. */
export function PartSection(props: PartSectionProps): JSX.Element {
  const { chosen, side, onChoose } = props;
  const list = (title: string, keys: readonly PartKey[]): JSX.Element => (
    <div class="stack-tight">
      <h3>{title}</h3>
      <ul class="wrap">
        {keys.map((key) => (
          <li key={key}>
            <button
              type="button"
              class="chip-button"
              aria-pressed={chosen?.key === key}
              onClick={() =>
                onChoose(chosen?.key === key ? undefined : { key, side: isPaired(key) ? side : undefined })
              }
            >
              {partName(key)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <section class="section" aria-labelledby="names">
      <h2 id="names">{text.part.title}</h2>
      <p class="soft">{text.part.lead}</p>
      {chosen !== undefined && <PartCard {...props} chosen={chosen} />}
      {list(text.part.muscles, hipFlexors)}
      <p class="small soft">{text.part.families}</p>
      {list(text.part.neighbours, neighbours)}
      {list(text.part.bones, boneKeys)}
    </section>
  );
}

/** A part's name with its side. */
export function partTitle({ key, side }: ChosenPart): string {
  return side === undefined ? partName(key) : `${partName(key)}, ${text.sideNames[side]}`;
}

function PartCard(props: PartSectionProps & { readonly chosen: ChosenPart }): JSX.Element {
  const { chosen } = props;
  const { key } = chosen;
  return (
    <div class="card stack body-part" data-part-card={key}>
      <h3>{partTitle(chosen)}</h3>
      {isMuscleKey(key) && (
        <dl class="stack-tight">
          <Fact name={text.part.from}>{text.muscles[key].from}</Fact>
          <Fact name={text.part.to}>{text.muscles[key].to}</Fact>
          <Fact name={text.part.does}>{text.muscles[key].does}</Fact>
        </dl>
      )}
      {isBoneKey(key) && <p>{text.bones[key].text}</p>}
      <p class="wrap small">
        <span class="soft">{text.part.sources}</span>
        {sourcesOf(key).map((source) => (
          <Cite key={source} source={source} />
        ))}
      </p>
      {key === 'psoas' && (
        <>
          <Strands {...props} />
          <Levels {...props} />
        </>
      )}
    </div>
  );
}

function sourcesOf(key: PartKey): readonly string[] {
  return isMuscleKey(key) ? text.muscles[key].sources : isBoneKey(key) ? text.bones[key].sources : [];
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="body-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const strandNames: Readonly<Record<string, string>> = text.strands;

function Strands({ evaluation, chosen, side }: PartSectionProps): JSX.Element | null {
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

function Levels({ anatomy, posture, evaluation, chosen, side }: PartSectionProps): JSX.Element | null {
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
