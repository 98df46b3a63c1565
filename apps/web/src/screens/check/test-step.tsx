import type { JSX } from 'preact';
import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import type { CheckKey } from '@psoas/core/catalogue';
import type { Exclusion } from '@psoas/core/safety';
import { mayLiftAboveNinety } from '@psoas/core/selfcheck';
import { checks } from '@psoas/knowledge/checks';
import type { Check } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/check';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { withTestAnswer, type DraftFields, type DraftValue } from './draft.ts';
import type { StepProps } from './step-props.ts';
import { TestQuestion } from './test-question.tsx';
import { TestTimer } from './test-timer.tsx';

type TestStepProps = StepProps & { readonly test: CheckKey; readonly side: Side; readonly exclusions: readonly Exclusion[] };

/** One side of one self-test: how to do it, a timer, what was felt. */
export function TestStep({ test, side, exclusions, draft, onChange, onNext }: TestStepProps): JSX.Element | null {
  const check = checks.find(({ answerKey }) => answerKey === test);
  if (check === undefined) return null;
  const words = sidePlaces(side, text.tests);
  const fill = (line: string): string => fillTemplate(line, words);
  const fields = draft.tests[test]?.[side] ?? {};
  const place = `${test}:${side}`;
  const mayGoHigher = mayLiftAboveNinety(side, exclusions);
  const asked = check.answers.filter(({ field, onlyWhen }) => (field !== 'aboveNinety' || mayGoHigher) && (onlyWhen === undefined || onlyWhen.is.some((value) => value === fields[onlyWhen.field])));
  const cue = draft.retried.includes(place) ? undefined : cueFor(asked, fields);
  const isComplete = asked.every(({ field, kind }) => fields[field] !== undefined || (kind === 'number' && check.optional && field === 'kneeDegrees'));
  const answer = (field: string, value: DraftValue | undefined): void => {
    const { [field]: _old, ...others } = fields;
    const kept = check.answers.filter(({ onlyWhen }) => onlyWhen?.field === field).map((dependent) => dependent.field);
    const next = Object.fromEntries(Object.entries({ ...others, ...(value !== undefined && { [field]: value }) }).filter(([name]) => !kept.includes(name)));
    onChange(withTestAnswer(draft, test, side, next));
  };
  const instructions = (kinds: readonly string[]): readonly string[] => check.instructions.filter(({ kind }) => kinds.includes(kind)).map((line) => fill(line.text));
  return (
    <div class="split">
      <div class="split-head">
        <ScreenHead kicker={check.name} title={side === 'left' ? text.tests.leftTitle : text.tests.rightTitle} lead={instructions(['safety'])[0]} />
      </div>
      <div class="split-figure test-figure">
        <FigurePlace of={check.id} side={side} />
        <TestTimer key={place} seconds={check.seconds} />
      </div>
      <div class="screen">
        <ol class="numbered">
          {instructions(['preparation', 'step']).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p class="note">{instructions(['cue', 'breathing']).join(' ')}</p>
        {draft.retried.includes(place) && Object.keys(fields).length === 0 && <p class="strong">{text.tests.retried}</p>}
        {asked.map((item) => (
          <TestQuestion key={item.field} item={item} fill={fill} value={fields[item.field]} onChange={(value) => answer(item.field, value)} />
        ))}
        {cue !== undefined && <RetryCue words={fill(cue)} />}
        <StopSigns check={check} />
      </div>
      <div class="action-bar">
        {cue === undefined ? (
          <button type="button" class="button" disabled={!isComplete} onClick={onNext}>
            {text.next}
          </button>
        ) : (
          <RetryButtons onKeep={onNext} onRetry={() => onChange({ ...withTestAnswer(draft, test, side, undefined), retried: [...draft.retried, place] })} />
        )}
        {check.optional && (
          <button
            type="button"
            class="button button-plain"
            onClick={() => {
              onChange(withTestAnswer(draft, test, side, undefined));
              onNext();
            }}
          >
            {text.tests.skip}
          </button>
        )}
      </div>
    </div>
  );
}

function RetryCue({ words }: { readonly words: string }): JSX.Element {
  return (
    <div class="note stack">
      <h2>{text.tests.retryTitle}</h2>
      <p>{words}</p>
    </div>
  );
}

function RetryButtons({ onKeep, onRetry }: { readonly onKeep: () => void; readonly onRetry: () => void }): JSX.Element {
  return (
    <div class="action-row">
      <button type="button" class="button button-quiet" onClick={onKeep}>
        {text.tests.keep}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => {
          onRetry();
          window.scrollTo(0, 0);
        }}
      >
        {text.tests.retry}
      </button>
    </div>
  );
}

function StopSigns({ check }: { readonly check: Check }): JSX.Element {
  return (
    <details class="more">
      <summary>{text.tests.stop}</summary>
      <ul class="bullets more-body">
        {check.stops.map(({ sign }) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    </details>
  );
}

type AskedItem = Check['answers'][number];

function cueFor(asked: readonly AskedItem[], fields: DraftFields): string | undefined {
  return asked.flatMap(({ field, choices }) => (choices ?? []).filter(({ value }) => value === fields[field])).find(({ retryCue }) => retryCue !== undefined)?.retryCue;
}
