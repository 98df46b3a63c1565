import type { MuscleState, PoseEvaluation } from '@psoas/body';
import type { Side } from '@psoas/kernel';
import { numberText } from '../../widgets/local-text.ts';

/** The muscles whose lengths are always shown. */
export const mainMuscles = ['psoas', 'iliacus', 'rectus_femoris'] as const;
export type MainMuscle = (typeof mainMuscles)[number];

/** A muscle's length and its change against standing. */
export type MuscleLength = {
  readonly muscle: MainMuscle;
  readonly lengthMillimetres: number;
  readonly changeMillimetres: number;
  readonly changePercent: number;
};

/** The lengths of one side, in the order of `mainMuscles`. */
export function mainLengths(evaluation: PoseEvaluation, side: Side): readonly MuscleLength[] {
  return mainMuscles.map((muscle) => {
    const state = muscleOf(evaluation, muscle, side);
    return {
      muscle,
      lengthMillimetres: 1000 * (state?.lengthMetres ?? Number.NaN),
      changeMillimetres: 1000 * (state?.changeMetres ?? Number.NaN),
      changePercent: 100 * (state?.changeShare ?? Number.NaN),
    };
  });
}

/** A muscle of one side in an evaluation. */
export function muscleOf({ muscles }: PoseEvaluation, name: string, side: Side): MuscleState | undefined {
  return muscles.find((muscle) => muscle.name === `${name}_${side === 'right' ? 'r' : 'l'}`);
}

/** A change with its sign, such as +5.6; what rounds to nothing has none. */
export function signed(value: number, digits: number): string {
  const text = numberText(Math.abs(value), digits);
  if (Number(Math.abs(value).toFixed(digits)) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
