import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { recordedActivities, type RecordedActivity } from '@psoas/core/diary';
import { importPlanLines, planImport, type LastImport } from '@psoas/exchange/diary-file';
import { fillTemplate } from '@psoas/kernel';
import fileText from '@psoas/knowledge/text/diary-file';
import text from '@psoas/knowledge/text/settings';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import type { Diary } from '../../diary/diary.ts';
import { importDiary, lastImportOf, undoImport } from '../../diary/import-diary.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { readChosen, type ChosenFile, type ChosenPlan, type Refusal } from './read-chosen.ts';
import { longDate } from './long-date.ts';
import { useFileSettings } from './use-file-settings.ts';

const ImportedNotes = lazyScreen(() => import('../share/imported-notes.tsx'));

/** Bringing a copy in: a look at it first, then all of it or nothing, and the way back. */
export function ImportSection({ diary }: { readonly diary: Diary | undefined }): JSX.Element {
  const { clock } = useServices();
  const [file, setFile] = useState<ChosenFile>();
  const [plan, setPlan] = useState<ChosenPlan>();
  const [hasKept, setKept] = useState(false);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<Refusal & { readonly chosen: File }>();
  const read = async (chosen: File, as?: RecordedActivity): Promise<void> => {
    setSaid(text.import.reading);
    setRefused(undefined);
    setKept(false);
    const parsed = await readChosen(chosen, clock, as);
    setSaid('');
    if (!parsed.ok) setRefused({ ...parsed.error, chosen });
    else if ('carePlan' in parsed.value) setPlan(parsed.value);
    else setFile(parsed.value);
  };
  return (
    <div class="stack settings-part">
      <h3>{text.import.title}</h3>
      <p class="soft">{text.import.lead}</p>
      <label class="button button-quiet file-button">
        <input
          class="visually-hidden"
          type="file"
          accept=".json,.fit,.tcx,.gpx,application/json"
          disabled={diary === undefined}
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) void read(chosen);
            // The same file can be chosen again once it was mended.
            currentTarget.value = '';
          }}
        />
        {text.import.choose}
      </label>
      {refused !== undefined && (
        <div role="alert" class="note note-stop stack-tight">
          <p>
            {refused.sentence} {text.import.refused}
          </p>
          {refused.asksKind === true && (
            <p class="activity-kinds">
              {recordedActivities.map((kind) => (
                <button key={kind} type="button" class="text-button" onClick={() => void read(refused.chosen, kind)}>
                  {text.import.asKind[kind]}
                </button>
              ))}
            </p>
          )}
        </div>
      )}
      <p role="status" class="small soft">
        {said}
        {hasKept && (
          <>
            {text.import.planKept} <a href="/today">{text.import.planToday}</a>
          </>
        )}
      </p>
      {diary !== undefined && plan !== undefined && <plan.Show diary={diary} plan={plan.carePlan} onClose={() => setPlan(undefined)} onKept={() => setKept(true)} />}
      {diary !== undefined && diary.folded().importedProposals.length > 0 && <ImportedNotes params={{ which: 'answered' }} />}
      {diary !== undefined && <TakeBack diary={diary} onUndone={(isUndone) => setSaid(isUndone ? text.import.undone : text.import.undoGone)} />}
      {diary !== undefined && file !== undefined && <ImportDialog diary={diary} file={file} onClose={() => setFile(undefined)} onDone={(count) => setSaid(file.activityLines === undefined ? fillTemplate(text.import.done, { count }) : text.import.activityDone)} />}
    </div>
  );
}

type ImportDialogProps = {
  readonly diary: Diary;
  readonly file: ChosenFile;
  readonly onClose: () => void;
  readonly onDone: (count: number) => void;
};

function ImportDialog({ diary, file, onClose, onDone }: ImportDialogProps): JSX.Element {
  const { clock, settings } = useServices();
  const { current, take } = useFileSettings();
  const [plan] = useState(() => planImport(diary.records(), file.entries));
  const [takesSettings, setTakesSettings] = useState(diary.records().length === 0);
  const [progress, setProgress] = useState<{ readonly done: number; readonly count: number }>();
  const [hasFailed, setFailed] = useState(false);
  const isOnlySettings = plan.additions.length === 0;
  const fileSettings = file.settings;
  const run = async (): Promise<void> => {
    setFailed(false);
    setProgress({ done: 0, count: plan.additions.length });
    try {
      const takes = takesSettings && fileSettings !== undefined;
      const settingsBefore = takes ? await current() : undefined;
      const count = await importDiary(diary, file, {
        today: clock.today(),
        ...(settingsBefore !== undefined && { settingsBefore }),
        onProgress: (done, of) => setProgress({ done, count: of }),
      });
      if (takes) await take(fileSettings);
      settings.change({ started: true });
      onDone(count);
      onClose();
    } catch {
      setProgress(undefined);
      setFailed(true);
    }
  };
  return (
    <Dialog title={file.activityLines === undefined ? text.import.confirmTitle : text.import.confirmActivity} onClose={onClose}>
      {file.activityLines?.map((line) => (
        <p key={line} class="strong">
          {line}
        </p>
      ))}
      {file.exportedOn !== undefined && <p class="soft">{fillTemplate(text.import.savedOn, { day: longDate(file.exportedOn) })}</p>}
      {importPlanLines(plan, fileText).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {fileSettings !== undefined && (
        <label class="choice">
          <input type="checkbox" checked={takesSettings} onChange={({ currentTarget }) => setTakesSettings(currentTarget.checked)} />
          <span>{text.import.settings}</span>
        </label>
      )}
      {progress !== undefined && (
        <>
          <progress class="import-progress" max={Math.max(1, progress.count)} value={progress.done} aria-label={text.import.confirmTitle} />
          <p class="small soft">{fillTemplate(text.import.working, progress)}</p>
        </>
      )}
      {hasFailed && (
        <p role="alert" class="note note-stop">
          {text.import.failed}
        </p>
      )}
      {(!isOnlySettings || fileSettings !== undefined) && (
        <button type="button" class="button" disabled={progress !== undefined || (isOnlySettings && !takesSettings)} onClick={() => void run()}>
          {text.import.do}
        </button>
      )}
      <button type="button" class="button button-quiet" disabled={progress !== undefined} onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.import.cancel}
      </button>
    </Dialog>
  );
}

// The way back, as long as there is one; asked anew whenever the diary has changed.
function TakeBack({ diary, onUndone }: { readonly diary: Diary; readonly onUndone: (isUndone: boolean) => void }): JSX.Element | null {
  const { clock } = useServices();
  const { take } = useFileSettings();
  const [last, setLast] = useState<LastImport>();
  const [isWorking, setWorking] = useState(false);
  const records = diary.records();
  const day = clock.today();
  useEffect(() => {
    let isGone = false;
    void lastImportOf(diary, day).then((found) => {
      if (!isGone) setLast(found);
    });
    return () => {
      isGone = true;
    };
  }, [diary, records, day]);
  if (last === undefined) return null;
  const undo = async (): Promise<void> => {
    setWorking(true);
    const isUndone = await undoImport(diary, last);
    if (isUndone && last.settingsBefore !== undefined) await take(last.settingsBefore);
    setWorking(false);
    setLast(undefined);
    onUndone(isUndone);
  };
  return (
    <div class="note stack">
      <p>{fillTemplate(text.import.last, { day: longDate(last.day), count: last.keys.length })}</p>
      <p class="small soft">{text.import.undoNote}</p>
      <button type="button" class="button button-quiet" disabled={isWorking} onClick={() => void undo()}>
        {text.import.undo}
      </button>
    </div>
  );
}
