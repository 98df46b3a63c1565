import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/shell';
import { Dialog } from './dialog.tsx';
import { EmergencyCall } from './emergency-call.tsx';
import { RegionSelect } from './region-select.tsx';

/** Emergency help: whom to call, from where, and for which signs. */
export function EmergencyDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Dialog title={text.emergency.title} onClose={onClose}>
      <p>{text.emergency.lead}</p>
      <EmergencyCall />
      <RegionSelect />
      <div class="stack-tight">
        <h3>{text.emergency.signsTitle}</h3>
        <ul class="bullets">
          {text.emergency.signs.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        class="button button-quiet"
        onClick={(event) => event.currentTarget.closest('dialog')?.close()}
      >
        {text.emergency.close}
      </button>
    </Dialog>
  );
}
