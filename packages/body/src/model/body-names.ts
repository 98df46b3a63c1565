/** The bodies of the model, from the root outwards: a parent always stands before its children. */
export const bodyNames = [
  'pelvis',
  'lumbar5',
  'lumbar4',
  'lumbar3',
  'lumbar2',
  'lumbar1',
  'torso',
  'head',
  'femur_r',
  'tibia_r',
  'foot_r',
  'toes_r',
  'femur_l',
  'tibia_l',
  'foot_l',
  'toes_l',
  'humerus_r',
  'forearm_r',
  'hand_r',
  'humerus_l',
  'forearm_l',
  'hand_l',
] as const;

/** The name of a rigid body. */
export type BodyName = (typeof bodyNames)[number];

/** How many bodies there are. */
export const bodyCount = bodyNames.length;

/** The place of a body in every table of bodies. An unknown name is a fault of our data files. */
export function bodyIndex(name: string): number {
  const index = bodyNames.findIndex((body) => body === name);
  if (index < 0) throw new Error(`The model has no body '${name}'.`);
  return index;
}
