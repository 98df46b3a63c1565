import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isLiftable, type FlagId } from '@psoas/core/safety';
import { longestGuestName, longestGuestText, type SharedView } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/shared';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import type { GuestMessage, Sight } from '../../clients/guest-tasks.ts';
import type { Looking } from '../../clients/use-look.ts';
import { ClinicianDialog } from './clinician-dialog.tsx';
import { useGuestName } from './guest-name.ts';
import { MessageList } from './message-list.tsx';

type AnswerSectionProps = { readonly sight: Sight; readonly mayAnswer: boolean; readonly isKept: boolean; readonly write: Looking['write'] };

/** What a guest can answer, and what was sent before. */
export function AnswerSection({ sight, mayAnswer, isKept, write }: AnswerSectionProps): JSX.Element {
  const { view, messages } = sight;
  return (
    <>
      <section class="card stack no-print">
        <h2>{text.sections.answer}</h2>
        {mayAnswer ? <AnswerForms view={view} messages={messages} isKept={isKept} write={write} /> : <p>{text.faults.taken.lead}</p>}
      </section>
      {messages.length > 0 && (
        <section class="card stack">
          <h2>{text.sections.messages}</h2>
          <MessageList messages={messages} answers={view.standing?.answers ?? []} />
        </section>
      )}
    </>
  );
}

type AnswerFormsProps = { readonly view: SharedView; readonly messages: readonly GuestMessage[]; readonly isKept: boolean; readonly write: Looking['write'] };

function AnswerForms({ view, messages, isKept, write }: AnswerFormsProps): JSX.Element {
  const [from, setFrom] = useGuestName();
  const [comment, setComment] = useState('');
  const [said, setSaid] = useState('');
  const [agreeing, setAgreeing] = useState<readonly FlagId[]>();
  const waiting = clinicianFlags(view);
  const name = from.trim();
  const send = async (): Promise<void> => {
    if (name === '') return setSaid(text.answer.nameMissing);
    const fault = await write('comment', { from: name, text: comment.trim() });
    if (fault === undefined) setComment('');
    setSaid(fault === undefined ? text.answer.sent : text.faults[guestFaultKey(fault)].lead);
  };
  return (
    <>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label class="field">
          <span class="field-label">{text.answer.name}</span>
          <input class="input" type="text" autocomplete="off" maxLength={longestGuestName} value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
          <span class="small soft">{text.answer.nameNote}</span>
        </label>
        <label class="field">
          <span class="field-label">{text.answer.comment}</span>
          <textarea class="input shared-comment" rows={4} maxLength={longestGuestText} value={comment} onInput={({ currentTarget }) => setComment(currentTarget.value)} />
          <span class="small soft">{text.answer.commentNote}</span>
        </label>
        <button type="submit" class="button" disabled={comment.trim() === ''}>
          {text.answer.send}
        </button>
        <p role="status" class="small strong">
          {said === text.answer.sent && messages.some(({ isSent }) => !isSent) ? text.answer.waits : said}
        </p>
        {view.programme?.programme != null && <p class="small soft">{text.answer.proposeLead}</p>}
        {waiting.flags.length > 0 ? (
          <button type="button" class="button button-quiet" onClick={() => (name === '' ? setSaid(text.answer.nameMissing) : setAgreeing(waiting.flags))}>
            {text.answer.clinician}
          </button>
        ) : (
          waiting.why !== undefined && <p class="small soft">{waiting.why}</p>
        )}
        {!isKept && <p class="small soft">{text.answer.keepsSecret}</p>}
      </form>
      {agreeing !== undefined && <ClinicianDialog flags={agreeing} from={name} write={write} onClose={() => setAgreeing(undefined)} />}
    </>
  );
}

// [S-05] What a word can lift; said where there is none, because somebody may look for it.
function clinicianFlags({ standing, findings }: SharedView): { readonly flags: readonly FlagId[]; readonly why?: string } {
  if (findings === undefined) return { flags: [], ...(standing?.today === 'stopped' && { why: text.answer.clinicianNotShared }) };
  const waiting = findings.reasons.filter(({ level, lifted }) => level === 'C' && !lifted).map(({ id }) => id);
  const flags = waiting.filter(isLiftable);
  const isUrgent = findings.level === 'A' || findings.level === 'B';
  if (isUrgent || waiting.length > flags.length) return { flags: [], why: text.answer.clinicianHard };
  return { flags };
}
