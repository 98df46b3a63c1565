import type { Waiting } from './feed-group.ts';

/** The most questions, and the most entries they may bring, that one transaction carries. */
const groupLimits = { questions: 64, entries: 400 } as const;

/** Takes some questions to one feed, settles them, and gives back those that have to wait for the next turn. */
type Turn = (feedId: string, group: readonly Waiting[]) => Promise<readonly Waiting[]>;

/**
 * [RE-09] Questions to a feed that come while one before them is under way wait, and then go together: a feed is judged
 * by one at a time anyway, and a group costs one transaction.
 */
export class FeedQueue {
  readonly #turn: Turn;
  readonly #waitingByFeed = new Map<string, Waiting[]>();

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  add(waiting: Waiting): void {
    const { feedId } = waiting.question;
    const known = this.#waitingByFeed.get(feedId);
    if (known !== undefined) known.push(waiting);
    else {
      this.#waitingByFeed.set(feedId, [waiting]);
      void this.#run(feedId);
    }
  }

  async #run(feedId: string): Promise<void> {
    for (;;) {
      const waiting = this.#waitingByFeed.get(feedId) ?? [];
      const group = waiting.splice(0, groupSize(waiting));
      if (group.length === 0) break;
      waiting.unshift(...(await this.#turn(feedId, group)));
    }
    this.#waitingByFeed.delete(feedId);
  }
}

function groupSize(waiting: readonly Waiting[]): number {
  let entries = 0;
  const end = waiting.findIndex(({ question }, index) => {
    entries += question.entryIds.length;
    return index > 0 && (index >= groupLimits.questions || entries > groupLimits.entries);
  });
  return end < 0 ? waiting.length : end;
}
