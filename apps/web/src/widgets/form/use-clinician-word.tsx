import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { daysBetween, err, ok, parseLocalDate, type Result } from '@psoas/kernel';
import type { ClinicianAgreement } from '@psoas/core/answers';
import type { FlagId } from '@psoas/core/safety';
import { useServices } from '../../app/services.ts';
import { reasonLabel } from '../reason-text.ts';
import { TickList } from './tick-list.tsx';

/** The words of the fields, for the person themselves or for whoever helps them. */
export type ClinicianWordText = {
  readonly which: string;
  readonly when: string;
  readonly statement: string;
  readonly missing: string;
  readonly future: string;
};

type ClinicianWordInput = { readonly flags: readonly FlagId[]; readonly words: ClinicianWordText };

/** [S-05] A clinician's word: for what, when, and the statement itself. Nothing is filled in beforehand. `read` gives it, or what is wrong. */
export function useClinicianWord({ flags, words }: ClinicianWordInput): { readonly fields: JSX.Element; readonly read: () => Result<ClinicianAgreement, string> } {
  const { clock } = useServices();
  const dayId = useId();
  const [chosen, setChosen] = useState<readonly FlagId[]>([]);
  const [day, setDay] = useState('');
  const [isStated, setStated] = useState(false);
  const read = (): Result<ClinicianAgreement, string> => {
    const date = parseLocalDate(day);
    if (chosen.length === 0 || !date.ok || !isStated) return err(words.missing);
    return daysBetween(date.value, clock.today()) < 0 ? err(words.future) : ok({ flags: chosen, date: date.value });
  };
  const fields = (
    <>
      <TickList legend={words.which} options={flags.map((flag) => ({ value: flag, label: reasonLabel(flag) }))} values={chosen} onChange={setChosen} />
      <div class="field">
        <label class="field-label" for={dayId}>
          {words.when}
        </label>
        <input id={dayId} class="input" type="date" max={clock.today()} value={day} onInput={({ currentTarget }) => setDay(currentTarget.value)} />
      </div>
      <label class="choice">
        <input type="checkbox" checked={isStated} onChange={({ currentTarget }) => setStated(currentTarget.checked)} />
        <span>{words.statement}</span>
      </label>
    </>
  );
  return { fields, read };
}
