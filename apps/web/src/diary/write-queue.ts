/** What is written, one after the other, and again when it could not be. */
export type WriteQueue = {
  /**
   * Writes after everything that came before. Resolves when it is done, or when it could not be done and waits: then
   * it is tried again. Never rejects. A later write under the same `name` takes the place of one that waits.
   */
  readonly add: (write: () => Promise<void>, name?: string) => Promise<void>;
  /** Does something between two writes, never during one. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** How many writes could not be done yet. */
  readonly waitingCount: () => number;
  /** Tries again at once, as when the page is seen again. */
  readonly retry: () => void;
};

/** What the queue is given. */
export type WriteQueueParts = {
  /** Calls back after so many milliseconds. */
  readonly later: (millis: number, work: () => void) => void;
  /** The number of waiting writes is another now. */
  readonly onWaiting: () => void;
};

/** A full disk is not emptied within a second: from one try to the next twice as long, up to a minute. */
const firstPauseMillis = 1000;
const longestPauseMillis = 60_000;

type Waiting = { readonly write: () => Promise<void>; readonly name: string | undefined };

/** [E-14] An empty queue. */
export function createWriteQueue({ later, onWaiting }: WriteQueueParts): WriteQueue {
  let waiting: readonly Waiting[] = [];
  let lastTurn: Promise<unknown> = Promise.resolve();
  let pauseMillis = firstPauseMillis;
  let isPausing = false;

  const setWaiting = (next: readonly Waiting[]): void => {
    const hasChanged = next.length !== waiting.length;
    waiting = next;
    if (hasChanged) onWaiting();
  };
  const pause = (): void => {
    if (isPausing) return;
    isPausing = true;
    later(pauseMillis, () => {
      isPausing = false;
      retry();
    });
    pauseMillis = Math.min(longestPauseMillis, pauseMillis * 2);
  };
  // In their order, up to the first that fails: what follows would otherwise be stored before it.
  const writeWaiting = async (): Promise<void> => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      try {
        await next.write();
      } catch {
        return pause();
      }
      const done = next;
      setWaiting(waiting.filter((other) => other !== done));
    }
    pauseMillis = firstPauseMillis;
  };
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = lastTurn.then(work, work);
    lastTurn = turn;
    return turn;
  };
  const retry = (): void => {
    if (waiting.length > 0) void inTurn(writeWaiting);
  };
  return {
    add: (write, name) =>
      inTurn(async () => {
        const others = waiting.filter((other) => name === undefined || other.name !== name);
        if (others.length === 0) {
          try {
            await write();
            return setWaiting(others);
          } catch {
            // It waits, and the person is told.
          }
        }
        setWaiting([...others, { write, name }]);
        pause();
      }),
    inTurn,
    waitingCount: () => waiting.length,
    retry,
  };
}
