import { isRecord } from '@psoas/kernel';
import type { ProposedChange } from '../sharing/reply/proposal.ts';
import type { DiaryState } from './diary-state.ts';
import type { DiaryEvent } from './event.ts';

type WishMap = ReadonlyMap<string, string>;
type Wishes = { readonly swaps: WishMap; readonly sides: WishMap };
const wishKeys = ['swaps', 'sides'] as const;

/** Swaps and sides by exercise, as the person wished them and as they came with accepted proposals. */
export type WishMaps = {
  readonly add: (event: DiaryEvent) => void;
  /** As preferences; what nobody ever wished is absent. */
  readonly wishes: () => { readonly swaps?: unknown; readonly sides?: unknown };
};

/** [SH-10] [SH-11] The latest wish for an exercise counts, own or proposed; what is taken back gives way to what was before, where nothing came after. */
export function createWishMaps(): WishMaps {
  let now: Wishes = { swaps: new Map(), sides: new Map() };
  const beforeByProposal = new Map<string, { readonly before: Wishes; readonly changes: readonly ProposedChange[] }>();
  let isTouched = false;
  const takeBack = (key: string): void => {
    const taken = beforeByProposal.get(key);
    if (taken === undefined) return;
    beforeByProposal.delete(key);
    for (const change of taken.changes) now = withoutChange(now, change, taken.before);
  };
  return {
    add: (event) => {
      if (event.kind === 'preference-changed') {
        const { key, value } = event.data;
        const wish = wishKeys.find((each) => each === key);
        if (wish === undefined) return;
        now = { ...now, [wish]: mapOf(value) };
      } else if (event.kind === 'proposal-answered') {
        const { share, proposal, answer } = event.data;
        const key = `${share} ${proposal.id}`;
        if (answer === 'declined') return takeBack(key);
        const { changes } = proposal.data;
        if (beforeByProposal.has(key) || changes.every(({ kind }) => kind === 'amount')) return;
        isTouched = true;
        beforeByProposal.set(key, { before: now, changes });
        now = changes.reduce(withChange, now);
      } else if (event.kind === 'proposal-taken-back') takeBack(`${event.data.share} ${event.data.proposal}`);
    },
    wishes: () => (isTouched ? preferencesOf(now) : {}),
  };
}

/** [SH-10] [SH-11] Preferences as they would be with proposed changes accepted. */
export function withProposedWishes(preferences: DiaryState['preferences'], changes: readonly ProposedChange[]): DiaryState['preferences'] {
  const before = { swaps: mapOf(preferences['swaps']), sides: mapOf(preferences['sides']) };
  return { ...preferences, ...preferencesOf(changes.reduce(withChange, before)) };
}

function preferencesOf({ swaps, sides }: Wishes): { readonly swaps: unknown; readonly sides: unknown } {
  return { swaps: Object.fromEntries(swaps), sides: Object.fromEntries(sides) };
}

function mapOf(value: unknown): WishMap {
  return new Map(isRecord(value) ? Object.entries(value).flatMap(([exercise, text]): [string, string][] => (typeof text === 'string' ? [[exercise, text]] : [])) : []);
}

function withChange(wishes: Wishes, change: ProposedChange): Wishes {
  if (change.kind === 'amount') return wishes;
  return change.kind === 'swap'
    ? { ...wishes, swaps: new Map([...wishes.swaps, [originOf(wishes.swaps, change.exercise), change.by]]) }
    : { ...wishes, sides: new Map([...wishes.sides, [change.exercise, change.side]]) };
}

// What stands in for another one is changed at its place: the wish is about the exercise of the plan.
function originOf(swaps: WishMap, exercise: string): string {
  return [...swaps].find(([, by]) => by === exercise)?.[0] ?? exercise;
}

function withoutChange(wishes: Wishes, change: ProposedChange, before: Wishes): Wishes {
  if (change.kind === 'amount') return wishes;
  if (change.kind === 'swap') {
    const origin = originOf(before.swaps, change.exercise);
    return wishes.swaps.get(origin) === change.by ? { ...wishes, swaps: restored(wishes.swaps, origin, before.swaps) } : wishes;
  }
  return wishes.sides.get(change.exercise) === change.side ? { ...wishes, sides: restored(wishes.sides, change.exercise, before.sides) } : wishes;
}

function restored(map: WishMap, key: string, before: WishMap): WishMap {
  const kept = [...map].filter(([exercise]) => exercise !== key);
  const value = before.get(key);
  return new Map(value === undefined ? kept : [...kept, [key, value]]);
}
