import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';

const words = text.different;

/** [D-10] [D-12] What was said about today, with the way back. */
export function TodaysWishes({ standing: { state, diary, day } }: { readonly standing: TodayStanding }): JSX.Element | null {
  const travels = state.preferences['travelling'] === true;
  const isShort = state.preferences['shortVersionOn'] === day;
  if (!travels && !isShort) return null;
  const takeBack = (key: string): void => void diary.append('preference-changed', { key, value: null });
  return (
    <div class="stack-tight" role="status">
      {travels && <Wish text={words.travelling} button={words.back} onTakeBack={() => takeBack('travelling')} />}
      {isShort && <Wish text={words.isShort} button={words.whole} onTakeBack={() => takeBack('shortVersionOn')} />}
    </div>
  );
}

type WishProps = { readonly text: string; readonly button: string; readonly onTakeBack: () => void };

function Wish({ text: told, button, onTakeBack }: WishProps): JSX.Element {
  return (
    <div class="note spread today-wish">
      <p>{told}</p>
      <button type="button" class="text-button" onClick={onTakeBack}>
        {button}
      </button>
    </div>
  );
}

type DifferentTodayProps = { readonly standing: TodayStanding; readonly hasSession: boolean };

/** A quiet menu for a day that is not as planned: on a journey, short of time, ill. */
export function DifferentToday({ standing: { state, diary, day }, hasSession }: DifferentTodayProps): JSX.Element {
  const set = (key: string, value: unknown): void => {
    window.scrollTo({ top: 0 });
    void diary.append('preference-changed', { key, value });
  };
  const canTravel = state.preferences['travelling'] !== true;
  const canShorten = hasSession && state.preferences['shortVersionOn'] !== day;
  return (
    <details class="more">
      <summary>{words.title}</summary>
      <div class="more-body">
        <ul class="rows">
          {canTravel && <Choice title={words.travel} note={words.travelNote} onChoose={() => set('travelling', true)} />}
          {canShorten && <Choice title={words.short} note={words.shortNote} onChoose={() => set('shortVersionOn', day)} />}
          <li>
            <a class="row" href="/unwell">
              <RowWords title={words.ill} note={words.illNote} />
            </a>
          </li>
        </ul>
      </div>
    </details>
  );
}

type ChoiceProps = { readonly title: string; readonly note: string; readonly onChoose: () => void };

function Choice({ title, note, onChoose }: ChoiceProps): JSX.Element {
  return (
    <li>
      <button type="button" class="row" onClick={onChoose}>
        <RowWords title={title} note={note} />
      </button>
    </li>
  );
}

function RowWords({ title, note }: Pick<ChoiceProps, 'title' | 'note'>): JSX.Element {
  return (
    <>
      <span class="row-text">
        <span class="row-title">{title}</span>
        <span class="row-note">{note}</span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </>
  );
}
