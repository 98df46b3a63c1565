/** Motion files of OpenSim, OpenCap and SIMM: reading, writing, what they do to the hip flexors (docs/spec/motion-files.md). */
export type { AngleUnit, Motion, MotionColumns, MotionNote } from './motion.ts';
export type { MotionProblem, MotionProblemId, UnusableMotion } from './motion-problem.ts';
export { parseMotionFile, type MotionFileOptions, type ReadMotion } from './parse-motion-file.ts';
export { writeMotionFile, type WrittenHeader } from './write-motion-file.ts';
export {
  analyseMotion,
  followedMuscles,
  requireUsableRow,
  type FollowedMuscle,
  type LeftOutRow,
  type LengthsAt,
  type MotionAnalysis,
  type MotionMoment,
  type MuscleLength,
  type MuscleLengths,
  type OutsideRange,
  type SideAnalysis,
} from './analyse-motion.ts';
export type { CurveSummary, Extreme, HipSummary, TimeBeyond } from './summarise.ts';
export { motionToPlot, motionToSummary, type TextSize } from './motion-to-text.ts';
export { motionToCsv } from './motion-to-csv.ts';
export { motionToSvg, type SvgOptions } from './motion-to-svg.ts';
export { motionNoteText, motionProblemText, type MotionWords } from './motion-words.ts';
