import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { daysBetween, fillTemplate, parseLocalDate, type LocalDate } from '@psoas/kernel';
import shell from '@psoas/knowledge/text/shell';
import text from '@psoas/knowledge/text/today';
import { useServices } from '../../app/services.ts';
import type { Elsewhere } from '../../sync/read-elsewhere.ts';
import type { TodayStanding } from '../../app/use-day.ts';
import { useSettings, useUpdateWaiting } from '../../app/use-settings.ts';
import { WaitingLine } from '../../widgets/waiting-line.tsx';

// A diary of a few sessions is worth a copy, and a copy of a month ago is old. Own choice.
const sessionsBeforeReminder = 5;
const daysBetweenReminders = 30;

function daysSince(copiedOn: string, day: LocalDate): number {
  const copied = parseLocalDate(copiedOn);
  return copied.ok ? daysBetween(copied.value, day) : Infinity;
}

// [SY-10] Fetched after the rest: it is no news of this minute.
function useElsewhere(): Elsewhere | undefined {
  const { clock, openStorage } = useServices();
  const [elsewhere, setElsewhere] = useState<Elsewhere>();
  useEffect(() => {
    void Promise.all([openStorage(), import('../../sync/read-elsewhere.ts')])
      .then(([storage, { readElsewhere }]) => readElsewhere(storage, clock.nowMillis()))
      .then(setElsewhere, () => undefined);
  }, [clock, openStorage]);
  return elsewhere;
}

/** What the person should know about the app itself: a new version, a diary that is not kept or not wholly read. */
export function AppNotices({ standing }: { readonly standing: TodayStanding }): JSX.Element | null {
  const { diary, day, sessionCount, unreadableCount } = standing;
  const { update } = useServices();
  const isWaiting = useUpdateWaiting();
  const [{ copiedOn }] = useSettings();
  const problem = diary.storageProblem();
  const elsewhere = useElsewhere();
  const late = elsewhere?.late;
  const needsCopy = elsewhere?.isKept === false && sessionCount >= sessionsBeforeReminder && daysSince(copiedOn, day) >= daysBetweenReminders;
  if (!isWaiting && late === undefined && problem === undefined && diary.waitingCount() === 0 && unreadableCount === 0 && !needsCopy) return null;
  return (
    <div class="stack notices">
      {problem !== undefined && (
        <div class="note note-stop stack-tight" role="alert">
          <p>{text.storage[problem]}</p>
          {problem !== 'unavailable' && (
            <button type="button" class="text-button" onClick={() => window.location.reload()}>
              {text.storage.reload}
            </button>
          )}
        </div>
      )}
      <WaitingLine diary={diary} />
      {unreadableCount > 0 && <p class="note small">{fillTemplate(text.unreadable, { count: unreadableCount })}</p>}
      {needsCopy && (
        <p class="note small">
          {fillTemplate(text.copy.text, { count: sessionCount })} <a href="/settings">{text.copy.link}</a>
        </p>
      )}
      {late !== undefined && (
        <p class="note small">
          {late} <a href="/settings/devices">{text.otherDevices}</a>
        </p>
      )}
      {isWaiting && (
        <div class="note spread">
          <p>{shell.update.text}</p>
          <button type="button" class="text-button" onClick={update.use}>
            {shell.update.button}
          </button>
        </div>
      )}
    </div>
  );
}
