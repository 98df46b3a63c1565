import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { redsInLastWeek, type DiaryState } from '@psoas/core/diary';
import { createTimeline } from '@psoas/core/session';
import { byId } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import { askToPersist } from '../../adapters/persist.ts';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import type { Standing } from '../../app/use-standing.ts';
import { WaitingLine } from '../../widgets/waiting-line.tsx';
import { savedSessionName, savedStateOf } from '../../diary/close-session.ts';
import { DoneScreen } from '../done/done-screen.tsx';
import { PlayerScreen, type SessionResult } from '../player/player-screen.tsx';
import type { Walk } from './session-screen.tsx';

type RunSessionProps = { readonly walk: Walk; readonly standing: Standing };

/** The player with the diary behind it, then what was done. */
export function RunSession({ walk, standing: { diary, state, day, today } }: RunSessionProps): JSX.Element {
  const { clock, openBreaks } = useServices();
  const [settings] = useSettings();
  const { go } = useLocation();
  const [saved, setSaved] = useState<{ readonly state: unknown }>();
  const [done, setDone] = useState<SessionResult>();
  const written = useRef<Promise<void>>(Promise.resolve());
  const [reds] = useState(() => redsInLastWeek(state.runs, day, state.breaks));
  // [E-09] What was said about safety in another tab or on another device stops what is under way here.
  const [saidBefore] = useState(() => safetySaid(state));
  const isEnding = useRef(false);
  const isStopped = !isEnding.current && today.kind === 'stopped' && safetySaid(state) !== saidBefore;
  useEffect(() => {
    if (isStopped) go('/today', 'replace');
  }, [isStopped]);
  const timeline = useMemo(() => createTimeline(walk.items, byId(catalogue.exercises), walk.options), [walk]);
  useEffect(() => {
    void diary.readKept(savedSessionName).then((kept) => setSaved({ state: savedStateOf(kept, walk.run) }));
  }, [diary, walk]);
  // [BR-10] Nobody is reminded to stand up while they train.
  const tellReminder = (kind: 'take' | 'done'): void => {
    if (settings.breaks) void openBreaks().then((reminder) => reminder.send({ kind }));
  };
  useEffect(() => tellReminder('take'), []);
  const finish = async (result: SessionResult): Promise<void> => {
    const { ending, raises } = result;
    isEnding.current = true;
    // The sign first: a device that dies between the two may ask again, and must not forget.
    if (raises.length > 0) await diary.append('safety-answered', { newSigns: raises, painNow: state.latestShortSafety?.painNow ?? 0 });
    await diary.append('session-finished', { run: walk.run, ...ending });
    tellReminder('done');
    await diary.removeKept(savedSessionName);
    void askToPersist();
  };
  if (done !== undefined) return <DoneScreen diary={diary} result={done} exercises={exercises} onClose={() => go('/today', 'replace')} />;
  if (saved === undefined || isStopped) return <Waiting />;
  return (
    <PlayerScreen
      timeline={timeline}
      items={walk.items}
      exercises={exercises}
      preferences={settings}
      waitsBetween={state.preferences['goOnByItself'] === false}
      run={walk.run}
      clock={clock}
      redsInLastWeek={reds}
      storageLine={<WaitingLine diary={diary} />}
      {...(saved.state !== undefined && { savedState: saved.state })}
      onLog={(set) => void diary.append('set-logged', set)}
      onSave={(playerState) => void diary.writeKept(savedSessionName, { run: walk.run, state: playerState })}
      onFinished={(result) => {
        written.current = finish(result);
      }}
      // What the done screen says has been written: closing the page there loses nothing.
      onDone={(result) => void written.current.then(() => setDone(result))}
    />
  );
}

function safetySaid({ checks, shortSafetySinceCheck }: Pick<DiaryState, 'checks' | 'shortSafetySinceCheck'>): string {
  return [...checks, ...shortSafetySinceCheck].map(({ id }) => id).join(' ');
}
