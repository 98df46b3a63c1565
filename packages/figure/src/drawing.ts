/** What a shape stands for; it decides the colour. */
export type Role =
  | 'ground'
  | 'ground-soft'
  | 'prop'
  | 'prop-top'
  | 'prop-dark'
  | 'weight'
  | 'band'
  | 'ghost'
  | 'skin'
  | 'skin-far'
  | 'skin-line'
  | 'shirt'
  | 'shirt-far'
  | 'sleeve'
  | 'shorts'
  | 'shorts-far'
  | 'waistband'
  | 'shoe'
  | 'shoe-far'
  | 'sole'
  | 'hair'
  | 'feature'
  | 'psoas'
  | 'iliacus'
  | 'rectus-femoris'
  | 'muscle'
  | 'arrow';

/** One filled path of a drawing. Its key is the same in every frame of a movement. */
export type Shape = { readonly key: string; readonly role: Role; readonly d: string };

/** A rectangle of the picture in centimetres; y grows downwards and is 0 at the floor in the side view. */
export type ViewBox = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A picture of a person: shapes in the order in which they are painted, and the space that they take. */
export type Drawing = { readonly viewBox: ViewBox; readonly shapes: readonly Shape[] };
