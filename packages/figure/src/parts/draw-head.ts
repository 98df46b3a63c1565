import { bodyIndex } from '@psoas/body';
import type { Build } from '../flesh/build.ts';
import type { Row, SidedRows } from '../flesh/person.ts';
import type { Shape } from '../drawing.ts';
import { at, stageSize } from '../view/stage.ts';
import { depthOf, fleshShape, type Sketch } from './sketch.ts';

/** The head in two lots: what lies behind the neck from here, and the rest. */
export type Head = { readonly behind: readonly Shape[]; readonly front: readonly Shape[] };

const head = bodyIndex('head') * stageSize;

/** From how much of the front, as a share, hair that hangs down lies behind the face. */
const frontShare = 0.45;

/** The head: face, ears, hair. */
export function drawHead(sketch: Sketch, hair: Build['hair'], stage: Float64Array): Head {
  const { middle, right, left } = sketch.person;
  const isFromFront = at(stage, head + 9) / 100 > frontShare;
  const hairs = hairRows(sketch, hair).map(({ key, row }) => ({
    isBehind: key !== 'hair-top' && isFromFront,
    shape: fleshShape(sketch, key, 'hair', [row]),
  }));
  const [farEar, nearEar] = earsByDepth(sketch, right, left);
  const temples = drawTemples(sketch, hair);
  return {
    behind: hairs.filter(({ isBehind }) => isBehind).map(({ shape }) => shape),
    front: [
      farEar,
      ...temples.behind,
      fleshShape(sketch, 'face', 'skin', [middle.face, middle.chin, middle.nose]),
      ...drawFeatures(sketch, stage),
      ...temples.front,
      ...hairs.filter(({ isBehind }) => !isBehind).map(({ shape }) => shape),
      nearEar,
    ],
  };
}

/** The hair beside the face: over it on the side that one sees, behind it on the other. */
function drawTemples(sketch: Sketch, hair: Build['hair']): Head {
  const { middle, right, left } = sketch.person;
  const face = depthOf(sketch, middle.face[0]);
  const temples = [
    { key: 'hair-r', row: right.hairSide },
    { key: 'hair-l', row: left.hairSide },
  ].map(({ key, row }) => ({
    isFront: depthOf(sketch, row.at(-1)) > face,
    shape: fleshShape(sketch, key, 'hair', hair === 'bald' ? [] : [row]),
  }));
  return {
    behind: temples.filter(({ isFront }) => !isFront).map(({ shape }) => shape),
    front: temples.filter(({ isFront }) => isFront).map(({ shape }) => shape),
  };
}

/** Eyes, mouth and nose, as far as they face the eye. */
function drawFeatures(sketch: Sketch, stage: Float64Array): readonly Shape[] {
  const { middle, right, left } = sketch.person;
  // Shares of the head's own directions in the way to the eye, in hundredths: the stage is in centimetres.
  const [forwards, sideways] = [at(stage, head + 9) / 100, at(stage, head + 11) / 100];
  const seen = (row: Row, isSeen: boolean): readonly Row[] => (isSeen ? [row] : []);
  const isRight = 0.6 * sideways + forwards > 0.25;
  const isLeft = -0.6 * sideways + forwards > 0.25;
  return [
    fleshShape(sketch, 'eye-r', 'feature', seen(right.eye, isRight)),
    fleshShape(sketch, 'eye-l', 'feature', seen(left.eye, isLeft)),
    fleshShape(sketch, 'mouth', 'skin-line', seen(middle.mouth, forwards > 0.2)),
    fleshShape(sketch, 'nose', 'skin-line', seen(middle.nose.slice(1), forwards > 0.8)),
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

type HairRow = { readonly key: string; readonly row: Row };

function hairRows({ person }: Sketch, hair: Build['hair']): readonly HairRow[] {
  const { hairBack, hairTop, bun, bob, crop } = person.middle;
  const top: HairRow = { key: 'hair-top', row: hairTop };
  switch (hair) {
    case 'bald':
      return [];
    case 'crop':
      return [{ key: 'hair-back', row: crop }];
    case 'short':
      return [{ key: 'hair-back', row: hairBack }, top];
    case 'bun':
      return [{ key: 'hair-long', row: bun }, { key: 'hair-back', row: hairBack }, top];
    case 'bob':
      return [{ key: 'hair-back', row: bob }, top];
  }
}
