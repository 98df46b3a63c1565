import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { WrittenNote } from '@psoas/core/diary';
import { dayWords } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import type { Diary } from '../../diary/diary.ts';

/** Notes shown; older ones stay in the diary and its copy. */
const shownNotes = 20;

/** A place to write, and what was written. */
export function NotesSection({ diary, notes }: { readonly diary: Diary; readonly notes: readonly WrittenNote[] }): JSX.Element {
  const [draft, setDraft] = useState('');
  const [isSaved, setSaved] = useState(false);
  const note = draft.trim();
  const save = async (): Promise<void> => {
    await diary.append('note', { text: note });
    setDraft('');
    setSaved(true);
  };
  return (
    <section class="card stack">
      <h2>{text.notes.title}</h2>
      <p class="small soft">{text.notes.lead}</p>
      <label class="field">
        <span class="field-label">{text.notes.label}</span>
        <textarea
          class="input note-input"
          rows={3}
          maxLength={2000}
          value={draft}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            setSaved(false);
          }}
        />
      </label>
      <button type="button" class="button button-quiet" disabled={note === ''} onClick={() => void save()}>
        {text.notes.save}
      </button>
      <p role="status" class="small soft">
        {isSaved ? text.notes.saved : ''}
      </p>
      <ul class="notes">
        {notes.slice(0, shownNotes).map(({ id, day, text: written }) => (
          <li key={id}>
            <p class="small soft">{dayWords(day, text.months)}</p>
            <p class="note-text" lang="">{written}</p>
          </li>
        ))}
      </ul>
      {notes.length === 0 && <p class="small soft">{text.notes.none}</p>}
    </section>
  );
}
