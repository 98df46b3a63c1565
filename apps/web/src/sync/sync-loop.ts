/** How a try to exchange ended. */
export type Attempt =
  | { readonly kind: 'done' }
  /** `waitMillis`: how long the relay wants to be left alone. */
  | { readonly kind: 'failed'; readonly waitMillis?: number }
  /** No later try can do better. */
  | { readonly kind: 'ended' };

/** When to exchange, again and again. */
export type SyncLoop = {
  /** `now`: somebody looks or the network is back. `soon`: something was written, and more may follow. */
  readonly nudge: (when: 'now' | 'soon') => void;
  readonly stop: () => void;
};

/** What the loop is given. */
export type SyncLoopParts = {
  readonly attempt: () => Promise<Attempt>;
  /** Calls back after so many milliseconds, unless it is called off. */
  readonly later: (millis: number, work: () => void) => () => void;
  readonly isVisible: () => boolean;
};

/** After a written entry: several that come together go together. Own choice, as are all of these. */
const soonMillis = 3000;
/** While somebody looks, other devices are asked this often. */
const everyMillis = 4 * 60_000;
/** From one failed try to the next twice as long. */
const firstPauseMillis = 30_000;
const longestPauseMillis = 30 * 60_000;

/** [SY-02, SY-03] A loop that waits for its first nudge. */
export function createSyncLoop({ attempt, later, isVisible }: SyncLoopParts): SyncLoop {
  let callOff = (): void => undefined;
  let isRunning = false;
  let isWanted = false;
  let mustWait = false;
  let hasEnded = false;
  let failures = 0;
  const plan = (millis: number, work: () => void): void => {
    callOff();
    callOff = later(millis, work);
  };
  const run = async (): Promise<void> => {
    callOff();
    isRunning = true;
    isWanted = false;
    const ended = await attempt().catch((): Attempt => ({ kind: 'failed' }));
    isRunning = false;
    planNext(ended);
  };
  // Nobody looks: whoever looks again gives a nudge.
  const runWhenSeen = (): void => {
    mustWait = false;
    if (isVisible() || failures > 0) void run();
  };
  const planNext = (ended: Attempt): void => {
    failures = ended.kind === 'failed' ? failures + 1 : 0;
    hasEnded ||= ended.kind === 'ended';
    if (hasEnded) return;
    if (ended.kind === 'failed') {
      mustWait = ended.waitMillis !== undefined;
      plan(ended.waitMillis ?? Math.min(longestPauseMillis, firstPauseMillis * 2 ** (failures - 1)), runWhenSeen);
    } else plan(isWanted ? soonMillis : everyMillis, runWhenSeen);
  };
  return {
    nudge: (when) => {
      if (isRunning) isWanted = true;
      if (isRunning || mustWait || hasEnded) return;
      if (when === 'soon') return plan(soonMillis, () => void run());
      failures = 0;
      void run();
    },
    stop: () => {
      callOff();
      hasEnded = true;
    },
  };
}
