import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate, type Side } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import { signed, type MuscleLength } from './lengths.ts';

type LengthBarsProps = { readonly lengths: readonly MuscleLength[]; readonly side: Side };

/** Changes beyond this fill the bar; few postures reach it. */
const widestPercent = 25;

/** How much longer or shorter the main muscles are than in standing: numbers, bars, and a word for screen readers. */
export function LengthBars({ lengths, side }: LengthBarsProps): JSX.Element {
  return (
    <div class="body-lengths">
      <table>
        <caption class="visually-hidden">{text.lengths.title}</caption>
        <colgroup>
          <col class="body-name-column" />
          <col class="body-bar-column" />
          <col class="body-percent-column" />
          <col class="body-millimetre-column" />
        </colgroup>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{text.lengths.column.muscle}</th>
            <th scope="col">{text.lengths.column.picture}</th>
            <th scope="col">{text.lengths.column.percent}</th>
            <th scope="col">{text.lengths.column.millimetres}</th>
          </tr>
        </thead>
        <tbody>
          {lengths.map(({ muscle, changeMillimetres, changePercent }) => (
            <tr key={muscle} data-muscle={muscle}>
              <th scope="row">{text.lengths[muscle]}</th>
              <td class="body-bar-cell">
                <Bar percent={changePercent} muscle={muscle} />
              </td>
              <td class="body-number strong">
                {fillTemplate(text.lengths.percent, { value: signed(changePercent, 1) })}
              </td>
              <td class="body-number soft">
                {fillTemplate(text.lengths.millimetres, { value: signed(changeMillimetres, 0) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Spoken lengths={lengths} side={side} />
    </div>
  );
}

/** A bar to the right for longer, to the left for shorter. */
export function Bar({ percent, muscle }: { readonly percent: number; readonly muscle: string }): JSX.Element {
  const share = Math.max(-1, Math.min(1, percent / widestPercent));
  const width = 50 * Math.abs(share);
  return (
    <svg
      class="body-bar"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="body-bar-track" x="0" y="3" width="100" height="4" rx="2" />
      <rect
        class={`body-bar-fill ${muscle}`}
        x={share < 0 ? 50 - width : 50}
        y="1.500"
        width={width}
        height="7"
      />
      <rect class="body-bar-middle" x="49.700" y="0" width="0.600" height="10" />
    </svg>
  );
}

/** How long nothing has to move before the numbers are spoken. */
const settleMillis = 900;

function Spoken({ lengths, side }: LengthBarsProps): JSX.Element {
  const [psoas, iliacus, rectus] = lengths.map(({ changePercent }) => signed(changePercent, 1));
  const now = fillTemplate(text.lengths.spoken, {
    side: text.sides[side],
    psoas: psoas ?? '',
    iliacus: iliacus ?? '',
    rectus: rectus ?? '',
  });
  const [spoken, setSpoken] = useState('');
  const [first] = useState(now);
  useEffect(() => {
    const timer = window.setTimeout(() => setSpoken(now === first ? '' : now), settleMillis);
    return () => window.clearTimeout(timer);
  }, [now, first]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  );
}
