import type { JSX } from 'preact';
import type { PlanItem } from '@psoas/core/programme';
import type { PlayerView } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { itemForm } from '../../widgets/step-sentence.ts';
import type { ExerciseById } from './player-text.ts';
import { countText } from '../../widgets/count-text.ts';

type WaitingPanelProps = {
  readonly view: PlayerView;
  readonly items: readonly PlanItem[];
  readonly exerciseById: ExerciseById;
  readonly isDamaged: boolean;
  readonly onStart: () => void;
};

/** Before the start: what comes, how long, one button. The press also opens the sound. */
export function WaitingPanel({
  view,
  items,
  exerciseById,
  isDamaged,
  onStart,
}: WaitingPanelProps): JSX.Element {
  const count = Math.max(1, Math.round(view.sessionLeftMillis / 60_000));
  const minutes = countText(text.waiting.minutes, count);
  return (
    <div class="player-waiting">
      <ScreenHead
        title={text.waiting.title}
        lead={countText(text.waiting.lead, items.length, { minutes })}
      />
      {isDamaged && <p class="note">{text.damaged}</p>}
      <ol class="player-list">
        {items.map((item, index) => (
          <li key={`${index} ${item.exercise}`}>
            {exerciseById.get(item.exercise)?.name ?? item.exercise}
            {itemForm(item) !== undefined && <span class="soft"> ({itemForm(item)})</span>}
          </li>
        ))}
      </ol>
      <button type="button" class="button" onClick={onStart}>
        {text.waiting.start}
      </button>
    </div>
  );
}
