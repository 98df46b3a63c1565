import type { ComponentChildren, JSX } from 'preact';
import type { PoseEvaluation } from '@psoas/body';
import type { Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import { Cite } from '../../widgets/cite.tsx';
import type { Anatomy } from './anatomy.ts';
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
import { LevelTable, StrandTable } from './psoas-tables.tsx';

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
          <StrandTable {...props} />
          <LevelTable {...props} />
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
