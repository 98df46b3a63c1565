import type { Build } from '../flesh/build.ts';
import type { Row, SidedRows } from '../flesh/person.ts';
import type { Shape } from '../drawing.ts';
import { depthOf, fleshShape, type Sketch } from './sketch.ts';

/** The head: what of the hair lies behind the face from here is painted first. */
export function drawHead(sketch: Sketch, hair: Build['hair']): readonly Shape[] {
  const { middle, right, left } = sketch.person;
  const centre = depthOf(sketch, middle.face[0]);
  const face = fleshShape(sketch, 'face', 'skin', [middle.face, middle.chin, middle.nose]);
  const [farEar, nearEar] = earsByDepth(sketch, right, left);
  const hairs = hairRows(sketch, hair);
  const drawn = hairs.map(({ key, row }) => ({
    isBehind: key !== 'hair-top' && depthOf(sketch, row.at(-1)) < centre - 1.5,
    shape: fleshShape(sketch, key, 'hair', [row]),
  }));
  return [
    farEar,
    ...drawn.filter(({ isBehind }) => isBehind).map(({ shape }) => shape),
    face,
    ...drawn.filter(({ isBehind }) => !isBehind).map(({ shape }) => shape),
    nearEar,
  ];
}

function earsByDepth(sketch: Sketch, right: SidedRows, left: SidedRows): readonly [Shape, Shape] {
  const ears = [
    { depth: depthOf(sketch, right.ear[0]), shape: fleshShape(sketch, 'ear-r', 'skin', [right.ear]) },
    { depth: depthOf(sketch, left.ear[0]), shape: fleshShape(sketch, 'ear-l', 'skin', [left.ear]) },
  ] as const;
  const [first, second] = ears;
  return first.depth < second.depth ? [first.shape, second.shape] : [second.shape, first.shape];
}

function hairRows(
  { person }: Sketch,
  hair: Build['hair'],
): readonly { readonly key: string; readonly row: Row }[] {
  const { hairBack, hairTop, bun, tail, bob } = person.middle;
  switch (hair) {
    case 'bald':
      return [];
    case 'short':
      return [
        { key: 'hair-back', row: hairBack },
        { key: 'hair-top', row: hairTop },
      ];
    case 'bun':
    case 'tail':
      return [
        { key: 'hair-long', row: hair === 'bun' ? bun : tail },
        { key: 'hair-back', row: hairBack },
        { key: 'hair-top', row: hairTop },
      ];
    case 'bob':
      return [
        { key: 'hair-back', row: bob },
        { key: 'hair-top', row: hairTop },
      ];
  }
}
