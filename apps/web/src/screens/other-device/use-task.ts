import { useState } from 'preact/hooks';
import type { Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { SyncFault } from '../../sync/sync-fault.ts';
import { faultText } from '../../sync/sync-words.ts';

/** Something under way that may end in a fault. */
export type Task = {
  readonly isWorking: boolean;
  /** What went wrong, in words. */
  readonly fault: string | undefined;
  readonly faultType: SyncFault['type'] | undefined;
  /** Runs it; what it gives, or undefined after a fault, which is then told. */
  readonly run: <Value>(work: () => Promise<Result<Value, SyncFault>>, relay: string) => Promise<Value | undefined>;
};

/** One task at a time, and what became of it. */
export function useTask(): Task {
  const [isWorking, setWorking] = useState(false);
  const [fault, setFault] = useState<string>();
  const [faultType, setFaultType] = useState<SyncFault['type']>();
  return {
    isWorking,
    fault,
    faultType,
    run: async (work, relay) => {
      setWorking(true);
      setFault(undefined);
      try {
        const done = await work();
        if (done.ok) return done.value;
        setFaultType(done.error.type);
        setFault(faultText(done.error, { relay, appOrigin: window.location.origin }));
      } catch {
        setFaultType(undefined);
        setFault(text.fault.unexpected);
      } finally {
        setWorking(false);
      }
      return undefined;
    },
  };
}
