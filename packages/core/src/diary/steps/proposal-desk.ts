import type { LocalDate } from '@psoas/kernel';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { Amounts } from '../../programme/index.ts';
import { untouched, type ExerciseProgress } from './exercise-progress.ts';
import type { ProposalMoment } from './proposal-moments.ts';
import type { StepChange, StepRule } from './step-change.ts';
import { giveBack, goodDaysAfterBad, takeProposal, type AppliedProposal } from './take-proposal.ts';

/** The steps on their way. */
export type StepsSoFar = { readonly progress: Map<string, ExerciseProgress>; readonly changes: StepChange[] };
type Surroundings = StepsSoFar & { readonly context: { readonly exerciseById: ReadonlyMap<string, CatalogueExercise> } };

/** Takes accepted proposals into the steps, keeps those that wait, and gives back what was taken back. */
export type ProposalDesk = {
  /** [SH-10] [SH-12] A proposal begins to count, or no longer does. */
  readonly take: (steps: Surroundings, moment: ProposalMoment | undefined) => void;
  /** [SH-13] After two good sessions what waited comes in place of the usual step; false when nothing waits. */
  readonly comesIn: (steps: Surroundings, exercise: CatalogueExercise, day: LocalDate) => boolean;
};

type Waiting = { readonly proposal: string; readonly by: string; readonly amounts: Amounts };
type Applied = AppliedProposal & { readonly progress: { readonly before: ExerciseProgress | undefined; readonly after: ExerciseProgress }; readonly told: readonly StepChange[] };
type About = Pick<ProposalMoment, 'proposal' | 'by' | 'exercise' | 'day'>;

/** An empty desk. */
export function createProposalDesk(): ProposalDesk {
  const waitingByExercise = new Map<string, Waiting>();
  const appliedByKey = new Map<string, Applied>();
  const accept = (steps: Surroundings, { amounts, ...about }: About & { readonly amounts: Amounts }, exercise: CatalogueExercise): void => {
    const before = steps.progress.get(exercise.id);
    const now: ExerciseProgress = before ?? { setting: untouched, greens: {}, latest: {} };
    const { setting, changes, from, waiting } = takeProposal(now, exercise, amounts);
    const after: ExerciseProgress = { ...now, setting, greens: setting === now.setting ? now.greens : zeroed(now.greens) };
    steps.progress.set(exercise.id, after);
    const told = changes.map((change) => toldChange(change, about, 'SH-10'));
    // The newest proposal for an exercise replaces one that waits.
    waitingByExercise.delete(exercise.id);
    if (waiting !== undefined) {
      waitingByExercise.set(exercise.id, { proposal: about.proposal, by: about.by, amounts: waiting });
      told.push(toldChange({ key: 'proposalWaits', values: {} }, about, 'SH-10'));
    }
    steps.changes.push(...told);
    appliedByKey.set(keyOf(about), { before: now.setting, after: setting, from, progress: { before, after }, told });
  };
  const takeBack = (steps: Surroundings, about: About): void => {
    const applied = appliedByKey.get(keyOf(about));
    const now = steps.progress.get(about.exercise);
    if (waitingByExercise.get(about.exercise)?.proposal === about.proposal) waitingByExercise.delete(about.exercise);
    if (applied === undefined || now === undefined) return;
    appliedByKey.delete(keyOf(about));
    if (now === applied.progress.after) {
      // Nothing was done since: it is as if it had never been accepted.
      if (applied.progress.before === undefined) steps.progress.delete(about.exercise);
      else steps.progress.set(about.exercise, applied.progress.before);
      for (const change of applied.told) steps.changes.splice(steps.changes.indexOf(change), 1);
      return;
    }
    const { setting, changes } = giveBack(now, applied);
    steps.progress.set(about.exercise, { ...now, setting, greens: setting === now.setting ? now.greens : zeroed(now.greens) });
    steps.changes.push(...changes.map((change) => toldChange(change, about, 'SH-12')));
  };
  return {
    take: (steps, moment) => {
      const exercise = moment === undefined ? undefined : steps.context.exerciseById.get(moment.exercise);
      if (moment === undefined || exercise === undefined) return;
      const { amounts, onlyOn, ...about } = moment;
      if (amounts === undefined) takeBack(steps, about);
      else if (onlyOn === undefined || steps.progress.get(exercise.id)?.item?.side === onlyOn) accept(steps, { ...about, amounts }, exercise);
    },
    comesIn: (steps, exercise, day) => {
      const waiting = waitingByExercise.get(exercise.id);
      const now = steps.progress.get(exercise.id);
      if (waiting === undefined || now === undefined || (now.bad !== undefined && now.bad.goodDays < goodDaysAfterBad)) return false;
      waitingByExercise.delete(exercise.id);
      const { because: _held, ...calm } = now.setting;
      const { setting, changes, from } = takeProposal({ ...now, setting: calm, latest: {} }, exercise, waiting.amounts);
      const after: ExerciseProgress = { ...now, setting: { ...setting, because: 'SH-10' }, greens: zeroed(now.greens) };
      const about = { proposal: waiting.proposal, by: waiting.by, exercise: exercise.id, day };
      const told = changes.map((change) => toldChange(change, about, 'SH-10'));
      steps.progress.set(exercise.id, after);
      steps.changes.push(...told);
      appliedByKey.set(keyOf(about), { before: now.setting, after: after.setting, from, progress: { before: now, after }, told });
      return true;
    },
  };
}

function keyOf({ proposal, exercise }: Pick<About, 'proposal' | 'exercise'>): string {
  return `${proposal} ${exercise}`;
}

function toldChange({ key, values }: Pick<StepChange, 'key' | 'values'>, { exercise, by, day }: About, rule: StepRule): StepChange {
  return { exercise, side: 'both', key, rule, day, values: { ...values, by } };
}

function zeroed(greens: ExerciseProgress['greens']): ExerciseProgress['greens'] {
  return Object.fromEntries(Object.keys(greens).map((side) => [side, 0]));
}
