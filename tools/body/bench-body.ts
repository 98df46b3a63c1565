import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  coordinateCount,
  coordinates,
  createBodyModel,
  createMuscleEvaluator,
  muscleTableSize,
} from '@psoas/body';
import { loadMujocoBody } from './mujoco-body.ts';

/** What the body's bench measured. Times are medians over rounds, in microseconds. */
export type BodyBench = {
  readonly lines: number;
  readonly microsPerPose: number;
  readonly microsPerLine: number;
  readonly mujocoMicrosPerPose: number;
  readonly mujocoMicrosPerLine: number;
  /** Poses of the run that memory was watched in, and what it grew by. */
  readonly poses: number;
  readonly heapGrowthBytes: number;
};

const rounds = 25;
const posesPerRound = 2000;
const watchedPoses = 1_000_000;
const poseVariety = 512;

/**
 * Times all lengths and all arms of a pose, filled into a caller's table, beside MuJoCo's kinematics and tendons of
 * the same model, turn by turn; then watches the heap over a million poses.
 */
export async function benchBody(): Promise<BodyBench> {
  const model = createBodyModel();
  const measure = createMuscleEvaluator(model);
  const mujoco = await loadMujocoBody(model);
  const table = new Float64Array(muscleTableSize(model));
  const poses = Array.from({ length: poseVariety }, (_, pose) => variedPose(pose));
  const poseAt = (index: number): Float64Array =>
    poses[index % poseVariety] ?? new Float64Array(coordinateCount);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(microsPerCall((index) => measure(poseAt(index), table)));
    theirs.push(microsPerCall((index) => mujoco.place(poseAt(index))));
  }
  const placing = microsPerCall((index) => mujoco.set(poseAt(index)));
  mujoco.close();

  const collect = garbageCollector();
  // Whatever the timing left behind goes first, so that nothing of it can hide growth.
  for (let index = 0; index < poseVariety; index += 1) measure(poseAt(index), table);
  collect();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < watchedPoses; index += 1) measure(poseAt(index), table);
  collect();
  const heapGrowthBytes = process.memoryUsage().heapUsed - before;

  const lines = model.lines.length;
  const microsPerPose = median(ours);
  const mujocoMicrosPerPose = median(theirs) - placing;
  return {
    lines,
    microsPerPose,
    microsPerLine: microsPerPose / lines,
    mujocoMicrosPerPose,
    mujocoMicrosPerLine: mujocoMicrosPerPose / mujoco.tendonCount,
    poses: watchedPoses,
    heapGrowthBytes,
  };
}

/** Poses spread over the whole range, the same in every run. */
function variedPose(pose: number): Float64Array {
  return Float64Array.from(coordinates, ({ min, max, unit }, index) => {
    const share = ((pose + 1) * (0.618_033_988_75 + 0.1 * index)) % 1;
    const value = min + (max - min) * share;
    return unit === 'degrees' ? (value * Math.PI) / 180 : value;
  });
}

function microsPerCall(call: (index: number) => void): number {
  const start = performance.now();
  for (let index = 0; index < posesPerRound; index += 1) call(index);
  return ((performance.now() - start) * 1000) / posesPerRound;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose_gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('This Node does not hand out its garbage collector.');
  return () => {
    Reflect.apply(collect, undefined, []);
  };
}
