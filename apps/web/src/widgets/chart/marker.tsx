import type { JSX } from 'preact';

/** Shapes that are told apart without colour. */
export type MarkerKind = 'circle' | 'square' | 'diamond' | 'triangle';

type MarkerProps = { readonly kind: MarkerKind; readonly x: number; readonly y: number; readonly size: number; readonly isOpen?: boolean };

/** One point of a chart; open shapes show the paper inside. */
export function Marker({ kind, x, y, size, isOpen = false }: MarkerProps): JSX.Element {
  const look = isOpen ? 'chart-mark chart-mark-open' : 'chart-mark';
  if (kind === 'circle') return <circle class={look} cx={x} cy={y} r={size} />;
  return <path class={look} d={pathOf(kind, x, y, size)} />;
}

function pathOf(kind: Exclude<MarkerKind, 'circle'>, x: number, y: number, size: number): string {
  const at = (byX: number, byY: number): string => `${(x + byX * size).toFixed(1)} ${(y + byY * size).toFixed(1)}`;
  if (kind === 'square') return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
  if (kind === 'diamond') return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
  return `M${at(0, -1.3)}L${at(1.25, 0.95)}L${at(-1.25, 0.95)}Z`;
}
