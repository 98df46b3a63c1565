import { useEffect, useRef, useState } from 'preact/hooks';
import { createReplyEvent, type ReplyDataByKind, type ReplyEvent, type ReplyKind } from '@psoas/core/sharing';
import { useServices } from '../app/services.ts';
import { createSyncLoop, type Attempt } from '../sync/sync-loop.ts';
import { guestFaultKey, isPassing, type GuestFault } from './guest-fault.ts';
import type { Door, GuestTasks, Look } from './guest-tasks.ts';

/** A share as a screen sees it. */
export type Looking = {
  readonly look: Look;
  /** Before the first answer of the network. */
  readonly isLoading: boolean;
  /** Sends one message; gives why it was not taken. What only waits was taken. */
  readonly write: <Kind extends ReplyKind>(kind: Kind, data: ReplyDataByKind[Kind]) => Promise<GuestFault | undefined>;
};

/** Looks into a share, and again while somebody looks at the page; sends what waits. */
export function useLook(tasks: GuestTasks, door: Door): Looking {
  const { clock, ids } = useServices();
  const [look, setLook] = useState<Look>({});
  const [isLoading, setLoading] = useState(true);
  const nudge = useRef((): void => undefined);
  const { link, guestSecret, keeps } = door;
  useEffect(() => {
    const gone = new AbortController();
    const here: Door = { link, keeps, ...(guestSecret !== undefined && { guestSecret }) };
    setLook({});
    setLoading(true);
    void tasks.known(here).then((sight) => {
      if (!gone.signal.aborted && sight !== undefined) setLook((before) => (before.sight === undefined && before.fault === undefined ? { sight } : before));
    });
    const attempt = async (): Promise<Attempt> => {
      const next = await tasks.look(here);
      if (gone.signal.aborted) return { kind: 'ended' };
      setLook(next);
      setLoading(false);
      return attemptOf(next.fault);
    };
    const loop = createSyncLoop({ attempt, later, isVisible: () => document.visibilityState === 'visible' });
    nudge.current = () => loop.nudge('now');
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && loop.nudge('now'), { signal: gone.signal });
    window.addEventListener('online', () => loop.nudge('now'), { signal: gone.signal });
    loop.nudge('now');
    return () => {
      gone.abort();
      loop.stop();
    };
  }, [tasks, link, guestSecret, keeps]);
  const write: Looking['write'] = async (kind, data) => {
    const event = createReplyEvent(kind, data, { id: ids.nextId(), atMillis: clock.nowMillis(), day: clock.today() });
    const { sight, fault } = await tasks.write(door, asReply(event));
    const mayAnswer = fault === undefined || guestFaultKey(fault) !== 'taken';
    setLook((before) => {
      const next = sight ?? before.sight;
      return { ...before, ...(next && { sight: { ...next, mayAnswer: mayAnswer && next.mayAnswer } }) };
    });
    if (fault === undefined) return undefined;
    if (!isPassing(fault)) return fault;
    nudge.current();
    return undefined;
  };
  return { look, isLoading, write };
}

// One event of a kind is one of all kinds; the compiler cannot see it through the map.
function asReply(event: { readonly kind: ReplyKind }): ReplyEvent {
  return event as ReplyEvent;
}

function attemptOf(fault: GuestFault | undefined): Attempt {
  if (fault === undefined) return { kind: 'done' };
  if (!isPassing(fault)) return { kind: 'ended' };
  return { kind: 'failed', ...(fault.type === 'refused' && fault.waitMillis !== undefined && { waitMillis: fault.waitMillis }) };
}

function later(millis: number, work: () => void): () => void {
  const timer = window.setTimeout(work, millis);
  return () => window.clearTimeout(timer);
}
