import { blobSize } from '../flesh/flesh.ts';
import type { Person, Row } from '../flesh/person.ts';
import type { Pen } from '../outline/pen.ts';
import { drawTube } from '../outline/tube.ts';
import { at } from '../view/stage.ts';
import type { Role, Shape } from '../drawing.ts';

/** What the parts of a figure are drawn with. */
export type Sketch = { readonly pen: Pen; readonly person: Person };

/** Shapes that are painted one after the other, and how near they are to the eye. */
export type Layer = { readonly depth: number; readonly shapes: readonly Shape[] };

/** One shape from several rows of flesh, filled as one. */
export function fleshShape({ pen, person }: Sketch, key: string, role: Role, rows: readonly Row[]): Shape {
  for (const row of rows) drawTube(pen, person.blobs, row);
  return { key, role, d: pen.take() };
}

/** How near a blob is to the eye, in centimetres. */
export function depthOf({ person }: Sketch, blob: number | undefined): number {
  return blob === undefined ? 0 : at(person.blobs, blob * blobSize + 2);
}
