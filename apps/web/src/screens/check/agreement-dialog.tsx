import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ClinicianAgreement } from '@psoas/core/answers';
import type { FlagId } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/check';
import { Dialog } from '../../widgets/dialog.tsx';
import { useClinicianWord } from '../../widgets/form/use-clinician-word.tsx';

type AgreementDialogProps = { readonly flags: readonly FlagId[]; readonly onAgreed: (agreement: ClinicianAgreement) => void; readonly onClose: () => void };

/** The person's own record of a clinician's word. */
export function AgreementDialog({ flags, onAgreed, onClose }: AgreementDialogProps): JSX.Element {
  const word = useClinicianWord({ flags, words: text.clinician });
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    const agreement = word.read();
    if (agreement.ok) onAgreed(agreement.value);
    else setProblem(agreement.error);
  };
  return (
    <Dialog title={text.clinician.dialogTitle} onClose={onClose}>
      {word.fields}
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
