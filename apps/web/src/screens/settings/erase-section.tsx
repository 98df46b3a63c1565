import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import calendarText from '@psoas/knowledge/text/published-calendar';
import text from '@psoas/knowledge/text/settings';
import { eraseDevice } from '../../adapters/erase-device.ts';
import { useServices } from '../../app/services.ts';
import { useDiary } from '../../app/use-diary.ts';
import type { Diary } from '../../diary/diary.ts';
import { lazyScreen } from '../../app/lazy-screen.tsx';
import { hasCalendarNote } from '../../sync/calendar-note.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { OpenSharesNote } from './open-shares-note.tsx';
import { countText } from '../../widgets/count-text.ts';

const EraseElsewhere = lazyScreen(() => import('../other-device/erase-elsewhere.tsx'));

/** The name of `sync-note.ts`, which is not fetched for it. */
const otherDevicesName = 'other-devices';

/** Erasing everything, in two clear steps. */
export function EraseSection(): JSX.Element {
  const diary = useDiary();
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="stack settings-part">
      <h3>{text.erase.title}</h3>
      <p class="soft">{text.erase.lead}</p>
      <button type="button" class="button button-quiet danger" disabled={diary === undefined} onClick={() => setAsking(true)}>
        {text.erase.start}
      </button>
      {isAsking && diary !== undefined && <EraseDialog diary={diary} onClose={() => setAsking(false)} />}
    </div>
  );
}

function EraseDialog({ diary, onClose }: { readonly diary: Diary; readonly onClose: () => void }): JSX.Element {
  const services = useServices();
  const [understands, setUnderstands] = useState(false);
  const [isWorking, setWorking] = useState(false);
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    void diary.readKept(otherDevicesName).then((note) => setElsewhere(note !== undefined), () => undefined);
  }, [diary]);
  const [isOpen, setOpen] = useState(false);
  const [stays, setStays] = useState<string>();
  useEffect(() => {
    void hasCalendarNote(diary).then(setOpen, () => undefined);
  }, [diary]);
  // [IC-13] Its secret goes with the rest, so the calendar is ended first; where that fails the person decides.
  const endCalendar = async (): Promise<boolean> => {
    if (!isOpen || stays !== undefined) return true;
    const { endForErase } = await import('../calendar/end-for-erase.ts');
    const why = await endForErase({ ...services, openDiary: () => Promise.resolve(diary) });
    setStays(why);
    return why === undefined;
  };
  const erase = async (): Promise<void> => {
    setWorking(true);
    if (!(await endCalendar())) return setWorking(false);
    await diary.erase();
    await eraseDevice();
    window.location.assign('/');
  };
  return (
    <Dialog title={text.erase.confirmTitle} onClose={onClose}>
      <p>{countText(text.erase.confirm, diary.records().length)}</p>
      <OpenSharesNote />
      {isElsewhere && <EraseElsewhere params={{}} />}
      {isOpen && <p>{calendarText.erase.lead}</p>}
      <div role="alert">{stays !== undefined && <p class="note note-stop">{fillTemplate(calendarText.erase.failed, { why: stays })}</p>}</div>
      <label class="choice">
        <input type="checkbox" checked={understands} onChange={({ currentTarget }) => setUnderstands(currentTarget.checked)} />
        <span>{text.erase.understand}</span>
      </label>
      <button type="button" class="button button-stop" disabled={!understands || isWorking} onClick={() => void erase()}>
        {isWorking ? text.erase.working : stays === undefined ? text.erase.do : calendarText.erase.anyway}
      </button>
      <button type="button" class="button button-quiet" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
        {text.erase.cancel}
      </button>
    </Dialog>
  );
}
