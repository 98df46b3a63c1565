import { otherSide, type Side } from '@psoas/kernel';
import type { CatalogueExercise } from '../catalogue/index.ts';
import type { PlanItem } from '../programme/programme.ts';
import { askSeconds, defaultTimelineOptions, readySeconds, switchSeconds, type Step, type Timeline, type TimelineOptions, type WorkStep } from './step.ts';

/** Exercises by id; the caller has checked that every item's exercise is in it. */
export type ExerciseById = { readonly get: (id: string) => CatalogueExercise | undefined };

/** Lays a session out in time: ready, work, switch, rest, ask. Equal seconds on both sides of an item (P-04). */
export function createTimeline(items: readonly PlanItem[], exerciseById: ExerciseById, options: TimelineOptions = defaultTimelineOptions): Timeline {
  const steps = items.flatMap((item, index) => itemSteps(item, index, sideFlow(exerciseById.get(item.exercise)), options));
  return { steps, totalSeconds: steps.reduce((total, { seconds }) => total + seconds, 0) };
}

/** Seconds that one item takes, changes and rests included. */
export function itemSeconds(item: PlanItem, exercise: CatalogueExercise | undefined, order: TimelineOptions['order'] = defaultTimelineOptions.order): number {
  return itemSteps(item, 0, sideFlow(exercise), { ...defaultTimelineOptions, order }).reduce((total, { seconds }) => total + seconds, 0);
}

/** Seconds of hold that each trained side gets from an item; 0 for repetitions. */
export function holdSecondsPerSide(item: PlanItem): number {
  return item.sets * (item.holdSeconds ?? 0);
}

// How a set on both sides runs: one side after the other, sides in turn within the set, or both at once.
type SideFlow = 'one-by-one' | 'in-turn' | 'at-once';

function sideFlow(exercise: CatalogueExercise | undefined): SideFlow {
  switch (exercise?.side.model) {
    case 'alternating':
    case 'contralateral':
      return 'in-turn';
    case 'bilateral':
      return 'at-once';
    default:
      return 'one-by-one';
  }
}

function itemSteps(item: PlanItem, index: number, flow: SideFlow, options: TimelineOptions): readonly Step[] {
  const base = { item: index, exercise: item.exercise, sets: item.sets };
  const blocks = workBlocks(item, flow, options);
  const steps: Step[] = [];
  blocks.forEach((block, position) => {
    const place = { ...base, set: block.set };
    const before = blocks[position - 1];
    if (before === undefined) steps.push({ ...place, kind: 'ready', side: block.side, seconds: readySeconds });
    else if (before.side !== block.side && block.side !== 'both') steps.push({ ...place, kind: 'switch', to: block.side, seconds: switchSeconds });
    else if (item.restSeconds > 0) steps.push({ ...place, kind: 'rest', seconds: item.restSeconds });
    steps.push({ ...place, ...workStep(item, block.side, flow) });
  });
  const last = blocks[blocks.length - 1];
  if (last !== undefined) steps.push({ ...base, set: last.set, kind: 'ask', side: item.side, seconds: askSeconds });
  return steps;
}

type Block = { readonly side: Side | 'both'; readonly set: number };

function workBlocks(item: PlanItem, flow: SideFlow, { firstSide, order }: TimelineOptions): readonly Block[] {
  const sets = Array.from({ length: item.sets }, (_, index) => index + 1);
  const { side } = item;
  if (side !== 'both' || flow !== 'one-by-one') return sets.map((set) => ({ side, set }));
  const pair = [firstSide, otherSide(firstSide)] as const;
  return order === 'alternate' ? sets.flatMap((set) => pair.map((one) => ({ side: one, set }))) : pair.flatMap((one) => sets.map((set) => ({ side: one, set })));
}

function workStep(item: PlanItem, side: Side | 'both', flow: SideFlow): Pick<WorkStep, 'kind' | 'side' | 'mode' | 'seconds' | 'reps' | 'secondsPerRep'> {
  if (item.reps === undefined || item.tempo === undefined) return { kind: 'work', side, mode: 'hold', seconds: item.holdSeconds ?? 0 };
  const secondsPerRep = item.tempo.upSeconds + item.tempo.pauseSeconds + item.tempo.downSeconds;
  const turns = side === 'both' && flow === 'in-turn' ? 2 : 1;
  return { kind: 'work', side, mode: 'reps', reps: item.reps, secondsPerRep, seconds: item.reps * secondsPerRep * turns };
}
