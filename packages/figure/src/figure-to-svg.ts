import type { Drawing, Role, Shape } from './drawing.ts';
import { colourByRole, edgeByRole, edgeCm } from './theme.ts';

/** How a drawing is written as a file of its own. */
export type SvgLook = {
  readonly title: string;
  /** `variables`: CSS variables with light fallbacks; `light` and `dark`: fixed colours; `print`: black and white. */
  readonly theme: 'variables' | 'light' | 'dark' | 'print';
};

/** Writes a drawing as an SVG document with a title. */
export function figureToSvg({ viewBox, shapes }: Drawing, { title, theme }: SvgLook): string {
  const box = [viewBox.x, viewBox.y, viewBox.width, viewBox.height].map(
    (number) => Math.round(number * 100) / 100,
  );
  const paths = shapes.map((shape) => pathOf(shape, theme)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(' ')}" role="img"><title>${escapeXml(title)}</title>${paths}</svg>`;
}

function pathOf({ role, d }: Shape, theme: SvgLook['theme']): string {
  if (d === '') return '';
  const edge = edgeByRole[role];
  if (theme === 'print') return path(d, { fill: colourByRole[role].print, stroke: '#000' });
  return path(d, {
    fill: colour(role, theme),
    ...(edge === undefined ? {} : { stroke: colour(edge, theme) }),
  });
}

/** The edge is painted first, so that it only shows around the whole shape and not where its parts overlap. */
function path(d: string, { fill, stroke }: { readonly fill: string; readonly stroke?: string }): string {
  const edge =
    stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${2 * edgeCm}" paint-order="stroke"`;
  return `<path fill="${fill}"${edge} d="${d}"/>`;
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
