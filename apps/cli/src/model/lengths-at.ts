import { createBodyModel, createPoseEvaluator } from '@psoas/body';
import type { LengthsAt } from '@psoas/exchange/motion';
import { err, ok } from '@psoas/kernel';

/** Muscle lengths of an average body by posture, for following a motion. */
export function createLengthsAt(): LengthsAt {
  const evaluate = createPoseEvaluator(createBodyModel());
  return (posture) => {
    const evaluated = evaluate(posture);
    if (!evaluated.ok) {
      if (evaluated.error.kind === 'out-of-range') return err(evaluated.error);
      throw new Error(`The model has no coordinate '${evaluated.error.coordinate}'.`);
    }
    return ok(
      Object.fromEntries(
        evaluated.value.muscles.map(({ name, lengthMetres, changeShare }) => [
          name,
          { lengthMillimetres: lengthMetres * 1000, changePercent: changeShare * 100 },
        ]),
      ),
    );
  };
}
