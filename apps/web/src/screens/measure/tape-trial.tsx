import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { thighAngleByTape, type TapeFault } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { useSettings } from '../../app/use-settings.ts';
import { NumberField } from '../../widgets/form/number-field.tsx';
import { centimetresToShown, shownToCentimetres, unitLabel, type LengthUnits } from '../../widgets/units.ts';
import { signedDegrees } from './measure-words.ts';

type TapeTrialProps = {
  readonly lengthCentimetres: number | undefined;
  readonly onLength: (lengthCentimetres: number | undefined) => void;
  readonly onTrial: (degrees: number) => void;
};

/** [ME-01] One trial by tape; the length of the thigh stays from trial to trial. */
export function TapeTrial({ lengthCentimetres, onLength, onTrial }: TapeTrialProps): JSX.Element {
  const [{ units }] = useSettings();
  const [heightCentimetres, setHeight] = useState<number>();
  const read = heightCentimetres === undefined || lengthCentimetres === undefined ? undefined : thighAngleByTape({ heightCentimetres, lengthCentimetres });
  const shown = (length: number | undefined): number | undefined => (length === undefined ? undefined : centimetresToShown(length, units));
  const stored = (typed: number | undefined): number | undefined => (typed === undefined ? undefined : shownToCentimetres(typed, units));
  return (
    <>
      <div class="card stack">
        <NumberField isSigned label={text.tape.height} unit={unitLabel(units)} value={shown(heightCentimetres)} onChange={(typed) => setHeight(stored(typed))} />
        <NumberField label={text.tape.length} unit={unitLabel(units)} value={shown(lengthCentimetres)} onChange={(typed) => onLength(stored(typed))} />
        <p role="status" class={read?.ok === false ? 'note' : 'strong'}>
          {read === undefined ? text.tape.waiting : read.ok ? fillTemplate(text.tape.angle, { angle: signedDegrees(read.value) }) : faultText(read.error, units)}
        </p>
      </div>
      <div class="action-bar">
        <button type="button" class="button" disabled={read?.ok !== true} onClick={() => read?.ok === true && onTrial(read.value)}>
          {text.take}
        </button>
      </div>
    </>
  );
}

function faultText({ field, min, max }: TapeFault, units: LengthUnits): string {
  return fillTemplate(text.tape.faults[field], { min: centimetresToShown(min, units), max: centimetresToShown(max, units), unit: unitLabel(units) });
}
