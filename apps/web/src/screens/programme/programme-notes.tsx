import type { JSX } from 'preact';
import { clockText, fillTemplate } from '@psoas/kernel';
import type { Programme, ProgrammeNote } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/programme';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';

/** What is to be said about the whole week, and the breaks that count. */
export function ProgrammeNotes({ programme: { notes, breaks } }: { readonly programme: Programme }): JSX.Element | null {
  if (notes.length === 0 && breaks === null) return null;
  return (
    <section class="note stack">
      {notes.length > 0 && <h2>{text.notes.title}</h2>}
      {notes.map((note) => (
        <div key={note.id} class="stack-tight">
          <ReasonLine id={note.id} />
          <NoteNumbers note={note} />
        </div>
      ))}
      {breaks !== null && (
        <div class="stack-tight">
          <h2>{text.breaks.title}</h2>
          <p>{fillTemplate(text.breaks.text, { exercise: exerciseName(breaks.exercise), seconds: breaks.holdSeconds, times: breaks.timesPerWeek })}</p>
        </div>
      )}
    </section>
  );
}

function NoteNumbers({ note: { id, values } }: { readonly note: ProgrammeNote }): JSX.Element | null {
  if (id !== 'P-07') return null;
  const minutes = (seconds: number | string | undefined): string => clockText(Number(seconds ?? 0));
  return <p class="small soft">{fillTemplate(text.notes.belowDose, { stretch: minutes(values['stretchSeconds']), studied: minutes(values['studiedStretchSeconds']), strength: values['strengthSessions'] ?? 0 })}</p>;
}
