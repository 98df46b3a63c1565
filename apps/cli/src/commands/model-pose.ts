import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { createPoseReporter, reportedMuscles, withMuscles, type PoseReport } from '../model/pose-report.ts';
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
  const reports = poses.value.map(createPoseReporter());
  if (isOn(input, 'json')) printJson(io, reports.map(withMuscles));
  else printLines(io, tableLines(reports, io.screen));
  return 0;
};

function tableLines(reports: readonly PoseReport[], screen: Screen): readonly string[] {
  const { strong } = stylesOf(screen);
  if (reports.length === 0) return [text.model.noPostures];
  return [
    ...reports.flatMap((report, index) => [
      ...(reports.length === 1 ? [] : [strong(fillTemplate(text.model.posture, { number: index + 1 }))]),
      ...postureLines(report, screen),
      '',
    ]),
    ...wrap(text.model.pose.legend, textWidth(screen)),
  ];
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
