import { createBodyModel, createPoseEvaluator, mirrorPose, type Movement, type Pose } from '@psoas/body';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import type { RawItem } from './read-items.ts';

/** Muscles whose change of length a page shows, by their names in the model and in the knowledge. */
const shownMuscles = [
  ['psoas', 'psoas-major'],
  ['iliacus', 'iliacus'],
  ['rectus_femoris', 'rectus-femoris'],
] as const;

/**
 * What the model says of each movement: the change of length against neutral standing, in per cent to one decimal, of
 * the target side and of the other one, in the keyframe that shows the exercise and in each fault that spoils it.
 */
export function lengthsModule(movements: readonly RawItem[], problems: KnowledgeProblem[]): string {
  const evaluate = createPoseEvaluator(createBodyModel());
  const changes = (file: string, pose: Pose): { readonly [muscle: string]: number } => {
    const result = evaluate(pose);
    if (!result.ok) {
      problems.push({
        file,
        field: result.error.coordinate,
        remedy: 'stay within the range that packages/body/data/coordinates.json gives',
      });
      return {};
    }
    return Object.fromEntries(
      shownMuscles.map(([line, muscle]) => [
        muscle,
        percent(result.value.muscles.find(({ name }) => name === `${line}_r`)?.changeShare ?? 0),
      ]),
    );
  };
  const entries = movements.flatMap(({ file, name, value }) => {
    // The schema has accepted it by now, or the build fails.
    const movement = value as Movement;
    const pose = movement.keyframes.find(({ id }) => id === movement.shows)?.pose;
    if (pose === undefined) return [];
    const faults = Object.fromEntries(movement.faults.map((fault) => [fault.id, changes(file, fault.pose)]));
    return [
      [
        name,
        {
          reachedBy: reachedBy(movement),
          target: changes(file, pose),
          other: changes(file, mirrorPose(pose)),
          faults,
        },
      ] as const,
    ];
  });
  return `${types}\nexport const movementLengths: { readonly [movement: string]: MovementLengths } = ${JSON.stringify(Object.fromEntries(entries), null, 1)};\n`;
}

// How the posture that stands for the movement is come to: by lifting, by lowering, or it is held.
function reachedBy({ repetition, shows }: Movement): 'up' | 'down' | 'hold' {
  const lasts = repetition.find(({ to }) => to === shows)?.lasts;
  return lasts === 'up' || lasts === 'down' ? lasts : 'hold';
}

function percent(share: number): number {
  const rounded = Math.round(share * 1000) / 10;
  return rounded === 0 ? 0 : rounded;
}

const types = `
/** Change of length against neutral standing, in per cent: + longer, - shorter. */
export type LengthChanges = { readonly 'psoas-major': number; readonly iliacus: number; readonly 'rectus-femoris': number };

/** What the model says of one movement, in the posture that stands for it and in its faults. */
export type MovementLengths = { readonly reachedBy: 'up' | 'down' | 'hold'; readonly target: LengthChanges; readonly other: LengthChanges; readonly faults: { readonly [fault: string]: LengthChanges } };
`;
