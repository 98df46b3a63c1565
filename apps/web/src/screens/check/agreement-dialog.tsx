import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { daysBetween, parseLocalDate } from '@psoas/kernel';
import type { ClinicianAgreement } from '@psoas/core/answers';
import type { FlagId } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/check';
import { useServices } from '../../app/services.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { reasonLabel } from '../../widgets/reason-text.ts';

type AgreementDialogProps = { readonly flags: readonly FlagId[]; readonly onAgreed: (agreement: ClinicianAgreement) => void; readonly onClose: () => void };

/** A clinician's word: for what, when, and the statement itself. Nothing is filled in beforehand. */
export function AgreementDialog({ flags, onAgreed, onClose }: AgreementDialogProps): JSX.Element {
  const { clock } = useServices();
  const dayId = useId();
  const [chosen, setChosen] = useState<readonly FlagId[]>([]);
  const [day, setDay] = useState('');
  const [isStated, setStated] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    const date = parseLocalDate(day);
    if (chosen.length === 0 || !date.ok || !isStated) setProblem(text.clinician.missing);
    else if (daysBetween(date.value, clock.today()) < 0) setProblem(text.clinician.future);
    else onAgreed({ flags: chosen, date: date.value });
  };
  return (
    <Dialog title={text.clinician.dialogTitle} onClose={onClose}>
      <TickList legend={text.clinician.which} options={flags.map((flag) => ({ value: flag, label: reasonLabel(flag) }))} values={chosen} onChange={setChosen} />
      <div class="field">
        <label class="field-label" for={dayId}>
          {text.clinician.when}
        </label>
        <input id={dayId} class="input" type="date" max={clock.today()} value={day} onInput={({ currentTarget }) => setDay(currentTarget.value)} />
      </div>
      <label class="choice">
        <input type="checkbox" checked={isStated} onChange={({ currentTarget }) => setStated(currentTarget.checked)} />
        <span>{text.clinician.statement}</span>
      </label>
      <p class="small soft">{text.clinician.lapses}</p>
      <p role="alert" class="strong">
        {problem}
      </p>
      <button type="button" class="button" onClick={save}>
        {text.clinician.save}
      </button>
    </Dialog>
  );
}
