import type { JSX } from 'preact';
import type { Point } from './capsule.ts';
import type { StillPose } from './poses.ts';

type PropProps = {
  readonly kind: StillPose['prop'];
  readonly hip: Point;
  readonly head: Point;
  readonly foot: Point;
  readonly top: number;
  readonly ground: number;
};

const line = { stroke: 'var(--ground)', 'stroke-width': 2.4, 'stroke-linecap': 'round', fill: 'none' } as const;

/** What the person sits, lies or stands on, in the tone of the paper. */
export function Prop({ kind, hip, head, foot, top, ground }: PropProps): JSX.Element | null {
  switch (kind) {
    case 'chair':
      return (
        <g>
          <rect x={hip.x - 16} y={hip.y + 9} width={40} height={5} rx={2.5} fill="var(--ground)" />
          <path {...line} d={`M${hip.x - 13} ${hip.y + 12}V${ground}M${hip.x + 20} ${hip.y + 12}V${ground}M${hip.x - 15} ${hip.y + 10}L${hip.x - 19} ${hip.y - 36}`} />
        </g>
      );
    case 'bed':
      return <rect x={head.x - 14} y={hip.y + 10} width={hip.x - head.x + 22} height={ground - hip.y - 10} rx={5} fill="var(--ground)" opacity={0.6} />;
    case 'box':
      return <rect x={foot.x - 14} y={ground - 22} width={44} height={22} rx={3} fill="var(--ground)" opacity={0.7} />;
    case 'bar':
      return <path {...line} stroke-width={3.4} d={`M${hip.x - 46} ${top + 1}H${hip.x + 56}`} />;
    case 'wall':
      return <path {...line} stroke-width={3} d={`M${hip.x - 21} ${top}V${ground}`} />;
    case 'ball':
      return <circle cx={hip.x - 12} cy={ground - 7} r={7} fill="var(--ground)" />;
    default:
      return null;
  }
}
