import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/body';
import { basicPresets, hasPosture } from './presets.ts';

type PostureChoiceProps = {
  /** The id of a preset, or `own` after something was moved. */
  readonly value: string;
  readonly onChoose: (preset: string) => void;
};

/** The postures to start from: basics, and one for each exercise. */
export function PostureChoice({ value, onChoose }: PostureChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {text.postures.label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {value === 'own' && <option value="own">{text.postures.own}</option>}
        <optgroup label={text.postures.basic}>
          {basicPresets.map((preset) => (
            <option key={preset} value={preset}>
              {text.postures[preset]}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.postures.exercises}>
          {exercises
            .filter((exercise) => hasPosture(exercise.id))
            .map((exercise) => (
              <option key={exercise.id} value={exercise.id}>
                {exercise.name}
              </option>
            ))}
        </optgroup>
      </select>
    </div>
  );
}
