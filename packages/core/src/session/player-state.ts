import { byId } from '@psoas/kernel';
import type { Side } from '@psoas/kernel';
import type { ExerciseClass } from '../catalogue/index.ts';
import type { SetForm } from '../diary/event.ts';
import type { Moment } from './session-clock.ts';
import type { Step, Timeline } from './step.ts';
import type { StopDecision } from './stop-rules.ts';

/** Everything a running session knows. Plain data: written down at any point and read again, it goes on the same. */
export type PlayerState = {
  readonly version: 1;
  readonly status: PlayerStatus;
  readonly runs: readonly StepRun[];
  readonly items: readonly PlayerItem[];
  /** Last seconds of getting ready and of changing sides that are counted aloud; 3 to 10. */
  readonly countInSeconds: number;
  /** Which of `runs` is now. */
  readonly position: number;
  /** Unpaused time in the step that is now. */
  readonly elapsedMillis: number;
  /** Unpaused time since the start. */
  readonly activeMillis: number;
  readonly pausedMillis: number;
  /** When the last event came; null before the start. */
  readonly last: Moment | null;
  readonly startedAtMillis: number | null;
  /** [T-10] Somebody has begun to answer: the question waits for them. */
  readonly answering: boolean;
  /** The halfway mark of this step has passed and is not given again when the step is made longer. */
  readonly halfwayPassed: boolean;
  /** Pain of 6 and more, in the last week and in this session (D-05). */
  readonly reds: number;
  /** What a stop rule asks for; time stands still until it is taken note of. */
  readonly stop: StopDecision | null;
  /** Every decision but a green one, in order; what they raise and close the diary has to know. */
  readonly decisions: readonly StopDecision[];
  readonly ending: Ending | null;
};

/** Whether time runs for the player. */
export type PlayerStatus = 'waiting' | 'running' | 'paused' | 'stopped' | 'finished';

/** How a session ended; `because` is a rule id. */
export type Ending = { readonly outcome: 'completed' | 'ended-early' | 'stopped'; readonly because?: string };

/** A step, how long it gets, and how long it was really worked. */
export type StepRun = {
  readonly step: Step;
  /** The step's seconds, with what +15 s added or a rule trimmed. */
  readonly allottedMillis: number;
  /** [T-08] The longest time worked in one go; 0 for steps that are no work. */
  readonly heldMillis: number;
  /** Repetitions done, when the step counts them. */
  readonly repsDone: number;
};

/** What the player knows of one exercise of the session, and what the person said of it. */
export type PlayerItem = {
  readonly exercise: string;
  readonly exerciseClass: ExerciseClass;
  /** The instruction lines in their order: what kind, and how many words, so that their time can be told. */
  readonly lines: readonly InstructionLine[];
  readonly answer: ItemAnswer;
  /** Its sets have been handed to the diary. */
  readonly logged: boolean;
};

/** A line of an instruction: what kind, and how many words. */
export type InstructionLine = { readonly kind: LineKind; readonly words: number };
/** What a line of an instruction does. */
export type LineKind = 'preparation' | 'step' | 'cue' | 'breathing' | 'safety';

/** What was reported during an exercise and in its question; the highest pain stays. */
export type ItemAnswer = {
  readonly pain?: number;
  readonly felt?: string;
  readonly repsInReserve?: number;
  readonly form?: SetForm;
};

/** The exercise as the player needs it; the knowledge package's record fits. */
export type PlayerExercise = {
  readonly id: string;
  readonly class: ExerciseClass;
  readonly instructions: readonly { readonly kind: LineKind; readonly text: string }[];
};

/** What a session is played from. */
export type PlayerInput = {
  readonly timeline: Timeline;
  readonly exercises: readonly PlayerExercise[];
  /** 3 to 10; what lies outside is brought to the nearer end. */
  readonly countInSeconds?: number;
  /** Pain of 6 and more in the last seven days (D-05). */
  readonly redsInLastWeek?: number;
};

/** Seconds counted in when the person has not chosen. */
export const defaultCountInSeconds = 3;

/** A player at the start of a session, waiting for the person. */
export function createPlayerState({
  timeline,
  exercises,
  countInSeconds = defaultCountInSeconds,
  redsInLastWeek = 0,
}: PlayerInput): PlayerState {
  return {
    version: 1,
    status: 'waiting',
    runs: timeline.steps.map((step) => runOf(step)),
    items: itemsOf(timeline, exercises),
    countInSeconds: Math.min(10, Math.max(3, Math.round(countInSeconds))),
    position: 0,
    elapsedMillis: 0,
    activeMillis: 0,
    pausedMillis: 0,
    last: null,
    startedAtMillis: null,
    answering: false,
    halfwayPassed: false,
    reds: redsInLastWeek,
    stop: null,
    decisions: [],
    ending: null,
  };
}

/** A step that nobody has begun. */
export function runOf(step: Step): StepRun {
  return { step, allottedMillis: step.seconds * 1000, heldMillis: 0, repsDone: 0 };
}

/** The step that is now; undefined only in a session without steps. */
export function currentRun({ runs, position }: PlayerState): StepRun | undefined {
  return runs[position];
}

/** The exercise that is now. */
export function currentItem(state: PlayerState): PlayerItem | undefined {
  const run = currentRun(state);
  return run === undefined ? undefined : state.items[run.step.item];
}

/** The side a step works on; undefined for a rest. */
export function sideOfStep(step: Step): Side | 'both' | undefined {
  if (step.kind === 'switch') return step.to;
  return step.kind === 'rest' ? undefined : step.side;
}

/** The state with the run at an index changed. */
export function withRun(state: PlayerState, index: number, change: (run: StepRun) => StepRun): PlayerState {
  return { ...state, runs: state.runs.map((run, at) => (at === index ? change(run) : run)) };
}

/** The state with one exercise's record changed. */
export function withItem(
  state: PlayerState,
  index: number,
  change: (item: PlayerItem) => PlayerItem,
): PlayerState {
  return { ...state, items: state.items.map((item, at) => (at === index ? change(item) : item)) };
}

function itemsOf(timeline: Timeline, exercises: readonly PlayerExercise[]): readonly PlayerItem[] {
  const exerciseById = byId(exercises);
  const items: PlayerItem[] = [];
  for (const step of timeline.steps) {
    if (items[step.item] !== undefined) continue;
    const exercise = exerciseById.get(step.exercise);
    items[step.item] = {
      exercise: step.exercise,
      exerciseClass: exercise?.class ?? 'stretch',
      lines: (exercise?.instructions ?? []).map(({ kind, text }) => ({
        kind,
        words: text.split(/\s+/).length,
      })),
      answer: {},
      logged: false,
    };
  }
  return items;
}
