import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import text from '@psoas/knowledge/text/shell';
import { regionIds } from '../adapters/settings.ts';
import { emergencyNumber, regionName } from '../app/emergency-numbers.ts';
import { useSettings } from '../app/use-settings.ts';

/** Where the person is, for the emergency number. Separate from the language. */
export function RegionSelect(): JSX.Element {
  const [settings, change] = useSettings();
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {text.emergency.region}
      </label>
      <select
        id={id}
        class="input"
        value={settings.region}
        onChange={(event) => {
          const region = regionIds.find((one) => one === event.currentTarget.value);
          if (region !== undefined) change({ region });
        }}
      >
        {regionIds.map((region) => (
          <option key={region} value={region}>
            {emergencyNumber(region).isKnown ? `${regionName(region)} (${emergencyNumber(region).number})` : regionName(region)}
          </option>
        ))}
      </select>
    </div>
  );
}
