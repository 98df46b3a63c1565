import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/shell';
import { emergencyNumber, regionName } from '../app/emergency-numbers.ts';
import { useRegion } from '../app/use-region.ts';

/** The button that calls the emergency number of the person's region, and what to know where the region is open. */
export function EmergencyCall(): JSX.Element {
  const region = useRegion();
  const { number, isKnown, adviceNumber } = emergencyNumber(region);
  return (
    <div class="stack">
      <a class="button button-stop" href={`tel:${number}`}>
        {fillTemplate(text.emergency.call, { number })}
      </a>
      <p class="small soft">
        {isKnown
          ? fillTemplate(text.emergency.otherNumber, { region: regionName(region) })
          : text.emergency.unknown}
      </p>
      {adviceNumber !== undefined && <p class="small soft">{fillTemplate(text.emergency.advice, { number: adviceNumber })}</p>}
    </div>
  );
}
