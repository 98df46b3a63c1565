import { bodyIndex, type Place } from '@psoas/body';
import table from '../../data/bones.json' with { type: 'json' };

/** How a part of a bone is painted. */
export type BoneTone = 'bone' | 'wing' | 'socket' | 'disc' | 'hint';

/** A point of a bone in its body's frame, in metres, with the radius of the ball around it. */
export type BonePoint = { readonly body: number; readonly atMetres: Place; readonly radiusMetres: number };

/** A form of a bone: balls in a row, the skin around balls, stacked rings, or a thin sheet with a rim. */
export type BoneForm =
  | { readonly kind: 'tube' | 'hull' | 'sheet'; readonly points: readonly BonePoint[] }
  | { readonly kind: 'barrel'; readonly rings: readonly (readonly BonePoint[])[] };

/** Forms that are painted as one, by the name of the bone they belong to. */
export type BonePart = {
  readonly key: string;
  readonly bone: string;
  readonly tone: BoneTone;
  readonly forms: readonly BoneForm[];
  /** The point that says how near the part is; the mean of its points where nothing is said. */
  readonly nearness: BonePoint | undefined;
};

type Row = (typeof table.parts)[number];
type FormRow = Row['shapes'][number];

/** Corners of a ring: enough that no corner shows. */
const ringCorners = 14;

/** All parts, right and left, from `data/bones.json`. */
export const boneParts: readonly BonePart[] = table.parts.flatMap((row) => {
  const isSided = row.bone.endsWith('_r') && !('single' in row);
  return isSided ? [partOf(row, false), partOf(row, true)] : [partOf(row, false)];
});

/** Where strands of the iliacus begin in the bowl of a hip bone, from front to back. */
export function iliacusOrigins(side: 'left' | 'right'): readonly BonePoint[] {
  const { body, originsMetres } = table.iliacusFan;
  return originsMetres.map((at) => pointOf(body, at, side === 'left'));
}

function partOf(row: Row, isLeft: boolean): BonePart {
  const forms = row.shapes.map((form) => formOf(form, isLeft));
  const at = 'atMetres' in row ? row.atMetres : undefined;
  const body = bodyOfForm(row.shapes[0]);
  return {
    key: isLeft ? `${row.key}-left` : row.key,
    bone: isLeft ? leftName(row.bone) : row.bone,
    tone: toneOf(row.tone),
    forms,
    nearness: at === undefined || body === undefined ? undefined : pointOf(body, at, isLeft),
  };
}

function bodyOfForm(form: FormRow | undefined): string | undefined {
  return form !== undefined && 'body' in form ? form.body : undefined;
}

function toneOf(tone: string): BoneTone {
  if (tone === 'bone' || tone === 'wing' || tone === 'socket' || tone === 'disc' || tone === 'hint')
    return tone;
  throw new Error(`bones.json: no tone '${tone}'.`);
}

function formOf(form: FormRow, isLeft: boolean): BoneForm {
  if ('rings' in form && form.rings !== undefined)
    return { kind: 'barrel', rings: form.rings.map((ring) => ringPoints(ring)) };
  const rows: readonly (readonly number[])[] = ('balls' in form ? form.balls : form.points) ?? [];
  const body = form.body ?? '';
  const points = rows.map((at) => pointOf(body, at, isLeft));
  if (form.kind === 'tube' || form.kind === 'hull' || form.kind === 'sheet')
    return { kind: form.kind, points };
  throw new Error(`bones.json: no form '${form.kind}'.`);
}

type RingRow = NonNullable<Extract<FormRow, { readonly rings: unknown }>['rings']>[number];

function ringPoints({ body, atMetres, halfDepthMetres, halfWidthMetres }: RingRow): readonly BonePoint[] {
  const [x = 0, y = 0, z = 0] = atMetres;
  return Array.from({ length: ringCorners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / ringCorners;
    const at = [x + halfDepthMetres * Math.cos(angle), y, z + halfWidthMetres * Math.sin(angle)];
    return pointOf(body, at, false);
  });
}

function pointOf(body: string, row: readonly number[], isLeft: boolean): BonePoint {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN, radiusMetres = 0] = row;
  if (Number.isNaN(x + y + z)) throw new Error('bones.json: a point needs three numbers.');
  return {
    body: bodyIndex(isLeft ? leftName(body) : body),
    atMetres: [x, y, isLeft ? -z : z],
    radiusMetres,
  };
}

function leftName(name: string): string {
  return name.endsWith('_r') ? `${name.slice(0, -1)}l` : name;
}
