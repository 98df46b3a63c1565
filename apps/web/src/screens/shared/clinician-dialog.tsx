import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { daysBetween, parseLocalDate } from '@psoas/kernel';
import type { FlagId } from '@psoas/core/safety';
import { longestGuestText } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/shared';
import { useServices } from '../../app/services.ts';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import type { Looking } from '../../clients/use-look.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { reasonLabel } from '../../widgets/reason-text.ts';

type ClinicianDialogProps = { readonly flags: readonly FlagId[]; readonly from: string; readonly write: Looking['write']; readonly onClose: () => void };

/** A clinician's word for the person's diary: for what, when, and the statement itself. Nothing is filled in beforehand. */
export function ClinicianDialog({ flags, from, write, onClose }: ClinicianDialogProps): JSX.Element {
  const { clock } = useServices();
  const dayId = useId();
  const [chosen, setChosen] = useState<readonly FlagId[]>([]);
  const [day, setDay] = useState('');
  const [isStated, setStated] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = async (): Promise<void> => {
    const date = parseLocalDate(day);
    if (chosen.length === 0 || !date.ok || !isStated) return setProblem(text.clinician.missing);
    if (daysBetween(date.value, clock.today()) < 0) return setProblem(text.clinician.future);
    const said = note.trim();
    const fault = await write('clinician-word', { from, flags: chosen, date: date.value, ...(said !== '' && { text: said }) });
    if (fault === undefined) onClose();
    else setProblem(text.faults[guestFaultKey(fault)].lead);
  };
  return (
    <Dialog title={text.clinician.title} onClose={onClose}>
      <p>{text.clinician.lead}</p>
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
      <label class="field">
        <span class="field-label">{text.clinician.note}</span>
        <input class="input" type="text" maxLength={longestGuestText} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      </label>
      <p role="alert" class="strong">
        {problem}
      </p>
      <button type="button" class="button" onClick={() => void send()}>
        {text.clinician.save}
      </button>
    </Dialog>
  );
}
