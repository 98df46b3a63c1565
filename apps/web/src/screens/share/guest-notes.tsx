import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import type { HeldReplies } from '../../sync/share-tasks.ts';
import { useShares } from '../../sync/use-shares.ts';
import { newNotesOf, repliesOf } from './new-notes.ts';
import { NoteList } from './note-list.tsx';
import { useSeenNotes } from './use-seen-notes.ts';
import './share.css';

/** On Today: what somebody wrote who sees parts of the diary, until it is answered. Nothing where nobody has. */
export default function GuestNotes(): JSX.Element | null {
  const shares = useShares();
  const standing = useStanding();
  if (shares === undefined || shares === 'impossible' || standing === undefined) return null;
  const { held } = shares.state();
  return (
    <>
      {standing.state.shares.map(({ share, label }) => {
        const here = held.get(share);
        return here === undefined ? null : <NoteCard key={share} standing={standing} held={here} label={label} />;
      })}
    </>
  );
}

type NoteCardProps = { readonly standing: Standing; readonly held: HeldReplies; readonly label: string };

function NoteCard({ standing, held, label }: NoteCardProps): JSX.Element | null {
  const notes = useSeenNotes();
  // What was answered here stays as long as the screen does, so that it can be taken back.
  const [answeredHere, setAnsweredHere] = useState<ReadonlySet<string>>(new Set());
  const { state } = standing;
  const answered = repliesOf(held, state).answered.flatMap(({ proposal }) => (answeredHere.has(proposal.id) ? [proposal] : []));
  const events = [...answered, ...newNotesOf(held, state, notes.seen)];
  if (!notes.isRead || events.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{fillTemplate(text.notes.today, { name: label })}</h2>
      <NoteList standing={standing} share={held.share} events={events} notes={notes} onAnswered={(id) => setAnsweredHere(new Set([...answeredHere, id]))} />
      <a href={`/share/${held.share}`}>{text.notes.all}</a>
    </section>
  );
}
