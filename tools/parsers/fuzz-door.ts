import fc from 'fast-check';
import type { Door, Entered } from './door.ts';
import { damagedBytes } from './mutations.ts';

/** How often, by which seed; `onInput` hears of each input before it is tried. */
export type DoorPlan = {
  readonly runs: number;
  readonly seed: number;
  /** Without the large inputs. */
  readonly skipsBombs?: boolean;
  readonly onInput?: (input: Uint8Array) => void;
  /** Bytes on the heap after all rubbish was swept out; without it the heap is not measured. */
  readonly heapBytes?: () => number;
};

/** What broke a door: the smallest input that was found, and how to find it again. */
export type Finding = { readonly input: Uint8Array; readonly reason: string };

/** What came of it. */
export type DoorOutcome = {
  readonly id: string;
  readonly runs: number;
  readonly taken: number;
  readonly refused: number;
  readonly slowestMillis: number;
  /** From the first fifth to the end; 0 where the heap was not measured. */
  readonly heapGrowthBytes: number;
  readonly finding?: Finding;
};

/** The bars: the processor's time for one input, for one of the large ones, and bytes by which the heap may grow. */
export const millisForInput = 1000;
const millisForBomb = 5000;
export const heapGrowthLimitBytes = 20_000_000;

/** Lets many inputs into a door: each bomb, then as many made and damaged ones as wished. Ends at the first finding. */
export function fuzzDoor(door: Door, plan: DoorPlan): DoorOutcome {
  const count = { taken: 0, refused: 0 };
  let slowestMillis = 0;
  const enter = (input: Uint8Array, limitMillis: number): Entered => {
    plan.onInput?.(input);
    const { entered, millis } = timedEnter(door, input, limitMillis);
    slowestMillis = Math.max(slowestMillis, millis);
    return entered;
  };
  const outcome = { id: door.id, runs: plan.runs };
  const finding = plan.skipsBombs === true ? undefined : findBomb(door, (input) => enter(input, millisForBomb));
  if (finding !== undefined) return { ...outcome, ...count, slowestMillis, heapGrowthBytes: 0, finding };
  slowestMillis = 0;
  let run = 0;
  let heapBefore = 0;
  const property = fc.property(fc.oneof(door.made, damagedBytes(door.seeds)), (input) => {
    count[enter(input, millisForInput)] += 1;
    run += 1;
    if (run === Math.ceil(plan.runs / 5)) heapBefore = plan.heapBytes?.() ?? 0;
  });
  const { failed, counterexample, errorInstance } = fc.check(property, { numRuns: plan.runs, seed: plan.seed });
  const heapGrowthBytes = (plan.heapBytes?.() ?? 0) - heapBefore;
  const broken = failed ? { input: counterexample?.[0] ?? new Uint8Array(), reason: String(errorInstance) } : undefined;
  return { ...outcome, ...count, slowestMillis, heapGrowthBytes, ...(broken && { finding: broken }) };
}

/** Whether a door kept to the bars. */
export function isSound({ finding, heapGrowthBytes }: DoorOutcome): boolean {
  return finding === undefined && heapGrowthBytes <= heapGrowthLimitBytes;
}

function findBomb({ bombs }: Door, enter: (input: Uint8Array) => Entered): Finding | undefined {
  for (const input of bombs) {
    try {
      enter(input);
    } catch (error) {
      return { input, reason: String(error) };
    }
  }
  return undefined;
}

// Time of the processor, not of the clock: other programs must not make an input slow. What sweeps the heap may, so
// what is slow has to be slow three times.
function timedEnter(door: Door, input: Uint8Array, limitMillis: number): { readonly entered: Entered; readonly millis: number } {
  let millis = Infinity;
  for (let tries = 0; ; tries += 1) {
    const startedAt = processorMillis();
    const entered = door.enter(input);
    millis = Math.min(millis, processorMillis() - startedAt);
    if (Object.keys(Object.prototype).length > 0 || 'isOwner' in Object.prototype) throw new Error('the prototype of all objects was changed');
    if (millis <= limitMillis) return { entered, millis };
    if (tries === 2) throw new Error(`took ${Math.round(millis)} ms, more than ${limitMillis}`);
  }
}

function processorMillis(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
