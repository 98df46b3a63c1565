import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/body';
import { walkPart } from './walk.ts';

type WalkPlayerProps = { readonly place: number; readonly onPlace: (place: number) => void };

/** One slow step takes this long. */
const stepMillis = 3200;

/** With reduced motion the step goes through still pictures. */
const stillsPerStep = 8;
const stillMillis = 900;

/** A schematic walking step, to play, to pause and to move by hand. */
export function WalkPlayer({ place, onPlace }: WalkPlayerProps): JSX.Element {
  const id = useId();
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => (isPlaying ? playFrom(place, onPlace) : undefined), [isPlaying]);
  return (
    <div class="note stack">
      <p class="small">{text.walk.schematic}</p>
      <div class="body-range">
        <label class="field-label" for={id}>
          {text.walk.place}
        </label>
        <output for={id} class="body-range-value">
          {text.walk.at[walkPart(place)]}
        </output>
        <input
          id={id}
          type="range"
          min="0"
          max="100"
          step="2"
          value={Math.round(100 * (place - Math.floor(place)))}
          aria-valuetext={text.walk.at[walkPart(place)]}
          onInput={({ currentTarget }) => {
            setPlaying(false);
            onPlace(currentTarget.valueAsNumber / 100);
          }}
        />
      </div>
      <button type="button" class="button button-quiet button-small" onClick={() => setPlaying(!isPlaying)}>
        {isPlaying ? text.walk.pause : text.walk.play}
      </button>
    </div>
  );
}

/** Plays until the answer is called. */
function playFrom(start: number, onPlace: (place: number) => void): () => void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    let still = Math.floor(start * stillsPerStep);
    const timer = window.setInterval(() => {
      still += 1;
      onPlace((still % stillsPerStep) / stillsPerStep);
    }, stillMillis);
    return () => window.clearInterval(timer);
  }
  let began: number | undefined;
  let frame = requestAnimationFrame(function draw(now) {
    began ??= now;
    onPlace((start + (now - began) / stepMillis) % 1);
    frame = requestAnimationFrame(draw);
  });
  return () => cancelAnimationFrame(frame);
}
