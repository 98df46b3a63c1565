import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Question } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/check';
import { Dialog } from '../../widgets/dialog.tsx';
import { AskField, type Ask } from './ask-field.tsx';
import { asksNow } from './asks-now.ts';
import type { CheckDraft, DraftDetails, DraftValue } from './draft.ts';

type QuestionDialogProps = {
  readonly question: Question;
  readonly draft: Pick<CheckDraft, 'yes' | 'details'>;
  readonly onYes: (details: DraftDetails) => void;
  readonly onNo: () => void;
  readonly onClose: () => void;
};

/** The whole question behind a row: yes or no, and after a yes what else matters. */
export function QuestionDialog({ question, draft, onYes, onNo, onClose }: QuestionDialogProps): JSX.Element {
  const [isYes, setYes] = useState(draft.yes.some((id) => id === question.id));
  const [fields, setFields] = useState<ReadonlyMap<string, DraftValue>>(() => knownFields(question, draft.details));
  const asks = asksNow(question, fields);
  const isComplete = asks.every((ask) => !isChoice(ask) || fields.has(keyOf(ask)));
  const set = (ask: Ask, value: DraftValue | undefined): void => {
    const next = new Map(fields);
    if (value === undefined) next.delete(keyOf(ask));
    else next.set(keyOf(ask), value);
    setFields(next);
  };
  return (
    <Dialog title={question.label} onClose={onClose}>
      <p>{question.question}</p>
      {isYes && question.asks.length > 0 ? (
        <>
          <h3>{text.question.details}</h3>
          {asks.map((ask) => (
            <AskField key={keyOf(ask)} ask={ask} value={fields.get(keyOf(ask))} onChange={(value) => set(ask, value)} />
          ))}
          <AnswerButton label={text.question.save} isDisabled={!isComplete} onAnswer={() => onYes(toDetails(asks, fields))} />
          <AnswerButton label={text.question.no} isQuiet onAnswer={onNo} />
        </>
      ) : (
        <div class="pair">
          <AnswerButton label={text.question.no} isQuiet onAnswer={onNo} />
          {question.asks.length === 0 ? (
            <AnswerButton label={text.question.yes} isQuiet onAnswer={() => onYes({})} />
          ) : (
            <button type="button" class="button button-quiet" onClick={() => setYes(true)}>
              {text.question.yes}
            </button>
          )}
        </div>
      )}
      <details class="more">
        <summary>{text.question.why}</summary>
        <div class="more-body soft">
          <p>{question.whyAsked}</p>
        </div>
      </details>
    </Dialog>
  );
}

type AnswerButtonProps = { readonly label: string; readonly isQuiet?: boolean; readonly isDisabled?: boolean; readonly onAnswer: () => void };

// Answers and closes the dialog, so that the focus goes back to the row.
function AnswerButton({ label, isQuiet = false, isDisabled = false, onAnswer }: AnswerButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={isQuiet ? 'button button-quiet' : 'button'}
      disabled={isDisabled}
      onClick={(event) => {
        const dialog = event.currentTarget.closest('dialog');
        onAnswer();
        dialog?.close();
      }}
    >
      {label}
    </button>
  );
}

function keyOf({ detail, field }: Ask): string {
  return `${detail}.${field}`;
}

function isChoice({ kind }: Ask): boolean {
  return kind === 'yes-no' || kind === 'choice';
}

function knownFields({ asks }: Question, details: DraftDetails): ReadonlyMap<string, DraftValue> {
  return new Map(asks.flatMap((ask): readonly (readonly [string, DraftValue])[] => {
    const known = details[ask.detail]?.[ask.field];
    return known === undefined ? [] : [[keyOf(ask), known]];
  }));
}

// [S-02] What is not known is left out: the rules then take the more urgent level.
function toDetails(asks: readonly Ask[], fields: ReadonlyMap<string, DraftValue>): DraftDetails {
  const details: Record<string, Record<string, DraftValue>> = {};
  for (const ask of asks) {
    const value = fields.get(keyOf(ask));
    const isOpen = value === undefined || (value === 'unknown' && ask.kind === 'yes-no');
    if (!isOpen) details[ask.detail] = { ...details[ask.detail], [ask.field]: value };
  }
  return details;
}
