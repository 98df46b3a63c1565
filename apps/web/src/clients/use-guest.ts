import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import type { GuestTasks } from './guest-tasks.ts';
import { openGuest } from './open-guest.ts';

/** The tasks of a guest; undefined until their worker stands, `impossible` where this browser cannot do it. */
export function useGuest(): GuestTasks | 'impossible' | undefined {
  const { clock } = useServices();
  const [tasks, setTasks] = useState<GuestTasks | 'impossible'>();
  useEffect(() => {
    openGuest(clock).then(
      (opened) => setTasks(() => opened),
      () => setTasks('impossible'),
    );
  }, [clock]);
  return tasks;
}
