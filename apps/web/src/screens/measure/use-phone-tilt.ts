import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createInclinometer, stepInclinometer, type Inclinometer, type InclinometerEvent } from '@psoas/core/measuring';
import { deviceOrientation } from '../../adapters/orientation.ts';
import { createTonePort, deviceAudio } from '../../adapters/tones.ts';
import { createVibrationPort, deviceVibration } from '../../adapters/vibration.ts';
import { useServices } from '../../app/services.ts';
import { useAwake } from './use-awake.ts';

/** The phone's tilt sensor with what it has been asked for. */
export type PhoneTilt = {
  readonly access: 'to-ask' | 'open' | 'denied' | 'absent';
  readonly state: Inclinometer;
  /** To be called from a touch. */
  readonly allow: () => void;
  readonly send: (event: InclinometerEvent) => void;
  /** To be called from a touch: the tone that tells of a value comes later. */
  readonly unlockSound: () => void;
};

/** Listens while the screen is shown, keeps it awake, and tells each value that was taken by tone and vibration. */
export function usePhoneTilt(onTaken: (degrees: number) => void): PhoneTilt {
  const { clock, settings } = useServices();
  const port = useMemo(() => deviceOrientation(clock), [clock]);
  const [access, setAccess] = useState<PhoneTilt['access']>(port === undefined ? 'absent' : port.needsAsking ? 'to-ask' : 'open');
  const [isSilent, setSilent] = useState(false);
  const [state, setState] = useState(() => createInclinometer());
  const send = useCallback((event: InclinometerEvent): void => setState((before) => stepInclinometer(before, event)), []);
  const senses = useMemo(() => {
    const { tones, vibration } = settings.get();
    return { tones: createTonePort(tones ? deviceAudio() : undefined), vibration: createVibrationPort(vibration ? deviceVibration() : undefined) };
  }, [settings]);
  useEffect(() => () => senses.tones.close(), [senses]);
  useEffect(() => {
    if (access !== 'open' || port === undefined) return undefined;
    return port.listen({
      onSample: (sample) => {
        // A sensor that was asleep may wake up.
        setSilent(false);
        send({ kind: 'sample', ...sample });
      },
      onAbsent: () => setSilent(true),
    });
  }, [access, port, send]);
  useAwake(access === 'open');
  useEffect(() => {
    if (state.phase !== 'taken' || state.takenDegrees === undefined) return;
    // Whoever lies there does not see the screen.
    senses.tones.play('finish');
    senses.vibration.vibrate('double');
    send({ kind: 'cancel' });
    onTaken(state.takenDegrees);
  }, [state.phase]);
  return {
    access: isSilent ? 'absent' : access,
    state,
    allow: () => void port?.ask().then((isAllowed) => setAccess(isAllowed ? 'open' : 'denied')),
    send,
    unlockSound: () => void senses.tones.unlock(),
  };
}
