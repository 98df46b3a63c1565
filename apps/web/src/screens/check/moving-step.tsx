import type { JSX } from 'preact';
import { worseWithChoices } from '@psoas/core/answers';
import { modifiers } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/check';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NumberField } from '../../widgets/form/number-field.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { CheckDraft, DraftFields } from './draft.ts';
import type { StepProps } from './step-props.ts';

const yesNo = [
  { value: false, label: text.moving.no },
  { value: true, label: text.moving.yes },
] as const;

/** Kneeling, floor, balance, bendy joints, and what makes the back worse. */
export function MovingStep({ draft, onChange, onNext }: StepProps): JSX.Element {
  const { about, details } = draft;
  const setAbout = (changes: typeof about): void => onChange({ ...draft, about: { ...about, ...changes } });
  const bendy = bendyAnswer(draft);
  const worseWith = details['backPattern']?.['worseWith'];
  const isComplete = kneelingAnswer(draft) !== undefined && about.canUseFloor !== undefined && about.needsBalanceSupport !== undefined && bendy !== undefined && worseWith !== undefined;
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.moving.title} />
      <ChoiceList
        legend={text.moving.kneeling}
        inline
        options={[
          { value: 'fine', label: text.moving.kneelingChoices.fine },
          { value: 'hurts', label: text.moving.kneelingChoices.hurts },
          { value: 'cannot', label: text.moving.kneelingChoices.cannot },
        ]}
        value={kneelingAnswer(draft)}
        onChange={(chosen) => onChange({ ...withDetail(draft, 'kneelingHurts', { value: chosen === 'hurts' }), about: { ...about, canKneel: chosen !== 'cannot' } })}
      />
      <ChoiceList legend={questionOf('M-NO-FLOOR')} inline options={yesNo} value={about.canUseFloor === undefined ? undefined : !about.canUseFloor} onChange={(isHard) => setAbout({ canUseFloor: !isHard })} />
      <ChoiceList legend={questionOf('M-BALANCE')} inline options={yesNo} value={about.needsBalanceSupport} onChange={(needsBalanceSupport) => setAbout({ needsBalanceSupport })} />
      <ChoiceList legend={questionOf('M-HYPERMOBILE')} inline options={yesNo} value={bendy} onChange={(is) => onChange(withDetail(draft, 'hypermobility', is ? {} : { score: 0 }))} />
      {bendy === true && <BendyScore draft={draft} onChange={onChange} />}
      <ChoiceList
        legend={modifiers.find(({ id }) => id === 'M-BACK-EXTENSION')?.asks[0]?.question ?? ''}
        options={(modifiers.find(({ id }) => id === 'M-BACK-EXTENSION')?.asks[0]?.choices ?? []).flatMap(({ value, label }) => {
          const known = worseWithChoices.find((one) => one === value);
          return known === undefined ? [] : [{ value: known, label }];
        })}
        value={worseWithChoices.find((one) => one === worseWith)}
        onChange={(chosen) => onChange(withDetail(draft, 'backPattern', { worseWith: chosen }))}
      />
      <div class="action-bar">
        <button type="button" class="button" disabled={!isComplete} onClick={onNext}>
          {text.next}
        </button>
      </div>
    </>
  );
}

function BendyScore({ draft, onChange }: Pick<StepProps, 'draft' | 'onChange'>): JSX.Element {
  const ask = modifiers.find(({ id }) => id === 'M-HYPERMOBILE')?.asks[0];
  const score = draft.details['hypermobility']?.['score'];
  return (
    <div class="card stack">
      <NumberField
        label={ask?.question ?? text.moving.bendyPoints}
        unit={ask?.unit}
        min={0}
        max={9}
        value={typeof score === 'number' ? score : undefined}
        onChange={(points) => onChange(withDetail(draft, 'hypermobility', points === undefined || points < 1 || points > 9 ? {} : { score: Math.round(points) }))}
      />
      <p class="small soft">{text.moving.bendyHelp}</p>
    </div>
  );
}

function questionOf(id: string): string {
  return modifiers.find((modifier) => modifier.id === id)?.question ?? '';
}

function kneelingAnswer({ about, details }: CheckDraft): 'fine' | 'hurts' | 'cannot' | undefined {
  if (about.canKneel === undefined || details['kneelingHurts'] === undefined) return undefined;
  if (!about.canKneel) return 'cannot';
  return details['kneelingHurts']['value'] === true ? 'hurts' : 'fine';
}

// A score of 0 records the no; a missing score is a yes that was not counted (S-02).
function bendyAnswer({ details }: CheckDraft): boolean | undefined {
  const known = details['hypermobility'];
  return known === undefined ? undefined : known['score'] !== 0;
}

function withDetail(draft: CheckDraft, detail: string, fields: DraftFields): CheckDraft {
  return { ...draft, details: { ...draft.details, [detail]: fields } };
}
