import {
  createBodyModel,
  createPoseEvaluator,
  type MuscleState,
  type PathState,
  type Pose,
} from '@psoas/body';

/** The muscles that are reported, right then left, in this order. */
export const reportedMuscles = [
  'psoas_r',
  'iliacus_r',
  'rectus_femoris_r',
  'tensor_fasciae_latae_r',
  'sartorius_r',
  'psoas_l',
  'iliacus_l',
  'rectus_femoris_l',
  'tensor_fasciae_latae_l',
  'sartorius_l',
] as const;

/** The name of a reported muscle. */
export type ReportedMuscle = (typeof reportedMuscles)[number];

type PerMuscle<Value = number> = { readonly [Name in ReportedMuscle]: Value };

/** Lengths, arms about the hip of the muscle's own side, and changes against neutral standing of one posture. */
export type PoseReport = {
  readonly lengthMillimetres: PerMuscle;
  readonly hipFlexionArmMillimetres: PerMuscle;
  readonly hipAdductionArmMillimetres: PerMuscle;
  readonly hipRotationArmMillimetres: PerMuscle;
  readonly changePercent: PerMuscle;
  /** The lines that the psoas is the strength-weighted mean of, by where they begin, such as `L1_VB`. */
  readonly fascicles: { readonly [muscle: string]: { readonly [fascicle: string]: FascicleReport } };
};

/** The same numbers of one muscle, for readers who look a muscle up first. */
export type MuscleReport = {
  readonly lengthMillimetres: number;
  readonly hipFlexionArmMillimetres: number;
  readonly changePercent: number;
  readonly fascicles?: { readonly [fascicle: string]: FascicleReport };
};

/** The numbers by quantity, and once more by muscle. */
export type PoseReportByMuscle = PoseReport & { readonly [Name in ReportedMuscle]: MuscleReport };

/** Adds the view by muscle. */
export function withMuscles(report: PoseReport): PoseReportByMuscle {
  return {
    ...report,
    ...perMuscle((name) => ({
      lengthMillimetres: report.lengthMillimetres[name],
      hipFlexionArmMillimetres: report.hipFlexionArmMillimetres[name],
      changePercent: report.changePercent[name],
      ...(report.fascicles[name] && { fascicles: report.fascicles[name] }),
    })),
  };
}

/** One fascicle. */
export type FascicleReport = {
  readonly lengthMillimetres: number;
  readonly hipFlexionArmMillimetres: number;
  readonly changePercent: number;
};

/** Makes the reporter of an average body, for many postures. They have been checked. */
export function createPoseReporter(): (pose: Pose) => PoseReport {
  const evaluate = createPoseEvaluator(createBodyModel());
  return (pose) => {
    const evaluated = evaluate(pose);
    if (!evaluated.ok) throw new Error(`unchecked: ${evaluated.error.coordinate}`);
    const stateByName = new Map(evaluated.value.muscles.map((muscle) => [muscle.name, muscle]));
    const ofMuscles = (numberOf: (state: MuscleState) => number): PerMuscle => {
      const number = (name: ReportedMuscle): number => {
        const state = stateByName.get(name);
        if (state === undefined) throw new Error(`The model has no muscle '${name}'.`);
        return rounded(numberOf(state));
      };
      return perMuscle(number);
    };
    return {
      lengthMillimetres: ofMuscles(({ lengthMetres }) => lengthMetres * 1000),
      hipFlexionArmMillimetres: ofMuscles((state) => armMillimetres(state, 'flexion')),
      hipAdductionArmMillimetres: ofMuscles((state) => armMillimetres(state, 'adduction')),
      hipRotationArmMillimetres: ofMuscles((state) => armMillimetres(state, 'rotation')),
      changePercent: ofMuscles(({ changeShare }) => changeShare * 100),
      fascicles: Object.fromEntries(
        ['psoas_r', 'psoas_l'].map((name) => [
          name,
          Object.fromEntries(
            (stateByName.get(name)?.lines ?? []).map((line) => [originOf(line.name), fascicle(line)]),
          ),
        ]),
      ),
    };
  };
}

function perMuscle<Value>(number: (name: ReportedMuscle) => Value): PerMuscle<Value> {
  return {
    psoas_r: number('psoas_r'),
    iliacus_r: number('iliacus_r'),
    rectus_femoris_r: number('rectus_femoris_r'),
    tensor_fasciae_latae_r: number('tensor_fasciae_latae_r'),
    sartorius_r: number('sartorius_r'),
    psoas_l: number('psoas_l'),
    iliacus_l: number('iliacus_l'),
    rectus_femoris_l: number('rectus_femoris_l'),
    tensor_fasciae_latae_l: number('tensor_fasciae_latae_l'),
    sartorius_l: number('sartorius_l'),
  };
}

function fascicle(line: PathState): FascicleReport {
  return {
    lengthMillimetres: rounded(line.lengthMetres * 1000),
    hipFlexionArmMillimetres: rounded(armMillimetres(line, 'flexion')),
    changePercent: rounded(line.changeShare * 100),
  };
}

function armMillimetres({ name, armMetres }: PathState, about: 'flexion' | 'adduction' | 'rotation'): number {
  return 1000 * armMetres[`hip_${about}_${name.endsWith('_l') ? 'l' : 'r'}`];
}

// `Ps_L1_VB_r` begins at L1_VB.
function originOf(line: string): string {
  return line.replace(/^Ps_/, '').replace(/_[rl]$/, '');
}

// A ten-thousandth of a millimetre is finer than anything the model knows.
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
