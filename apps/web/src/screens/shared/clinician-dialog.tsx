import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FlagId } from '@psoas/core/safety';
import { longestGuestText } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/shared';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import type { Looking } from '../../clients/use-look.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { useClinicianWord } from '../../widgets/form/use-clinician-word.tsx';

type ClinicianDialogProps = { readonly flags: readonly FlagId[]; readonly from: string; readonly write: Looking['write']; readonly onClose: () => void };

/** A clinician's word for the person's diary, from whoever helps them. */
export function ClinicianDialog({ flags, from, write, onClose }: ClinicianDialogProps): JSX.Element {
  const word = useClinicianWord({ flags, words: text.clinician });
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = async (): Promise<void> => {
    const agreement = word.read();
    if (!agreement.ok) return setProblem(agreement.error);
    const said = note.trim();
    const fault = await write('clinician-word', { from, ...agreement.value, ...(said !== '' && { text: said }) });
    if (fault === undefined) onClose();
    else setProblem(text.faults[guestFaultKey(fault)].lead);
  };
  return (
    <Dialog title={text.clinician.title} onClose={onClose}>
      <p>{text.clinician.lead}</p>
      {word.fields}
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
