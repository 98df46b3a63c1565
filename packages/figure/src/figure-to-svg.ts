import { escapeMarkup } from '@psoas/kernel';
import type { Drawing, Role, Shape } from './drawing.ts';
import { colourByRole, edgeByRole, edgeCm } from './theme.ts';
import type { Tone } from './tones.ts';

/** How a drawing is written as a file of its own. */
export type SvgLook = {
  readonly title: string;
  /** `variables`: CSS variables with light fallbacks; `light` and `dark`: fixed colours; `print`: black and white. */
  readonly theme: 'variables' | 'light' | 'dark' | 'print';
  /** Skin and hair; the first of `tones` without it. Print has none. */
  readonly tone?: Tone;
};

/** One path of a picture with its colours; the edge is twice as wide as it shows, and painted first. */
export type PaintedPath = {
  readonly d: string;
  readonly fill: string;
  readonly edge?: { readonly colour: string; readonly widthCm: number };
};

/** Writes a drawing as an SVG document with a title. */
export function figureToSvg(drawing: Drawing, { title, theme, tone }: SvgLook): string {
  const paths = paintedPaths(drawing, { theme, ...(tone && { tone }) })
    .map(writePath)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBoxText(drawing)}" role="img"><title>${escapeMarkup(title)}</title>${paths}</svg>`;
}

/** The paths of a drawing with their colours, as they are painted: for whoever builds the picture element by element. */
export function paintedPaths({ shapes }: Drawing, { theme, tone }: Omit<SvgLook, 'title'>): readonly PaintedPath[] {
  const shown = theme === 'print' ? withoutSeams(shapes) : shapes;
  return shown.flatMap((shape) => (shape.d === '' ? [] : [painted(shape, theme, tone)]));
}

/** The space that a drawing shows, as SVG writes it. */
export function viewBoxText({ viewBox: { x, y, width, height } }: Drawing): string {
  return [x, y, width, height].map((number) => Math.round(number * 100) / 100).join(' ');
}

/** Parts of one limb as one path, so that no edge is drawn across it. */
function withoutSeams(shapes: readonly Shape[]): readonly Shape[] {
  const joined: Shape[] = [];
  for (const shape of shapes) {
    const before = joined.at(-1);
    const isLimb = shape.role === 'skin' || shape.role === 'skin-far' || shape.role === 'hair';
    if (isLimb && before?.role === shape.role && limbOf(before) === limbOf(shape))
      joined[joined.length - 1] = { ...before, d: before.d + shape.d };
    else joined.push(shape);
  }
  return joined;
}

/** The limb that a shape belongs to: `left-leg` of `left-leg-shank`. */
function limbOf({ key }: Shape): string {
  return key.replace(/-[a-z]+$/, '');
}

function painted({ role, d }: Shape, theme: SvgLook['theme'], tone: Tone | undefined): PaintedPath {
  if (theme === 'print') return { d, fill: colourByRole[role].print, edge: { colour: '#000', widthCm: 2 * edgeCm } };
  const edge = edgeByRole[role];
  const fill = toneColour(role, theme, tone) ?? colour(role, theme);
  return { d, fill, ...(edge && { edge: { colour: colour(edge, theme), widthCm: 2 * edgeCm } }) };
}

/** The edge is painted first, so that it only shows around the whole shape and not where its parts overlap. */
function writePath({ d, fill, edge }: PaintedPath): string {
  const stroke = edge === undefined ? '' : ` stroke="${edge.colour}" stroke-width="${edge.widthCm}" paint-order="stroke"`;
  return `<path fill="${fill}"${stroke} d="${d}"/>`;
}

function toneColour(
  role: Role,
  theme: 'variables' | 'light' | 'dark',
  tone: Tone | undefined,
): string | undefined {
  if (tone === undefined) return undefined;
  const shades = theme === 'dark' ? tone.dark : tone.light;
  const shade = toneOf(role, shades);
  return shade !== undefined && theme === 'variables'
    ? `var(${colourByRole[role].variable},${shade})`
    : shade;
}

function toneOf(role: Role, { skin, skinFar, hair }: Tone['light']): string | undefined {
  switch (role) {
    case 'skin':
      return skin;
    case 'skin-far':
    case 'skin-line':
      return skinFar;
    case 'hair':
      return hair;
    default:
      return undefined;
  }
}

function colour(role: Role, theme: 'variables' | 'light' | 'dark'): string {
  const { variable, light, dark } = colourByRole[role];
  return theme === 'variables' ? `var(${variable},${light})` : theme === 'light' ? light : dark;
}
