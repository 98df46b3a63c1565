import type { JSX } from 'preact';
import { sharePartIds } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { ShareStepProps } from './new-share.tsx';

const words = text.steps.what;

/** What they may see. Nothing is marked beforehand. */
export function WhatStep({ draft: { parts }, onChange, onNext }: ShareStepProps): JSX.Element {
  return (
    <>
      <ScreenHead title={words.title} lead={words.lead} />
      <TickList
        legend={words.legend}
        options={sharePartIds.map((part) => ({ value: part, label: text.parts[part], note: words.notes[part] }))}
        values={parts}
        onChange={(marked) => onChange({ parts: sharePartIds.filter((part) => marked.includes(part)) })}
      />
      <p class="small soft">{words.always}</p>
      <div class="action-bar">
        <button type="button" class="button" disabled={parts.length === 0} onClick={onNext}>
          {parts.length === 0 ? words.missing : text.steps.next}
        </button>
      </div>
    </>
  );
}
