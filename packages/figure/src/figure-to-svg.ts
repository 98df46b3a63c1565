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

/** Writes a drawing as an SVG document with a title. */
export function figureToSvg({ viewBox, shapes }: Drawing, { title, theme, tone }: SvgLook): string {
  const box = [viewBox.x, viewBox.y, viewBox.width, viewBox.height].map(
    (number) => Math.round(number * 100) / 100,
  );
  const shown = theme === 'print' ? withoutSeams(shapes) : shapes;
  const paths = shown.map((shape) => pathOf(shape, theme, tone)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" role="img"><title>${escapeXml(title)}</title>${paths}</svg>`;
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

function pathOf({ role, d }: Shape, theme: SvgLook['theme'], tone: Tone | undefined): string {
  if (d === '') return '';
  const edge = edgeByRole[role];
  if (theme === 'print') return path(d, { fill: colourByRole[role].print, stroke: '#000' });
  return path(d, {
    fill: toneColour(role, theme, tone) ?? colour(role, theme),
    ...(edge === undefined ? {} : { stroke: colour(edge, theme) }),
  });
}

/** The edge is painted first, so that it only shows around the whole shape and not where its parts overlap. */
function path(d: string, { fill, stroke }: { readonly fill: string; readonly stroke?: string }): string {
  const edge =
    stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${2 * edgeCm}" paint-order="stroke"`;
  return `<path fill="${fill}"${edge} d="${d}"/>`;
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

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
