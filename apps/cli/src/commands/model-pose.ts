import type { Pose } from '@psoas/body';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJsonList, printLines, type Command, type Io, type Screen } from '../io.ts';
import {
  createPoseReporter,
  reportedMuscles,
  withMuscles,
  type PoseReport,
  type PoseReportByMuscle,
} from '../model/pose-report.ts';
import { readPoses } from '../model/read-poses.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { signed } from '../print/signed.ts';

/** Lengths and lever arms of the hip flexors in one posture, or in all of a file. */
export const modelPose: Command = async (input, io) => {
  const poses = await readPoses(input, io);
  if (!poses.ok) {
    complain(io, ...poses.error);
    return 2;
  }
  const report = createPoseReporter();
  if (isOn(input, 'json')) await printJsonList(io, reportsOf(poses.value, report));
  else await printTable(poses.value, report, io);
  return 0;
};

// Made one by one while they are printed: thousands of reports together would fill the memory.
function* reportsOf(
  poses: readonly Pose[],
  report: (pose: Pose) => PoseReport,
): Generator<PoseReportByMuscle, void> {
  for (const pose of poses) yield withMuscles(report(pose));
}

async function printTable(poses: readonly Pose[], report: (pose: Pose) => PoseReport, io: Io): Promise<void> {
  if (poses.length === 0) return printLines(io, [text.model.noPostures]);
  const { strong } = stylesOf(io.screen);
  for (const [index, pose] of poses.entries()) {
    const head = poses.length === 1 ? [] : [strong(fillTemplate(text.model.posture, { number: index + 1 }))];
    await io.outAndWait(`${[...head, ...postureLines(report(pose), io.screen), ''].join('\n')}\n`);
  }
  printLines(io, wrap(text.model.pose.legend, textWidth(io.screen)));
}

function postureLines(report: PoseReport, screen: Screen): readonly string[] {
  const head = text.model.columns;
  const number = (value: number): string => value.toFixed(1).padStart(7);
  const [first = '', ...rest] = columns([
    [head.muscle, head.length, head.change, head.flexion],
    ...reportedMuscles.map((muscle) => [
      text.model.muscles[muscle],
      number(report.lengthMillimetres[muscle]),
      signed(report.changePercent[muscle]).padStart(7),
      number(report.hipFlexionArmMillimetres[muscle]),
    ]),
  ]);
  return [stylesOf(screen).strong(first), ...rest];
}
