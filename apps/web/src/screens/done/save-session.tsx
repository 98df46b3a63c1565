import type { JSX } from 'preact';
import type { Run } from '@psoas/core/diary';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/watch';
import { aheadOfUtcSecondsAt } from '../../adapters/clock.ts';
import { saveFile } from '../../adapters/save-file.ts';

/** A session that was done, as an activity file for a watch's service. What writes it is loaded when it is asked for. */
export function SaveSession({ run }: { readonly run: Run }): JSX.Element | null {
  if (run.outcome === undefined) return null;
  const save = async (): Promise<void> => {
    const { sessionToFit } = await import('@psoas/exchange/fit');
    const file = sessionToFit(run, aheadOfUtcSecondsAt(run.startedAtMillis));
    saveFile(fillTemplate(text.doneFileName, { day: run.startedDay }), 'application/vnd.ant.fit', [file]);
  };
  return (
    <details class="more">
      <summary>{text.done}</summary>
      <div class="more-body">
        <p class="soft">{text.doneLead}</p>
        <button type="button" class="button button-quiet" onClick={() => void save()}>
          {text.doneSave}
        </button>
      </div>
    </details>
  );
}
