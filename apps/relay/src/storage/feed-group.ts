import type { FeedChange, FeedQuestion, Judge, RequestMark, StoredFeed } from './feed-storage.ts';

/** A question that waits for its answer. */
export type Waiting = {
  readonly question: FeedQuestion;
  /** Asks the judge; gives what it changes, and how its answer goes out once that is stored. */
  readonly judge: (stored: StoredFeed | undefined) => {
    readonly change: FeedChange | undefined;
    readonly answer: () => void;
  };
  readonly fail: (error: unknown) => void;
};

/** A feed as it was read for several questions; the nonces are those of `markToText` that were seen. */
export type ReadFeed = {
  readonly stored: StoredFeed | undefined;
  readonly seenMarks: ReadonlySet<string>;
};

/** What becomes of a feed by all judgements of a group: one change, several requests. */
export type GroupChange = Omit<FeedChange, 'request'> & { readonly requests: readonly RequestMark[] };

/** What a group of questions came to. */
export type JudgedGroup = {
  /** Undefined where nothing changes. */
  readonly change: GroupChange | undefined;
  /** To call when the change is stored. */
  readonly answers: readonly (() => void)[];
  /** Questions that have to be asked anew, after this change. */
  readonly rest: readonly Waiting[];
};

/** Makes a question wait; `settle` gets its promise's two ends. */
export function toWaiting<Answer>(
  question: FeedQuestion,
  judge: Judge<Answer>,
  settle: { readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void },
): Waiting {
  return {
    question,
    judge: (stored) => {
      const { answer, change } = judge(stored);
      return { change, answer: () => settle.resolve(answer) };
    },
    fail: settle.reject,
  };
}

/** A request's key and nonce as one text. */
export function markToText({ signerKey, nonce }: Pick<RequestMark, 'signerKey' | 'nonce'>): string {
  return `${signerKey}/${nonce}`;
}

/**
 * [RE-08] Judges questions to one feed one after the other, each as if the changes before it were stored already. A
 * group ends with the first that changes the chain: who comes after has to see its records.
 */
export function judgeGroup({ stored: first, seenMarks }: ReadFeed, group: readonly Waiting[]): JudgedGroup {
  const changes: FeedChange[] = [];
  const answers: (() => void)[] = [];
  const marks = new Set(seenMarks);
  let stored = first;
  for (const [index, { question, judge, fail }] of group.entries()) {
    const mark = markToText(question.request);
    try {
      const { change, answer } = judge(stored === undefined ? undefined : viewFor(question, stored, marks.has(mark)));
      answers.push(answer);
      if (change === undefined) continue;
      changes.push(change);
      marks.add(mark);
      if (stored === undefined || change.records !== undefined || change.eraseWith !== undefined)
        return { change: merge(changes), answers, rest: group.slice(index + 1) };
      stored = storedAfter(stored, change);
    } catch (error) {
      fail(error);
    }
  }
  return { change: merge(changes), answers, rest: [] };
}

function viewFor(question: FeedQuestion, stored: StoredFeed, isNonceSeen: boolean): StoredFeed {
  if (question.knownChainHead !== stored.chainHead) return { ...stored, isNonceSeen };
  const { records: _, ...view } = stored;
  return { ...view, isNonceSeen };
}

function storedAfter(stored: StoredFeed, { entries = [] }: FeedChange): StoredFeed {
  const seqById = new Map(stored.seqById);
  for (const [index, { id }] of entries.entries()) seqById.set(id, stored.last + index + 1);
  const last = stored.last + entries.length;
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes.length, stored.usage.bytes);
  return { ...stored, last, seqById, usage: { entries: last, bytes }, head: entries.at(-1)?.head ?? stored.head };
}

function merge(changes: readonly FeedChange[]): GroupChange | undefined {
  const last = changes.at(-1);
  if (last === undefined) return undefined;
  const { request: _, ...rest } = last;
  return {
    ...rest,
    entries: changes.flatMap(({ entries = [] }) => entries),
    requests: changes.map(({ request }) => request),
  };
}
