import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import type { ReplyEvent } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import type { Standing } from '../../app/use-standing.ts';
import { longDate } from '../settings/long-date.ts';
import { ProposalNote } from './proposal-note.tsx';
import type { SeenNotes } from './use-seen-notes.ts';
import { WordNote } from './word-note.tsx';

type NoteListProps = {
  readonly standing: Standing;
  readonly share: string;
  readonly events: readonly ReplyEvent[];
  readonly notes: SeenNotes;
  /** The person has just answered a proposal. */
  readonly onAnswered: (id: string) => void;
};

/** What a guest wrote, each with what can be done about it. */
export function NoteList({ standing, share, events, notes, onAnswered }: NoteListProps): JSX.Element {
  return (
    <>
      {events.map((event) => {
        const isSeen = notes.seen.has(event.id);
        const markSeen = (): void => notes.markSeen(event.id);
        return (
          <article key={event.id} class="guest-item stack">
            <p class="small soft">{fillTemplate(text.notes.signed, { from: event.data.from, day: longDate(event.day) })}</p>
            {event.data.text !== undefined && <blockquote class="guest-words">{event.data.text}</blockquote>}
            {event.kind === 'proposal' && <ProposalNote standing={standing} share={share} proposal={event} onAnswered={() => onAnswered(event.id)} />}
            {event.kind === 'clinician-word' && <WordNote standing={standing} word={event} isSeen={isSeen} onSeen={markSeen} />}
            {event.kind === 'comment' && !isSeen && (
              <button type="button" class="button button-quiet button-small" onClick={markSeen}>
                {text.notes.noted}
              </button>
            )}
          </article>
        );
      })}
    </>
  );
}
