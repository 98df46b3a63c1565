import { createBodyModel, createLineTracer, coordinateCount, type BodyModel, type Place } from '@psoas/body';
import type { MusclePath } from './muscle-path.ts';

/** Lights up muscles along their real ways in a posture (radians and metres, in the order of `coordinateNames`). */
export type MuscleLights = (values: Float64Array) => readonly MusclePath[];

/** The muscles that have a colour of their own. */
const roleByName: { readonly [name: string]: MusclePath['role'] } = {
  psoas: 'psoas',
  psoas_minor: 'psoas',
  iliacus: 'iliacus',
  rectus_femoris: 'rectus-femoris',
};

/** Thickness of a muscle by its strength: cross-section follows force. Own choice of scale, so that it can be seen. */
const radiusPerRootNewton = 0.0007;

/** No line is drawn thinner or thicker than this, in metres. */
const thinnestMetres = 0.0082;
const thickestMetres = 0.02;

/** Makes the lights of some muscles, named as in the body's data with their side: `psoas_r`, `iliacus_l`. */
export function createMuscleLights(names: readonly string[]): MuscleLights {
  const whole = createBodyModel({ psoasMinor: names.some((name) => name.startsWith('psoas_minor')) });
  const model = onlyMuscles(whole, names);
  const trace = createLineTracer(model);
  const neutral = trace(new Float64Array(coordinateCount)).map(lengthOf);
  return (values) => {
    const ways = trace(values);
    const lengths = ways.map(lengthOf);
    return model.muscles.map(({ name, lines, weights }) => {
      const sum = (table: readonly number[]): number =>
        lines.reduce((total, line, index) => total + (weights[index] ?? 0) * (table[line] ?? 0), 0);
      const force = Math.max(...lines.map((line) => model.lines[line]?.maxForceNewtons ?? 0));
      return {
        key: name,
        role: roleByName[name.slice(0, -2)] ?? 'muscle',
        lines: lines.map((line) => ways[line] ?? []),
        changeShare: sum(lengths) / sum(neutral) - 1,
        radiusMetres: Math.min(
          thickestMetres,
          Math.max(thinnestMetres, radiusPerRootNewton * Math.sqrt(force)),
        ),
      };
    });
  };
}

// The way as it is drawn, half a millimetre off the model's own length at most: enough for a thickness.
function lengthOf(way: readonly Place[]): number {
  return way.reduce((sum, [x, y, z], index) => {
    const [fromX, fromY, fromZ] = way[index - 1] ?? [x, y, z];
    return sum + Math.hypot(x - fromX, y - fromY, z - fromZ);
  }, 0);
}

/** The same body with some of its muscles alone, so that no time goes into the others. */
function onlyMuscles(model: BodyModel, names: readonly string[]): BodyModel {
  const chosen = model.muscles.filter(({ name }) => names.includes(name));
  const kept = chosen.flatMap(({ lines }) => lines);
  return {
    ...model,
    lines: kept.flatMap((line) => model.lines[line] ?? []),
    muscles: chosen.map((muscle) => ({ ...muscle, lines: muscle.lines.map((line) => kept.indexOf(line)) })),
  };
}
