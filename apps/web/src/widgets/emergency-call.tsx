import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/shell';
import { emergencyNumber } from '../app/emergency-numbers.ts';
import { useSettings } from '../app/use-settings.ts';

/** The button that calls the emergency number of the person's region, and what to know where the region is open. */
export function EmergencyCall(): JSX.Element {
  const [{ region }] = useSettings();
  const { number, isKnown } = emergencyNumber(region);
  return (
    <div class="stack">
      <a class="button button-stop" href={`tel:${number}`}>
        {fillTemplate(text.emergency.call, { number })}
      </a>
      <p class="small soft">
        {isKnown
          ? fillTemplate(text.emergency.otherNumber, { region: text.regions[region] })
          : text.emergency.unknown}
      </p>
    </div>
  );
}
