import { bodyIndex } from '@psoas/body';
import table from '../../data/flesh.json' with { type: 'json' };
import type { Build } from './build.ts';

/** An ellipsoid that rides on a body: centre and half sizes in metres, along the body's own axes. */
export type Ellipsoid = {
  readonly body: number;
  readonly at: readonly [number, number, number];
  readonly half: readonly [number, number, number];
};

/** The rows of `data/flesh.json`. */
export type RowName = keyof typeof table.rows;

/** A row of ellipsoids for a build; for the left side its mirror image. */
export function rowOf(name: RowName, side: 'left' | 'right', build: Build): readonly Ellipsoid[] {
  return table.rows[name].map((row) => {
    const girth = 'girth' in row ? build.girths[girthName(row.girth)] : 1;
    const [x, y, z] = three(row.at);
    const [dx, dy, dz] = three(row.half);
    const isLeft = side === 'left';
    return {
      body: bodyIndex(isLeft ? row.body.replace(/_r$/, '_l') : row.body),
      at: [x, y, isLeft ? -z : z],
      half: [dx * girth, dy * girth, dz * girth],
    };
  });
}

function girthName(word: string): keyof Build['girths'] {
  switch (word) {
    case 'leg':
    case 'arm':
    case 'hip':
    case 'waist':
    case 'chest':
    case 'shoulder':
    case 'neck':
    case 'bust':
      return word;
    default:
      throw new Error(`flesh.json: no girth '${word}'.`);
  }
}

function three([x, y, z]: readonly number[]): readonly [number, number, number] {
  if (x === undefined || y === undefined || z === undefined)
    throw new Error('flesh.json: a place needs three numbers.');
  return [x, y, z];
}
