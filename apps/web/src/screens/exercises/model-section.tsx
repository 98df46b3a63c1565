import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { movementLengths, type LengthChanges } from '@psoas/knowledge/lengths';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/model';
import { changeWords, modelSentence, shownMuscles } from './model-words.ts';

/** How much longer or shorter the muscles get in an exercise, by the body model: a picture, a sentence, the limits. */
export function ModelSection({ exercise }: { readonly exercise: Exercise }): JSX.Element | null {
  const lengths = movementLengths[exercise.id];
  if (lengths === undefined) return null;
  return (
    <section class="section">
      <h2>{text.title}</h2>
      <div class="card model-card stack">
        <LengthPicture changes={lengths.target} />
        <p class="strong">{modelSentence(exercise, lengths)}</p>
        <p class="small soft">{text.limits}</p>
        <p class="small">
          <a href={`/body?posture=${exercise.id}`}>{text.bodyLink}</a>
        </p>
      </div>
    </section>
  );
}

const widthUnits = 300;
const rowUnits = 46;
/** The picture reaches this far to either side of standing. */
const reachPercent = 45;

// A bar to the right is longer, to the left shorter; the words beside it say the same.
function LengthPicture({ changes }: { readonly changes: LengthChanges }): JSX.Element {
  const middle = widthUnits / 2;
  const height = shownMuscles.length * rowUnits + 4;
  return (
    <svg
      class="length-picture"
      viewBox={`0 0 ${widthUnits} ${height}`}
      role="img"
      aria-label={spoken(changes)}
    >
      {shownMuscles.map((muscle, row) => {
        const percent = changes[muscle];
        const reach = (Math.min(reachPercent, Math.abs(percent)) / reachPercent) * middle;
        return (
          <g key={muscle} transform={`translate(0 ${row * rowUnits})`}>
            <text x="0" y="15" class="length-name">
              {text.shortNames[muscle]}
            </text>
            <text x={widthUnits} y="15" text-anchor="end" class="length-number">
              {changeWords(percent)}
            </text>
            <rect x="0" y="22" width={widthUnits} height="12" rx="6" class="length-track" />
            <rect
              x={percent < 0 ? middle - reach : middle}
              y="22"
              width={Math.max(reach, 1)}
              height="12"
              rx={Math.min(6, reach / 2)}
              class={`length-bar length-${muscle}`}
            />
          </g>
        );
      })}
      <path d={`M${middle} 18V${height - 6}`} class="length-standing" />
    </svg>
  );
}

function spoken(changes: LengthChanges): string {
  return `${text.table}. ${shownMuscles.map((muscle) => fillTemplate(text.change, { muscle: text.shortNames[muscle], change: changeWords(changes[muscle]) })).join('. ')}.`;
}
