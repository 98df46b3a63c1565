import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { weekdayOf } from '@psoas/kernel';
import { forbidsTraining, isUrgent } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/today';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useDay, type TodayStanding } from '../../app/use-day.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { UrgentAnswer } from '../../widgets/urgent-answer.tsx';
import { draftName, readDraft } from '../check/draft.ts';
import { AppNotices } from './app-notices.tsx';
import { RestDay } from './rest-day.tsx';
import { SessionCard } from './session-card.tsx';
import { Stopped } from './stopped.tsx';
import './today.css';

/** Today: one thing to do. */
export default function TodayScreen(): JSX.Element {
  const standing = useDay();
  const hasDraft = useHasDraft();
  if (standing === undefined || hasDraft === undefined) return <Waiting />;
  return (
    <>
      <AppNotices standing={standing} />
      <TodayView standing={standing} hasDraft={hasDraft} />
    </>
  );
}

function TodayView({ standing, hasDraft }: { readonly standing: TodayStanding; readonly hasDraft: boolean }): JSX.Element {
  const { go } = useLocation();
  const { today, triage, day, state } = standing;
  const weekday = text.weekdays[weekdayOf(day) - 1];
  if (triage !== undefined && isUrgent(triage.level)) return <UrgentAnswer triage={triage} onNewCheck={() => go('/check?new')} />;
  if (hasDraft) return <NothingYet title={text.draft.title} lead={text.draft.lead} href="/check" button={text.draft.button} />;
  switch (today.kind) {
    case 'no-check':
      return <NothingYet title={text.noCheck.title} lead={text.noCheck.lead} href="/check" button={text.noCheck.button} />;
    case 'stopped':
      return <Stopped standing={standing} because={today.because} triage={triage} waitsForClinician={triage !== undefined && forbidsTraining(triage.level)} />;
    case 'not-today':
      return <RestDay standing={standing} weekday={weekday} title={text.notTodayTitle} lead={text.notTodayLead} because={today.because} />;
    case 'rest':
      return <RestDay standing={standing} weekday={weekday} title={text.restTitle} lead={text.restLead} because={[]} />;
    case 'sessions':
      if (state.programmeStartedOn === undefined) return <NothingYet title={text.notStarted.title} lead={text.notStarted.lead} href="/programme" button={text.notStarted.button} />;
      return <SessionCard standing={standing} weekday={weekday} />;
  }
}

// A check that was begun and not ended stands before everything but an emergency.
function useHasDraft(): boolean | undefined {
  const { openStorage } = useServices();
  const [hasDraft, setHasDraft] = useState<boolean>();
  useEffect(() => {
    void openStorage()
      .then((storage) => storage.readKept(draftName))
      .then((kept) => setHasDraft((readDraft(kept)?.stepId ?? '') !== ''));
  }, [openStorage]);
  return hasDraft;
}
