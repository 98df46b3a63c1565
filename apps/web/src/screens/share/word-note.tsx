import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { flagsToLift, type ReplyEnvelope } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import type { Standing } from '../../app/use-standing.ts';
import { reasonLabel } from '../../widgets/reason-text.ts';
import { AgreementDialog } from '../check/agreement-dialog.tsx';
import { longDate } from '../settings/long-date.ts';

const words = text.word;

type WordNoteProps = { readonly standing: Pick<Standing, 'diary' | 'triage'>; readonly word: ReplyEnvelope<'clinician-word'>; readonly isSeen: boolean; readonly onSeen: () => void };

/** [S-05] [SH-06] A clinician's word from a guest. It counts only when the person says that this talk took place. */
export function WordNote({ standing: { diary, triage }, word, isSeen, onSeen }: WordNoteProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { from, flags, date } = word.data;
  const liftable = flagsToLift(word.data, triage);
  return (
    <>
      <p>{fillTemplate(words.said, { from, day: longDate(date) })}</p>
      <ul class="bullets">
        {flags.map((flag) => (
          <li key={flag}>{reasonLabel(flag)}</li>
        ))}
      </ul>
      {isSeen ? (
        <p class="soft">{isWritten(diary, word) ? words.done : words.dismissed}</p>
      ) : (
        <>
          {liftable.length > 0 && <p class="soft">{words.lead}</p>}
          {liftable.length < flags.length && <p class="soft">{liftable.length > 0 ? fillTemplate(words.onlyThese, { flags: liftable.map(reasonLabel).join(', ') }) : words.noLift}</p>}
          <div class={liftable.length > 0 ? 'pair' : 'stack'}>
            <button type="button" class="button button-quiet" onClick={onSeen}>
              {liftable.length > 0 ? words.not : text.notes.noted}
            </button>
            {liftable.length > 0 && (
              <button type="button" class="button button-quiet" onClick={() => setOpen(true)}>
                {words.do}
              </button>
            )}
          </div>
        </>
      )}
      {isOpen && (
        <AgreementDialog
          flags={liftable}
          onClose={() => setOpen(false)}
          onAgreed={(agreement) => {
            setOpen(false);
            void diary.append('clinician-agreed', agreement);
            onSeen();
          }}
        />
      )}
    </>
  );
}

function isWritten(diary: Standing['diary'], { atMillis, data }: ReplyEnvelope<'clinician-word'>): boolean {
  return diary.folded().agreements.some((agreement) => agreement.atMillis > atMillis && data.flags.some((flag) => agreement.flags.includes(flag)));
}
