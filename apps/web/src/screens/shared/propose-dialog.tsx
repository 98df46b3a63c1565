import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { amountRange } from '@psoas/core/diary';
import { judgedSentence, longestGuestName, previewProposal, type ProposedChange, type SharedItem, type SharedView } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/shared';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import type { Looking } from '../../clients/use-look.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { doseText } from '../../widgets/dose-text.ts';
import { exerciseName, isBilateral } from '../../widgets/exercise-name.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { useGuestName } from './guest-name.ts';
import { planRows } from './plan-rows.ts';
import { sharingTelling } from './sharing-telling.ts';

type ProposeDialogProps = {
  readonly exercise: string;
  readonly view: SharedView;
  readonly write: Looking['write'];
  readonly onClose: () => void;
};

type Kind = ProposedChange['kind'];
type Amounts = Pick<SharedItem, 'reps' | 'holdSeconds'> & { readonly sets: number };

const longestReason = 200;
const kinds: readonly Kind[] = ['amount', 'swap', 'side'];
const sideChoices = ['both', 'left', 'right'] as const;

/** Proposes one change of an exercise, and says at once what would come of it. */
export function ProposeDialog({ exercise, view, write, onClose }: ProposeDialogProps): JSX.Element | null {
  const [from, setFrom] = useGuestName();
  const [kind, setKind] = useState<Kind>('amount');
  const [change, setChange] = useState<ProposedChange>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const item = planRows(view.programme?.programme?.sessions ?? []).find((row) => row.item.exercise === exercise)?.item;
  if (item === undefined) return null;
  const name = from.trim();
  const send = async (): Promise<void> => {
    if (change === undefined) return;
    if (name === '') return setProblem(text.answer.nameMissing);
    const why = reason.trim();
    const fault = await write('proposal', { from: name, changes: [change], ...(why !== '' && { text: why }) });
    if (fault === undefined) onClose();
    else setProblem(text.faults[guestFaultKey(fault)].lead);
  };
  return (
    <Dialog title={fillTemplate(text.propose.title, { exercise: exerciseName(exercise) })} onClose={onClose}>
      <p class="soft">{fillTemplate(text.propose.now, { dose: doseText(item, isBilateral(exercise)) })}</p>
      <ChoiceList
        legend={text.propose.what}
        inline
        options={kinds.filter((each) => each !== 'side' || !isBilateral(exercise)).map((each) => ({ value: each, label: text.propose.kinds[each] }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setChange(undefined);
        }}
      />
      {kind === 'amount' && <AmountFields key="amount" item={item} onChange={setChange} />}
      {kind === 'swap' && <SwapField exercise={exercise} view={view} change={change} onChange={setChange} />}
      {kind === 'side' && (
        <ChoiceList
          legend={text.propose.side}
          options={sideChoices.map((side) => ({ value: side, label: text.propose.sides[side] }))}
          value={change?.kind === 'side' ? change.side : undefined}
          onChange={(side) => setChange({ kind: 'side', exercise, side })}
        />
      )}
      <Preview change={change} view={view} />
      <label class="field">
        <span class="field-label">{text.propose.reason}</span>
        <input class="input" type="text" autocomplete="off" maxLength={longestReason} value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
      </label>
      {/* Asked here only of who has not said it before; typing does not take the field away. */}
      <NameField from={from} onChange={setFrom} />
      <p role="alert" class="strong">
        {problem}
      </p>
      <button type="button" class="button" disabled={change === undefined} onClick={() => void send()}>
        {text.propose.send}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.propose.cancel}
      </button>
    </Dialog>
  );
}

function NameField({ from, onChange }: { readonly from: string; readonly onChange: (name: string) => void }): JSX.Element | null {
  const [isAsked] = useState(from.trim() === '');
  if (!isAsked) return null;
  return (
    <label class="field">
      <span class="field-label">{text.answer.name}</span>
      <input class="input" type="text" autocomplete="off" maxLength={longestGuestName} value={from} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  );
}

const amountNames = ['sets', 'reps', 'holdSeconds'] as const;
const shownByAmount = { sets: text.propose.shownSets, reps: text.propose.shownReps, holdSeconds: text.propose.shownHold } as const;
/** Seconds are counted in fives. */
const stepByAmount = { sets: 1, reps: 1, holdSeconds: 5 } as const;

function AmountFields({ item, onChange }: { readonly item: SharedItem; readonly onChange: (change: ProposedChange | undefined) => void }): JSX.Element {
  const { exercise } = item;
  const [amounts, setAmounts] = useState<Amounts>(item);
  const known = catalogue.exercises.find(({ id }) => id === exercise);
  const fields = amountNames.flatMap((name) => {
    const range = known && amountRange(name, known);
    const value = amounts[name];
    return range === undefined || value === undefined ? [] : [{ name, range, value }];
  });
  const take = (name: (typeof amountNames)[number], value: number): void => {
    const next = { ...amounts, [name]: value };
    setAmounts(next);
    const changed = amountNames.filter((each) => next[each] !== item[each]);
    onChange(changed.length === 0 ? undefined : { kind: 'amount', exercise, ...Object.fromEntries(changed.map((each) => [each, next[each]])) });
  };
  return (
    <div class="stack">
      {fields.map(({ name, range, value }) => (
        <Stepper
          key={name}
          label={text.propose[name]}
          value={value}
          min={Math.min(range.min, value)}
          max={Math.max(range.max, value)}
          step={stepByAmount[name]}
          shown={fillTemplate(shownByAmount[name], { count: value })}
          onChange={(next) => take(name, next)}
        />
      ))}
    </div>
  );
}

type SwapFieldProps = { readonly exercise: string; readonly view: SharedView; readonly change: ProposedChange | undefined; readonly onChange: (change: ProposedChange | undefined) => void };

// What fits stands first; the others can be chosen too, and it is said why they do not fit.
function SwapField({ exercise, view, change, onChange }: SwapFieldProps): JSX.Element {
  const shared = view.programme?.programme;
  const fitting = shared?.exercises.find((each) => each.exercise === exercise)?.alternatives ?? [];
  const own = catalogue.exercises.find(({ id }) => id === exercise);
  const inPlan = new Set(shared?.exercises.map((each) => each.exercise));
  const others = catalogue.exercises.filter(({ id, planned, class: kind }) => planned && kind === own?.class && !fitting.includes(id) && !inPlan.has(id)).map(({ id }) => id);
  const known = [...fitting.filter((id) => catalogue.exercises.some((each) => each.id === id)), ...others];
  return (
    <label class="field">
      <span class="field-label">{text.propose.by}</span>
      <select
        class="input"
        value={change?.kind === 'swap' ? change.by : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : { kind: 'swap', exercise, by: currentTarget.value })}
      >
        <option value="">–</option>
        {known.map((id) => (
          <option key={id} value={id}>
            {exerciseName(id)}
          </option>
        ))}
      </select>
      {known.length === 0 && <span class="small soft">{text.propose.swapNone}</span>}
    </label>
  );
}

function Preview({ change, view }: { readonly change: ProposedChange | undefined; readonly view: SharedView }): JSX.Element {
  const [judged] = change === undefined ? [] : previewProposal({ changes: [change] }, view, catalogue).changes;
  const told = judged && judgedSentence(judged, sharingTelling);
  return (
    <div class="note stack-tight" role="status">
      <p class="strong">{text.propose.preview}</p>
      {told === undefined ? (
        <p>{text.propose.nothing}</p>
      ) : (
        <>
          <p class="strong">{told.verdict}</p>
          {told.why.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </>
      )}
      <p class="small soft">{text.propose.lastWord}</p>
    </div>
  );
}
