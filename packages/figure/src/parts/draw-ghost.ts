import { blobSize } from '../flesh/flesh.ts';
import type { Person, Row, SidedRows } from '../flesh/person.ts';
import type { Shape } from '../drawing.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { at } from '../view/stage.ts';
import { handRow, type Grip } from './draw-arm.ts';

/** What moves less than this everywhere, in centimetres, is left out of a shadow: it would only blur the edge. */
const seenCm = 3;

/** What a shadow is drawn from: the posture shown, the other one, and how its hands hold. */
export type Ghost = {
  readonly person: Person;
  readonly shadow: Person;
  readonly grips: { readonly right: Grip; readonly left: Grip };
};

/** Another posture as one pale shadow without details: only the parts that are elsewhere in it. */
export function drawGhost(pen: Pen, { person, shadow, grips }: Ghost): Shape {
  const { middle, right, left } = shadow;
  const rows: readonly Row[] = [
    middle.shirt,
    middle.pelvis,
    middle.neck,
    middle.face,
    middle.hairBack,
    ...sideRows(right, grips.right),
    ...sideRows(left, grips.left),
  ];
  for (const row of rows) if (hasMoved(person, shadow, row)) drawTube(pen, shadow.blobs, row);
  return { key: 'ghost', role: 'ghost', d: pen.take() };
}

function sideRows(rows: SidedRows, grip: Grip): readonly Row[] {
  return [
    rows.shank,
    rows.shortsLeg,
    rows.thigh,
    rows.shoe,
    rows.shoeHeel,
    rows.shoeTop,
    rows.yoke,
    rows.armpit,
    rows.sleeve,
    rows.shoeToe,
    rows.upperArm,
    rows.forearm,
    handRow(rows, grip),
  ];
}

function hasMoved(person: Person, shadow: Person, row: Row): boolean {
  return row.some((blob) => {
    const from = blob * blobSize;
    const [dx, dy] = [0, 1].map((part) => at(person.blobs, from + part) - at(shadow.blobs, from + part));
    return Math.hypot(dx ?? 0, dy ?? 0) > seenCm;
  });
}
