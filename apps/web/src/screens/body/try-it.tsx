import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fillTemplate, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import type { Anatomy } from './anatomy.ts';
import { muscleOf, signed } from './lengths.ts';
import { Bar } from './length-bars.tsx';
import { startPosture, tuckPelvis, type Posture } from './posture.ts';
import { kneelingPose } from './presets.ts';

/** How far the pelvis moves in the comparison, in degrees. */
const tryDegrees = 10;

const rows = [
  ['tucked', tryDegrees],
  ['level', 0],
  ['arched', -tryDegrees],
] as const;
type Row = (typeof rows)[number][0];

type TryItProps = {
  readonly anatomy: Anatomy;
  readonly side: Side;
  readonly onShow: (posture: Posture) => void;
};

/** The same thigh with the pelvis tucked and arched: what that does to the psoas, computed now. */
export function TryIt({ anatomy, side, onShow }: TryItProps): JSX.Element {
  const [tried, setTried] = useState<readonly Row[]>(['level']);
  const percents = useMemo(() => comparePelvis(anatomy, side), [anatomy, side]);
  const show = (row: Row): void => {
    setTried((before) => (before.includes(row) ? before : [...before, row]));
    onShow(kneeling(side, rows.find(([name]) => name === row)?.[1] ?? 0));
  };
  const next = !tried.includes('tucked')
    ? text.try.first
    : !tried.includes('arched')
      ? text.try.second
      : undefined;
  const said = {
    tucked: signed(percents.tucked, 1),
    level: signed(percents.level, 1),
    arched: signed(percents.arched, 1),
  };
  return (
    <section class="section" aria-labelledby="try-it">
      <h2 id="try-it">{text.try.title}</h2>
      <p>{text.try.lead}</p>
      <div class="pair">
        <button type="button" class="button button-quiet" onClick={() => show('tucked')}>
          {text.try.tuck}
        </button>
        <button type="button" class="button button-quiet" onClick={() => show('arched')}>
          {text.try.arch}
        </button>
      </div>
      <div class="card body-try">
        <table>
          <caption class="small soft">{text.try.caption}</caption>
          <tbody>
            {rows.map(([row]) => (
              <tr key={row} data-row={row}>
                <th scope="row">{text.try.rows[row]}</th>
                <td class="body-bar-cell">
                  {tried.includes(row) && <Bar percent={4 * percents[row]} muscle="psoas" />}
                </td>
                <td class="body-number strong">
                  {tried.includes(row) ? (
                    fillTemplate(text.lengths.percent, { value: said[row] })
                  ) : (
                    <span class="soft small">{text.try.waiting}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div role="status" class="stack-tight">
        <p class="strong">{next ?? fillTemplate(text.try.done, said)}</p>
        {next === undefined && <p class="small soft">{text.try.why}</p>}
      </div>
    </section>
  );
}

function kneeling(side: Side, degrees: number): Posture {
  return tuckPelvis(startPosture(kneelingPose(side)), 'thigh-stays', degrees);
}

/** The change of the psoas against standing, in per cent, in each of the three postures. */
export function comparePelvis(
  { evaluate }: Pick<Anatomy, 'evaluate'>,
  side: Side,
): { readonly [Name in Row]: number } {
  const percentAt = (degrees: number): number => {
    const evaluation = evaluate(kneeling(side, degrees).pose);
    return evaluation.ok
      ? 100 * (muscleOf(evaluation.value, 'psoas', side)?.changeShare ?? Number.NaN)
      : Number.NaN;
  };
  return { tucked: percentAt(tryDegrees), level: percentAt(0), arched: percentAt(-tryDegrees) };
}
