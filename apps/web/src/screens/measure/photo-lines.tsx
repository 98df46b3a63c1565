import type { JSX } from 'preact';
import type { PhotoPoint, PhotoPoints } from '@psoas/core/measuring';

type PhotoLinesProps = {
  readonly points: PhotoPoints;
  readonly width: number;
  readonly height: number;
  /** A hundredth of what is shown, in pixels of the picture. */
  readonly unit: number;
  /** Shows more lines beside that of the table, so that one of them can be laid along it. */
  readonly isLevelling: boolean;
};

/** The thigh, and the line that runs as the tabletop does, each light on dark so that it is seen on any picture. */
export function PhotoLines({ points, width, height, unit, isLevelling }: PhotoLinesProps): JSX.Element {
  const at = ({ x, y }: PhotoPoint): readonly [number, number] => [x * width, y * height];
  const [hip, knee, level] = [at(points.hip), at(points.knee), at(points.level)];
  const length = Math.hypot(level[0] - hip[0], level[1] - hip[1]) || 1;
  const along = [(level[0] - hip[0]) / length, (level[1] - hip[1]) / length] as const;
  const reach = width + height;
  const table = (offset: number): string => {
    const [x, y] = [hip[0] - along[1] * offset, hip[1] + along[0] * offset];
    return `M${x - along[0] * reach} ${y - along[1] * reach}L${x + along[0] * reach} ${y + along[1] * reach}`;
  };
  const thigh = `M${hip[0]} ${hip[1]}L${knee[0]} ${knee[1]}`;
  const beside = isLevelling ? [-3, -2, -1, 1, 2, 3].map((step) => table((step * height) / 10)) : [];
  return (
    <g aria-hidden="true" fill="none">
      {beside.map((d, index) => (
        <path key={index} class="photo-line-beside" d={d} stroke-width={unit * 0.3} />
      ))}
      {[table(0), thigh].map((d, index) => (
        <g key={index}>
          <path class="photo-line-halo" d={d} stroke-width={unit * 1.1} />
          <path class={index === 0 ? 'photo-line-table' : 'photo-line-thigh'} d={d} stroke-width={unit * 0.5} stroke-dasharray={index === 0 ? `${unit * 2} ${unit}` : undefined} />
        </g>
      ))}
    </g>
  );
}
