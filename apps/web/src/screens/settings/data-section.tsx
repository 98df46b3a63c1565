import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/settings';
import { saveTextFile } from '../../adapters/save-file.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import { useDiary } from '../../app/use-diary.ts';
import { diaryToFile } from '../../diary/diary.ts';

/** The diary on this device, and a copy of it. */
export function DataSection(): JSX.Element {
  const { clock } = useServices();
  const diary = useDiary();
  const [settings, change] = useSettings();
  const [isSaved, setSaved] = useState(false);
  const unreadable = diary?.folded().unreadable.length ?? 0;
  const save = (): void => {
    if (diary === undefined) return;
    const day = clock.today();
    saveTextFile(fillTemplate(text.data.fileName, { day }), diaryToFile(diary.records(), day));
    change({ copiedOn: day });
    setSaved(true);
  };
  return (
    <section class="card stack">
      <h2>{text.data.title}</h2>
      <p class="soft">{text.data.lead}</p>
      {/* Nothing is counted before the diary has been read. */}
      {diary !== undefined && <p class="strong">{fillTemplate(text.data.count, { count: diary.records().length })}</p>}
      <p class="small soft">{settings.copiedOn === '' ? text.data.lastNever : fillTemplate(text.data.lastOn, { day: settings.copiedOn })}</p>
      {unreadable > 0 && <p class="note small">{fillTemplate(text.data.unreadable, { count: unreadable })}</p>}
      <button type="button" class="button button-quiet" disabled={diary === undefined} onClick={save}>
        {text.data.export}
      </button>
      <p role="status" class="small soft">
        {isSaved ? text.data.saved : ''}
      </p>
      <p>
        <a href="/privacy">{text.data.privacy}</a> · <a href="/check?new">{text.check}</a>
      </p>
    </section>
  );
}
