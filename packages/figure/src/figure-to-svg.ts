import type { Drawing, Shape } from './drawing.ts';
import { colourByRole } from './theme.ts';

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
  const { variable, light, dark, print } = colourByRole[role];
  switch (theme) {
    case 'variables':
      return `<path class="${role}" fill="var(${variable},${light})" d="${d}"/>`;
    case 'light':
      return `<path fill="${light}" d="${d}"/>`;
    case 'dark':
      return `<path fill="${dark}" d="${d}"/>`;
    case 'print':
      return `<path fill="${print}" stroke="#000" stroke-width=".5" paint-order="stroke" d="${d}"/>`;
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
