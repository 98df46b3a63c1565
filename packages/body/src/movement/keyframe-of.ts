import type { Keyframe, Movement } from './movement.ts';

/** A keyframe by its id. An unknown one is a fault of the data files. */
export function keyframeOf(movement: Movement, id: string): Keyframe {
  const keyframe = [...movement.keyframes, ...movement.variants.map((variant) => variant.keyframe)].find(
    (each) => each.id === id,
  );
  if (keyframe === undefined) throw new Error(`'${movement.id}' has no keyframe '${id}'.`);
  return keyframe;
}

/** The keyframe that a hold keeps and from which a repetition starts. */
export function workingPosture(movement: Movement): string {
  return movement.entry.at(-1)?.to ?? firstPosture(movement);
}

/** The keyframe that a movement begins with. */
export function firstPosture({ keyframes }: Movement): string {
  return keyframes[0]?.id ?? '';
}
