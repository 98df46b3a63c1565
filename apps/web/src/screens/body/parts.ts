import text from '@psoas/knowledge/text/body';
import type { Side } from '@psoas/kernel';

/** What can be named: a muscle or a bone, by the key of its text. */
export type PartKey = keyof typeof text.muscles | keyof typeof text.bones;

/** A named part on one side, or in the middle. */
export type ChosenPart = { readonly key: PartKey; readonly side: Side | undefined };

/** The hip flexors, in the order of the list. */
export const hipFlexors = [
  'psoas',
  'iliacus',
  'psoas_minor',
  'rectus_femoris',
  'sartorius',
  'tensor_fasciae_latae',
  'pectineus',
] as const satisfies readonly PartKey[];

/** Other muscles around the hip and the low back. */
export const neighbours = [
  'adductor_longus',
  'gluteus_maximus',
  'gluteus_medius',
  'hamstrings',
  'rectus_abdominis',
  'obliques',
  'erector_spinae',
  'quadratus_lumborum',
] as const satisfies readonly PartKey[];

/** The bones, from the top down. */
export const boneKeys = [
  'ribs',
  'lumbar1',
  'lumbar2',
  'lumbar3',
  'lumbar4',
  'lumbar5',
  'sacrum',
  'hip_bone',
  'femur',
  'patella',
  'tibia',
] as const satisfies readonly PartKey[];

const keyByPiece: { readonly [piece: string]: PartKey } = {
  semimembranosus: 'hamstrings',
  semitendinosus: 'hamstrings',
  biceps_femoris_long: 'hamstrings',
  biceps_femoris_short: 'hamstrings',
  external_oblique: 'obliques',
  internal_oblique: 'obliques',
};

const known: ReadonlySet<string> = new Set([...Object.keys(text.muscles), ...Object.keys(text.bones)]);

/** What a painted shape is part of, such as `femur_l` or `semitendinosus_r`; undefined for something without a text. */
export function partOf(painted: string): ChosenPart | undefined {
  const side = painted.endsWith('_r') ? 'right' : painted.endsWith('_l') ? 'left' : undefined;
  const name = side === undefined ? painted : painted.slice(0, -2);
  const key = keyByPiece[name] ?? name;
  if (!isPartKey(key)) return undefined;
  return { key, side: key === 'ribs' ? undefined : side };
}

/** Whether a painted shape belongs to what was chosen. */
export function isOf(painted: string, chosen: ChosenPart): boolean {
  const part = partOf(painted);
  return (
    part?.key === chosen.key &&
    (chosen.side === undefined || part.side === undefined || part.side === chosen.side)
  );
}

/** Whether a part has a left and a right one. */
export function isPaired(key: PartKey): boolean {
  return !(key.startsWith('lumbar') || key === 'sacrum' || key === 'ribs');
}

/** Whether a muscle is drawn only together with the neighbours. */
export function isNeighbour(painted: string): boolean {
  const part = partOf(painted);
  return (
    part !== undefined &&
    part.key in text.muscles &&
    !['psoas', 'iliacus', 'rectus_femoris', 'psoas_minor'].includes(part.key)
  );
}

/** The name of a part. */
export function partName(key: PartKey): string {
  return isMuscleKey(key) ? text.muscles[key].name : isBoneKey(key) ? text.bones[key].name : '';
}

export function isMuscleKey(key: string): key is keyof typeof text.muscles {
  return key in text.muscles;
}

export function isBoneKey(key: string): key is keyof typeof text.bones {
  return key in text.bones;
}

function isPartKey(key: string): key is PartKey {
  return known.has(key);
}
