import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import type { Standing } from '../../app/use-standing.ts';
import type { HeldReplies } from '../../sync/share-tasks.ts';
import { repliesOf } from './new-notes.ts';
import { NoteList } from './note-list.tsx';
import { useSeenNotes } from './use-seen-notes.ts';

type AllNotesProps = { readonly standing: Standing; readonly held: HeldReplies | undefined };

/** Everything that the guest of a share wrote, newest first. */
export function AllNotes({ standing, held }: AllNotesProps): JSX.Element {
  const notes = useSeenNotes();
  const { comments, open, answered, words, unreadableCount, newerVersion } = repliesOf(held, standing.state);
  const events = [...comments, ...open, ...answered.map(({ proposal }) => proposal), ...words].toSorted((first, second) => second.atMillis - first.atMillis);
  return (
    <section class="card stack">
      <h2>{text.notes.title}</h2>
      {held === undefined || events.length === 0 ? (
        <p class="soft">{text.notes.none}</p>
      ) : (
        <NoteList standing={standing} share={held.share} events={events} notes={notes} onAnswered={() => undefined} />
      )}
      {unreadableCount > 0 && (
        <p class="small soft">
          {fillTemplate(text.notes.unreadable, { count: unreadableCount })} {newerVersion !== undefined && text.notes.newer}
        </p>
      )}
    </section>
  );
}
