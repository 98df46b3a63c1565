import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { dayWords } from '@psoas/core/progress';
import { askedText, type SharedAnswer } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import text from '@psoas/knowledge/text/shared';
import type { GuestMessage } from '../../clients/guest-tasks.ts';
import { reasonLabel } from '../../widgets/reason-text.ts';
import { sharingTelling } from './sharing-telling.ts';

type MessageListProps = { readonly messages: readonly GuestMessage[]; readonly answers: readonly SharedAnswer[] };

/** What a guest has sent, the newest first, and what became of it. */
export function MessageList({ messages, answers }: MessageListProps): JSX.Element {
  return (
    <ul class="shared-messages">
      {messages.toReversed().map((message) => (
        <li key={message.event.id} class="stack-tight">
          <p class="small soft">
            {text.messages.kinds[message.event.kind]}, {dayWords(message.event.day, progressText.months)}
          </p>
          {linesOf(message.event).map((line, index) => (
            <p key={index} class="shared-said">
              {line}
            </p>
          ))}
          <p class="small strong">{stateOf(message, answers)}</p>
        </li>
      ))}
    </ul>
  );
}

function linesOf(event: GuestMessage['event']): readonly string[] {
  switch (event.kind) {
    case 'comment':
      return [event.data.text];
    case 'proposal':
      return [...event.data.changes.map((change) => askedText(change, sharingTelling)), ...(event.data.text === undefined ? [] : [event.data.text])];
    case 'clinician-word':
      return [`${event.data.flags.map(reasonLabel).join('; ')}. ${dayWords(event.data.date, progressText.months)}`, ...(event.data.text === undefined ? [] : [event.data.text])];
  }
}

function stateOf({ event, isSent }: GuestMessage, answers: readonly SharedAnswer[]): string {
  if (!isSent) return text.messages.waiting;
  if (event.kind !== 'proposal') return text.messages.sent;
  const answered = answers.find(({ proposal }) => proposal === event.id);
  return answered === undefined ? text.messages.open : fillTemplate(text.messages[answered.answer], { day: dayWords(answered.day, progressText.months) });
}
