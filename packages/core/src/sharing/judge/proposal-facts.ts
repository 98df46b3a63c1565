import { byId, type Side } from '@psoas/kernel';
import type { Catalogue, CatalogueExercise } from '../../catalogue/index.ts';
import type { SessionKind } from '../../programme/index.ts';
import type { Exclusion } from '../../safety/index.ts';
import type { SharedView } from '../feed/fold-share.ts';
import type { SharedItem } from '../part/shared-part.ts';

/** [SH-08] What a proposal is judged by. */
export type ProposalFacts = {
  readonly exerciseById: ReadonlyMap<string, CatalogueExercise>;
  /** Why nothing can be proposed at all. */
  readonly closed?: 'stopped' | 'not-shared';
  /** Each exercise of the week as it stands first in a session of its own amounts. */
  readonly itemByExercise: ReadonlyMap<string, SharedItem>;
  readonly sidesByExercise: ReadonlyMap<string, readonly Side[]>;
  readonly alternativesByExercise: ReadonlyMap<string, readonly string[]>;
  readonly gatesByExercise: ReadonlyMap<string, readonly string[]>;
  readonly leftOutByExercise: ReadonlyMap<string, readonly string[]>;
  /** Empty where the findings were not shared. */
  readonly exclusions: readonly Exclusion[];
  /** Exercises that pain or a step back holds; empty where the sessions were not shared. */
  readonly held: ReadonlySet<string>;
};

/** Kinds of sessions with amounts of the exercise's own; those around a sport and the light day have others. */
export const ownAmountKinds: readonly SessionKind[] = ['home', 'gym', 'maintenance'];

/** [SH-08] What a share tells of it. What was not shared cannot limit anything here; the person's own psoas knows it. */
export function proposalFactsOf({ standing, programme, findings, sessions }: SharedView, catalogue: Catalogue): ProposalFacts {
  const shared = programme?.programme;
  const inOrder = (shared?.sessions ?? []).toSorted((first, second) => Number(ownAmountKinds.includes(second.kind)) - Number(ownAmountKinds.includes(first.kind)));
  const items = new Map<string, SharedItem>();
  for (const item of inOrder.flatMap((session) => session.items)) if (!items.has(item.exercise)) items.set(item.exercise, item);
  const isStopped = standing?.today === 'stopped' || standing?.today === 'no-check' || (programme !== undefined && shared === null);
  return {
    exerciseById: byId(catalogue.exercises),
    ...(isStopped ? { closed: 'stopped' as const } : shared === undefined ? { closed: 'not-shared' as const } : {}),
    itemByExercise: items,
    sidesByExercise: new Map(shared?.exercises.map(({ exercise, sides }) => [exercise, sides])),
    alternativesByExercise: new Map(shared?.exercises.map(({ exercise, alternatives }) => [exercise, alternatives])),
    gatesByExercise: new Map(shared?.locked.map(({ exercise, gates }) => [exercise, gates])),
    leftOutByExercise: new Map(shared?.leftOut.map(({ exercise, by }) => [exercise, by])),
    exclusions: findings?.exclusions ?? [],
    held: new Set(sessions?.held?.exercises),
  };
}
