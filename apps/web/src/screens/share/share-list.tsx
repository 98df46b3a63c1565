import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import type { MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/share';
import { useServices } from '../../app/services.ts';
import type { Standing } from '../../app/use-standing.ts';
import type { Shares } from '../../sync/create-shares.ts';
import { isOpenShare, lastDayOf } from '../../sync/share-days.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { longDate } from '../settings/long-date.ts';
import { newNotesOf } from './new-notes.ts';
import { useSeenNotes } from './use-seen-notes.ts';

type ShareListProps = { readonly shares: Shares; readonly standing: Standing };

/** With whom what is shared, until when, and the way to share more. */
export function ShareList({ shares, standing }: ShareListProps): JSX.Element {
  const { clock } = useServices();
  const { seen } = useSeenNotes();
  const all = standing.state.shares.toReversed();
  const open = all.filter((made) => isOpenShare(made, clock.nowMillis()));
  const past = all.filter((made) => !open.includes(made));
  const { held } = shares.state();
  const row = (made: MadeShare): JSX.Element => {
    const count = newNotesOf(held.get(made.share), standing.state, seen).length;
    return <ShareRow key={made.share} made={made} isOpen={open.includes(made)} newCount={count} />;
  };
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/settings">{text.back}</a>} title={text.title} lead={text.lead} />
      {open.length > 0 && (
        <section class="section">
          <h2>{text.list.title}</h2>
          <ul class="rows">{open.map(row)}</ul>
        </section>
      )}
      {all.length === 0 && (
        <section class="card stack">
          <h2>{text.how.title}</h2>
          <ul class="bullets">
            {text.how.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <details class="more">
          <summary>{text.list.past}</summary>
          <ul class="rows">{past.map(row)}</ul>
        </details>
      )}
      <div class="action-bar">
        <a class="button" href="/share/new">
          {text.new}
        </a>
      </div>
    </div>
  );
}

type ShareRowProps = { readonly made: MadeShare; readonly isOpen: boolean; readonly newCount: number };

function ShareRow({ made, isOpen, newCount }: ShareRowProps): JSX.Element {
  return (
    <li>
      <a class="row" href={`/share/${made.share}`}>
        <span class="row-text">
          <span class="row-title" lang="">{made.label}</span>
          <span class="row-note">{made.parts.map((part) => text.parts[part]).join(', ')}</span>
          <span class="row-note">{endText(made, isOpen)}</span>
        </span>
        {newCount > 0 && <span class="chip">{fillTemplate(text.list.notes, { count: newCount })}</span>}
        <span class="chevron" aria-hidden="true" />
      </a>
    </li>
  );
}

/** Until when somebody can read it, or since when nobody can. */
export function endText(made: MadeShare, isOpen: boolean): string {
  const last = lastDayOf(made);
  if (made.ended !== undefined) return fillTemplate(text.list.ended, { day: longDate(made.ended.day) });
  if (last === undefined) return text.list.noEnd;
  return fillTemplate(isOpen ? text.list.until : text.list.over, { day: longDate(last) });
}
