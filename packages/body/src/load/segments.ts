import table from '../../data/segments.json' with { type: 'json' };
import { bodyIndex, bodyNames } from '../model/body-names.ts';
import { leftName, point, rightName } from '../model/joints.ts';

/** A part of the body that has weight. */
export type Segment = {
  readonly body: number;
  /** Share of body mass, typical and from lowest to highest. */
  readonly massShare: number;
  readonly massShareRange: readonly [number, number];
  /** Centre of mass in the body's frame, in metres of the model's own stature. */
  readonly centreMetres: readonly [number, number, number];
};

/** All parts with weight, right and left, from `data/segments.json`. */
export const segments: readonly Segment[] = bodyNames.flatMap((name) => {
  const isLeft = name.endsWith('_l');
  const row = table.segments.find(({ body }) => body === rightName(name));
  if (row === undefined) return [];
  const [low = row.massShare, high = row.massShare] = row.massShareRange;
  return [
    {
      body: bodyIndex(isLeft ? leftName(row.body) : row.body),
      massShare: row.massShare,
      massShareRange: [low, high],
      centreMetres: point(row.centreOfMassMetres, isLeft),
    },
  ];
});
