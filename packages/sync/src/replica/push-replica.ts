import { pushLimits, type PushAnswer } from '../wire/push.ts';
import type { Replica } from './replica.ts';

/** What to push next: the oldest that waits, as much as one push may hold. */
export function entriesToPush({ waiting }: Replica): readonly Uint8Array[] {
  const batch: Uint8Array[] = [];
  let characters = 100;
  for (const { bytes } of waiting.filter(({ isStored }) => !isStored).slice(0, pushLimits.entries)) {
    characters += Math.ceil((bytes.length * 4) / 3) + 3;
    if (characters > pushLimits.characters) break;
    batch.push(bytes);
  }
  return batch;
}

/** An own entry that the relay will not have. */
export type PushRefusal = { readonly id: string; readonly refused: string };

/** What a push brought: what is stored need not be pushed again; what was refused waits on and is told. */
export type PushOutcome = {
  readonly replica: Replica;
  readonly refused: readonly PushRefusal[];
  /** Time for the successor (Y-16). */
  readonly nearlyFull: boolean;
};

/** [Y-21] Takes the answer to a push; an answer that comes twice or late changes nothing more. */
export function takePushAnswer(replica: Replica, answer: PushAnswer): PushOutcome {
  const stored = new Set(answer.results.flatMap((result) => ('seq' in result ? [result.id] : [])));
  const waiting = replica.waiting.map((each) =>
    stored.has(each.entry.id) ? { ...each, isStored: true } : each,
  );
  const refused = answer.results.flatMap((result) =>
    'refused' in result && waiting.some(({ entry }) => entry.id === result.id) ? [result] : [],
  );
  return { replica: { ...replica, waiting }, refused, nearlyFull: answer.nearlyFull };
}
