import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { isStop, type PlayerState } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import { fixText } from './fix-text.ts';
import type { ExerciseById } from './player-text.ts';
import type { Notice } from './effect-performer.ts';

type NoticeBoxProps = {
  readonly notice: Notice | undefined;
  readonly state: PlayerState;
  readonly exerciseById: ExerciseById;
};

/** A quiet word about what has changed: a trim, a hold, a fix, a clock. Stops have their own dialog. */
export function NoticeBox({ notice, state, exerciseById }: NoticeBoxProps): JSX.Element | null {
  if (notice === undefined) return null;
  if (notice.kind === 'clock') return <p class="note player-notice">{text.notices[notice.finding]}</p>;
  const { decision } = notice;
  if (isStop(decision)) return null;
  const item = state.items[notice.item];
  const { title, body } = text.stop[decision.key];
  return (
    <div class="note player-notice">
      <p class="strong">{title}</p>
      <p>
        {fillTemplate(body, {
          ...decision.values,
          exercise: exerciseById.get(item?.exercise ?? '')?.name ?? '',
        })}{' '}
        {decision.key === 'wrongPlace' ? fixText(item, exerciseById) : ''}
      </p>
    </div>
  );
}
