import { joints, type Joint } from '../model/joints.ts';
import type { BodyModel } from './body-model.ts';
import { armCount } from './arm-coordinates.ts';
import { createMeasuredSpan, measureSpan } from './measure-span.ts';
import { createMotion, createMovingJoints, moveBodies } from './move-bodies.ts';
import { createSpanTable } from './spans.ts';

/**
 * Fills `into` with the lengths of all lines (order of `model.lines`), then with their moment arms, eleven a line
 * in the order of `armCoordinates`, in metres. `values` are radians and metres in the order of `coordinateNames`;
 * where the pelvis is does not matter. A positive arm turns the joint towards the coordinate's positive side.
 * Allocates nothing. Angles are not checked: `evaluatePose` does that.
 */
export type MuscleEvaluator = (values: Float64Array, into: Float64Array) => void;

/** How many numbers a `MuscleEvaluator` fills for a model. */
export function muscleTableSize({ lines }: BodyModel): number {
  return lines.length * (1 + armCount);
}

/** Where the arms of line number `line` begin in the table that a `MuscleEvaluator` fills. */
export function armOffset({ lines }: BodyModel, line: number): number {
  return lines.length + line * armCount;
}

/**
 * Makes the evaluator of a model, with its own working memory: one for each use at a time. `bodyJoints` are the
 * model's own unless one of them is to be looked at alone.
 */
export function createMuscleEvaluator(
  model: BodyModel,
  bodyJoints: readonly Joint[] = joints,
): MuscleEvaluator {
  const { lines, scale } = model;
  const table = createSpanTable(lines);
  const spans = table.spans.map(createMeasuredSpan);
  const moving = createMovingJoints(
    bodyJoints,
    new Set(spans.flatMap(({ fromBody, toBody, frame }) => [fromBody, toBody, frame?.body ?? fromBody])),
  );
  const motion = createMotion();
  const spanArms = new Float64Array(armCount);
  const { lineStarts, linesOfSpans } = linesBySpan(table.lineSpans, spans.length);
  const fixed = Float64Array.from(table.fixedMetres, (metres) => metres * scale);
  return (values, into) => {
    moveBodies(moving, values, motion);
    into.fill(0);
    into.set(fixed);
    for (let index = 0; index < spans.length; index += 1) {
      const span = spans[index];
      if (span === undefined) continue;
      const length = scale * measureSpan(span, motion, spanArms);
      const end = lineStarts[index + 1] ?? 0;
      for (let each = lineStarts[index] ?? 0; each < end; each += 1) {
        const line = linesOfSpans[each] ?? 0;
        into[line] = (into[line] ?? 0) + length;
        const offset = lines.length + line * armCount;
        for (let arm = 0; arm < span.arms.length; arm += 1) {
          const target = offset + (span.arms[arm] ?? 0);
          into[target] = (into[target] ?? 0) + scale * (spanArms[arm] ?? 0);
        }
      }
    }
  };
}

/** For each span the lines that it is part of, one after the other: those of span n begin at `lineStarts[n]`. */
function linesBySpan(
  lineSpans: readonly (readonly number[])[],
  spanCount: number,
): { readonly lineStarts: Int32Array; readonly linesOfSpans: Int32Array } {
  const bySpan: number[][] = Array.from({ length: spanCount }, () => []);
  for (const [line, spans] of lineSpans.entries()) for (const span of spans) bySpan[span]?.push(line);
  const lineStarts = new Int32Array(spanCount + 1);
  for (const [span, lines] of bySpan.entries()) lineStarts[span + 1] = (lineStarts[span] ?? 0) + lines.length;
  return { lineStarts, linesOfSpans: Int32Array.from(bySpan.flat()) };
}
