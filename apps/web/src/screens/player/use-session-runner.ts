import { byId } from '@psoas/kernel';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createPlayerState, parsePlayerState, type PlayerState } from '@psoas/core/session';
import { emergencyNumber } from '../../app/emergency-numbers.ts';
import { useRegion } from '../../app/use-region.ts';
import { createDevicePlayerPorts } from '../../adapters/device-player-ports.ts';
import { momentOf, type PlayerScreenProps } from './player-props.ts';
import { createSessionRunner, type SessionRunner } from './session-runner.ts';

/** Where a session starts from. */
export type Beginning = 'new' | 'resumed' | 'damaged';

/** The runner of a screen: made once, ticking while the screen is there, redrawing it on every change. */
export function useSessionRunner(props: PlayerScreenProps): {
  readonly runner: SessionRunner;
  readonly beginning: Beginning;
} {
  const latest = useRef(props);
  latest.current = props;
  const region = useRef(useRegion());
  const [session] = useState(() => {
    const { state, beginning } = beginSession(props);
    const runner = createSessionRunner({
      state,
      run: props.run,
      exerciseById: byId(props.exercises),
      ports: props.ports ?? createDevicePlayerPorts(props.preferences),
      now: () => momentOf(latest.current.clock),
      emergencyNumber: () => emergencyNumber(region.current).number,
      waitsBetween: props.waitsBetween === true,
      onLog: (set) => latest.current.onLog(set),
      onSave: (saved) => latest.current.onSave(saved),
      onFinished: (result) => {
        latest.current.onFinished(result);
        // A stop that ended the session is read first.
        if (runner.state().stop === null) latest.current.onDone(result);
      },
    });
    return { runner, beginning };
  });
  const [, redraw] = useState(0);
  useEffect(() => {
    const unsubscribe = session.runner.subscribe(() => redraw((count) => count + 1));
    const stop = session.runner.run();
    return () => {
      stop();
      unsubscribe();
    };
  }, [session]);
  return session;
}

/** The saved session where it can be read, else a new one. */
function beginSession({
  savedState,
  timeline,
  exercises,
  preferences,
  redsInLastWeek = 0,
}: PlayerScreenProps): { readonly state: PlayerState; readonly beginning: Beginning } {
  const fresh = (): PlayerState =>
    createPlayerState({ timeline, exercises, countInSeconds: preferences.countInSeconds, redsInLastWeek });
  if (savedState === undefined || savedState === null) return { state: fresh(), beginning: 'new' };
  const saved = parsePlayerState(savedState);
  if (!saved.ok) return { state: fresh(), beginning: 'damaged' };
  return { state: saved.value, beginning: saved.value.status === 'waiting' ? 'new' : 'resumed' };
}
