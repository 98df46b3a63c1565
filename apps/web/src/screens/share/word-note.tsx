import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { isLiftable } from '@psoas/core/safety';
import type { ReplyEnvelope } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import type { Diary } from '../../diary/diary.ts';
import { reasonLabel } from '../../widgets/reason-text.ts';
import { AgreementDialog } from '../check/agreement-dialog.tsx';
import { longDate } from '../settings/long-date.ts';

const words = text.word;

type WordNoteProps = { readonly diary: Diary; readonly word: ReplyEnvelope<'clinician-word'>; readonly isSeen: boolean; readonly onSeen: () => void };

/** [S-05] [SH-06] A clinician's word from a guest. It counts only when the person says that this talk took place. */
export function WordNote({ diary, word, isSeen, onSeen }: WordNoteProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const { from, flags, date } = word.data;
  const liftable = flags.filter(isLiftable);
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
          <p class="soft">{liftable.length > 0 ? words.lead : words.noLift}</p>
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

function isWritten(diary: Diary, { atMillis, data }: ReplyEnvelope<'clinician-word'>): boolean {
  return diary.folded().agreements.some((agreement) => agreement.atMillis > atMillis && data.flags.some((flag) => agreement.flags.includes(flag)));
}
