import {
  createBodyModel,
  createLineTracer,
  createPoseEvaluator,
  type BodyModel,
  type LineTracer,
  type PoseEvaluator,
} from '@psoas/body';
import { createAnatomyPainter, type AnatomyPainter } from '@psoas/figure/bones';

/** A body to look at: its model and what measures, traces and paints it. */
export type Anatomy = {
  readonly model: BodyModel;
  readonly evaluate: PoseEvaluator;
  readonly trace: LineTracer;
  readonly paint: AnatomyPainter;
};

/** Makes a body of average height, with or without the psoas minor. */
export function createAnatomy(psoasMinor: boolean): Anatomy {
  const model = createBodyModel({ psoasMinor });
  return {
    model,
    evaluate: createPoseEvaluator(model),
    trace: createLineTracer(model),
    paint: createAnatomyPainter(model),
  };
}
