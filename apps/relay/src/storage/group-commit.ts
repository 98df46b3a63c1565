/** A piece of work that waits for its group. */
type Waiting = { readonly run: () => () => void; readonly fail: (error: unknown) => void };

/** How a group is wrapped: `begin` before the first, `commit` after the last, `rollBack` where that fails. */
export type GroupEdges = {
  readonly begin: () => void;
  readonly commit: () => void;
  readonly rollBack: () => void;
};

/** The most that one commit carries, so that the first of a group does not wait too long. */
const groupLimit = 128;

/**
 * [RE-09] Collects work that arrives together and commits it once: forcing bytes to the disk costs the same for one
 * change and for a hundred. Nothing is answered before the commit. Work that throws must have undone what it did.
 */
export class GroupCommit {
  readonly #edges: GroupEdges;
  #waiting: Waiting[] = [];

  constructor(edges: GroupEdges) {
    this.#edges = edges;
  }

  add<Value>(work: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      const run = (): (() => void) => {
        try {
          const value = work();
          return () => resolve(value);
        } catch (error) {
          return () => reject(error);
        }
      };
      if (this.#waiting.push({ run, fail: reject }) === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits what waits now. */
  flush(): void {
    const group = this.#waiting.splice(0, groupLimit);
    if (group.length === 0) return;
    if (this.#waiting.length > 0) setImmediate(() => this.flush());
    try {
      this.#edges.begin();
      const settle = group.map(({ run }) => run());
      this.#edges.commit();
      for (const each of settle) each();
    } catch (error) {
      this.#edges.rollBack();
      for (const { fail } of group) fail(error);
    }
  }
}
