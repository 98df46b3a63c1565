import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { importedReplies, importedShare, type ReplyEnvelope } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import type { ScreenProps } from '../../app/lazy-screen.tsx';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { longDate } from '../settings/long-date.ts';
import { ProposalNote } from './proposal-note.tsx';
import './share.css';

/** [SH-24] What plans from files propose: on Today until it is answered; in the settings, with `which: answered`, what was answered, with the way back. */
export default function ImportedNotes({ params }: ScreenProps): JSX.Element | null {
  const standing = useStanding();
  const [answeredHere, setAnsweredHere] = useState<ReadonlySet<string>>(new Set());
  if (standing === undefined) return null;
  const isAnswered = params['which'] === 'answered';
  const { open, answered } = importedReplies(standing.state);
  const shown = answered.flatMap(({ proposal }) => (isAnswered || answeredHere.has(proposal.id) ? [proposal] : []));
  const proposals = [...shown, ...(isAnswered ? [] : open)].toSorted((first, second) => second.atMillis - first.atMillis);
  if (proposals.length === 0) return null;
  const note = (proposal: ReplyEnvelope<'proposal'>): JSX.Element => (
    <ImportedNote key={proposal.id} standing={standing} proposal={proposal} onAnswered={() => setAnsweredHere(new Set([...answeredHere, proposal.id]))} />
  );
  return isAnswered ? (
    <div class="stack settings-part">
      <h3>{text.imported.answered}</h3>
      {proposals.map(note)}
    </div>
  ) : (
    <section class="card stack">
      <h2>{text.imported.today}</h2>
      {proposals.map(note)}
    </section>
  );
}

type ImportedNoteProps = { readonly standing: Standing; readonly proposal: ReplyEnvelope<'proposal'>; readonly onAnswered: () => void };

function ImportedNote({ standing, proposal, onAnswered }: ImportedNoteProps): JSX.Element {
  const { from, text: said } = proposal.data;
  return (
    <article class="guest-item stack">
      <p class="small soft">{fillTemplate(text.notes.signed, { from, day: longDate(proposal.day) })}</p>
      {said !== undefined && <blockquote class="guest-words">{said}</blockquote>}
      <ProposalNote standing={standing} share={importedShare} proposal={proposal} onAnswered={onAnswered} />
    </article>
  );
}
