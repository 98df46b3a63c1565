import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { coordinateCount, createBodyModel, createMuscleEvaluator, muscleTableSize } from '@psoas/body';
import { loadMujocoBody } from '../../body/mujoco-body.ts';
import type { Measurement } from '../measurement.ts';
import { afterWarmUp, millisOf } from '../stopwatch.ts';
import { variedPoses } from '../varied-poses.ts';

const posesPerRun = 2000;
const watchedPoses = 1_000_000;

/** The bar for what a million poses may leave behind on the heap, in bytes: noise, not growth. */
const heapGrowthLimitBytes = 200_000;

/** The body model beside MuJoCo. */
export const pose: Measurement = {
  id: 'pose',
  what: 'a posture of the body model, beside MuJoCo',
  how: `All lengths and all lever arms of a posture, filled into a caller's table, and MuJoCo's kinematics and tendons of the same model, by turns; ${posesPerRun.toLocaleString('en-GB')} postures spread over the whole range in a run, after one run to warm up. Setting the joints is taken off MuJoCo's time. Then the heap is watched over ${watchedPoses.toLocaleString('en-GB')} postures, once.`,
  runs: 25,
  measure: async ({ runs }) => {
    const model = createBodyModel();
    const evaluate = createMuscleEvaluator(model);
    const mujoco = await loadMujocoBody(model);
    const table = new Float64Array(muscleTableSize(model));
    const poses = variedPoses(512);
    const poseAt = (index: number): Float64Array => poses[index % poses.length] ?? new Float64Array(coordinateCount);
    const microsOf = (work: (index: number) => void): number =>
      (millisOf(() => {
        for (let index = 0; index < posesPerRun; index += 1) work(index);
      }) * 1000) / posesPerRun;
    const kept = await afterWarmUp(runs, async () => {
      const ours = microsOf((index) => evaluate(poseAt(index), table));
      const theirs = microsOf((index) => mujoco.place(poseAt(index)));
      return { ours, theirs: theirs - microsOf((index) => mujoco.set(poseAt(index))) };
    });
    const lineShare = model.lines.length / mujoco.tendonCount;
    mujoco.close();
    return [
      { id: 'pose.ours', what: `lengths and arms of ${model.lines.length} muscle lines`, unit: 'µs', better: 'less', values: kept.map(({ ours }) => ours) },
      { id: 'pose.mujoco', what: `MuJoCo, ${mujoco.tendonCount} tendons`, unit: 'µs', better: 'less', values: kept.map(({ theirs }) => theirs) },
      { id: 'pose.ratio', what: 'a muscle line', ratioTo: 'a tendon of MuJoCo', unit: 'ratio', better: 'less', bar: { limit: 1 }, values: kept.map(({ ours, theirs }) => ours / theirs / lineShare) },
      { id: 'pose.heap', what: `heap after ${watchedPoses.toLocaleString('en-GB')} postures, grown by`, unit: 'bytes', better: 'less', bar: { limit: heapGrowthLimitBytes }, values: [heapGrowthOf((index) => evaluate(poseAt(index), table))] },
    ];
  },
};

function heapGrowthOf(work: (index: number) => void): number {
  const collect = garbageCollector();
  // Whatever the timing left behind goes first, so that nothing of it can hide growth.
  for (let index = 0; index < 512; index += 1) work(index);
  collect();
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < watchedPoses; index += 1) work(index);
  collect();
  return process.memoryUsage().heapUsed - before;
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose_gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('This Node does not hand out its garbage collector.');
  return () => {
    Reflect.apply(collect, undefined, []);
  };
}
