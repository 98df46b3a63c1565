import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FlagId } from '@psoas/core/safety';
import type { Question } from '@psoas/knowledge/types';
import { groups, questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/check';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { CheckDraft } from './draft.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { answerNo, answerYes } from './answer-question.ts';
import type { StepProps } from './step-props.ts';

type GroupStepProps = StepProps & {
  readonly group: string;
};

/** One screenful of signs: a row each, and none of these. */
export function GroupStep({ group, draft, onChange, onNext }: GroupStepProps): JSX.Element {
  const [opened, setOpened] = useState<Question>();
  const head = groups.find(({ id }) => id === group);
  const rows = questions.filter((question) => question.group === group);
  const hasYes = rows.some(({ id }) => isYes(draft, id));
  return (
    <>
      <ScreenHead kicker={text.groups.kicker} title={head?.title ?? group} lead={head?.lead} />
      <ul class="rows">
        {rows.map((question) => (
          <li key={question.id}>
            <button type="button" class={isYes(draft, question.id) ? 'row row-yes' : 'row'} aria-haspopup="dialog" onClick={() => setOpened(question)}>
              <span class="row-text">{question.label}</span>
              {isYes(draft, question.id) ? <span class="chip">{text.groups.yes}</span> : <span class="chevron" aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
      <p class="small soft">{text.groups.hint}</p>
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {hasYes ? text.groups.done : text.groups.none}
        </button>
      </div>
      {opened !== undefined && (
        <QuestionDialog
          question={opened}
          draft={draft}
          onClose={() => setOpened(undefined)}
          onNo={() => onChange(answerNo(draft, opened))}
          onYes={(details) => onChange(answerYes(draft, opened, details))}
        />
      )}
    </>
  );
}

function isYes(draft: CheckDraft, id: string): boolean {
  return draft.yes.some((one: FlagId) => one === id);
}
