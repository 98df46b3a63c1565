import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { diaryTables, diaryToCsv, type DiaryTable } from '@psoas/exchange/csv';
import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/settings';
import { inTurns, pageTurns } from '../../adapters/in-turns.ts';
import { saveFile } from '../../adapters/save-file.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import type { Diary } from '../../diary/diary.ts';
import { fhirPieces } from '../../diary/fhir-pieces.ts';
import { longDate } from './long-date.ts';
import { useFileSettings } from './use-file-settings.ts';
import { countText } from '../../widgets/count-text.ts';

/** The diary on this device, a copy of it, and tables for a spreadsheet. */
export function DataSection({ diary }: { readonly diary: Diary | undefined }): JSX.Element {
  const { clock } = useServices();
  const { current } = useFileSettings();
  const [settings, change] = useSettings();
  const [isSaved, setSaved] = useState(false);
  const unreadable = diary?.folded().unreadable.length ?? 0;
  const save = async (): Promise<void> => {
    if (diary === undefined) return;
    const day = clock.today();
    const file = { exportedOn: day, entries: diary.records(), settings: await current() };
    saveFile(fillTemplate(text.data.fileName, { day }), 'application/json', await inTurns(diaryFileChunks(file), pageTurns));
    change({ copiedOn: day });
    setSaved(true);
  };
  const saveTable = (table: DiaryTable): void => {
    if (diary === undefined) return;
    const name = fillTemplate(text.data.tableFileName, { table, day: clock.today() });
    saveFile(name, 'text/csv', [diaryToCsv(diary.records(), table, { byteOrderMark: true })]);
  };
  return (
    <div class="stack">
      <p class="soft">{text.data.lead}</p>
      {unreadable > 0 && <p class="note small">{countText(text.data.unreadable, unreadable)}</p>}
      <button type="button" class="button button-quiet" disabled={diary === undefined} onClick={() => void save()}>
        {text.data.export}
      </button>
      <p role="status" class="small soft">
        {isSaved ? text.data.saved : settings.copiedOn === '' ? text.data.lastNever : fillTemplate(text.data.lastOn, { day: longDate(settings.copiedOn) })}
      </p>
      <details class="more">
        <summary>{text.data.tables}</summary>
        <div class="more-body">
          <p class="small soft">{text.data.tablesNote}</p>
          {diaryTables.map((table) => (
            <button key={table} type="button" class="button button-quiet button-small" disabled={diary === undefined} onClick={() => saveTable(table)}>
              {fillTemplate(text.data.table, { table: text.data.tableNames[table] })}
            </button>
          ))}
        </div>
      </details>
      <ClinicFile diary={diary} />
    </div>
  );
}

function ClinicFile({ diary }: { readonly diary: Diary | undefined }): JSX.Element {
  const { clock } = useServices();
  const [said, setSaid] = useState('');
  const save = async (): Promise<void> => {
    if (diary === undefined) return;
    const day = clock.today();
    setSaid(text.data.clinicWorking);
    try {
      const pieces = await inTurns(await fhirPieces(diary.records(), day), pageTurns);
      saveFile(fillTemplate(text.data.clinicFileName, { day }), 'application/fhir+json', pieces);
      setSaid(text.data.clinicSaved);
    } catch {
      setSaid(text.data.clinicFailed);
    }
  };
  return (
    <details class="more">
      <summary>{text.data.clinic}</summary>
      <div class="more-body">
        <p class="small soft">{text.data.clinicNote}</p>
        <button type="button" class="button button-quiet button-small" disabled={diary === undefined || diary.records().length === 0} onClick={() => void save()}>
          {text.data.clinicSave}
        </button>
        <p role="status" class="small soft">
          {said}
        </p>
      </div>
    </details>
  );
}
