import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { PhotoPoint, PhotoPoints } from '@psoas/core/measuring';
import { nearestPoint, type PointName, type Window } from './photo-points.ts';

type PointDragProps = {
  readonly picture: { readonly width: number; readonly height: number };
  readonly points: PhotoPoints;
  readonly shown: Window;
  readonly chosen: PointName;
  readonly onChoose: (name: PointName) => void;
  readonly onMove: (name: PointName, to: PhotoPoint) => void;
};

type PointerHandler = (event: TargetedPointerEvent<SVGSVGElement>) => void;
type PointerHandlers = { readonly [Name in 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel']: PointerHandler };

type Drag = { readonly name: PointName; readonly clientX: number; readonly clientY: number; readonly from: PhotoPoint; readonly wasNear: boolean; isMoving: boolean };

/** How near a finger has to come to a point, and how far it may slip and still tap; pixels of the screen. */
const reachPixels = 32;
const slipPixels = 4;

/**
 * Points under a finger or mouse. A tap beside all points brings the chosen one there. A drag moves a point by as much
 * as the finger moves, wherever it began, so that the finger need not cover the place.
 */
export function usePointDrag({ picture, points, shown, chosen, onChoose, onMove }: PointDragProps): PointerHandlers {
  const drag = useRef<Drag | undefined>(undefined);
  const shareOf = (svg: SVGSVGElement, clientX: number, clientY: number): PhotoPoint => {
    const box = svg.getBoundingClientRect();
    return { x: shown.x + ((clientX - box.left) / box.width) * shown.share, y: shown.y + ((clientY - box.top) / box.height) * shown.share };
  };
  return {
    onPointerDown: (event) => {
      const { currentTarget: svg, clientX, clientY, pointerId } = event;
      const reach = (reachPixels / svg.getBoundingClientRect().width) * shown.share * picture.width;
      const near = nearestPoint(points, shareOf(svg, clientX, clientY), { width: picture.width, height: picture.height, reachPixels: reach });
      const name = near ?? chosen;
      svg.setPointerCapture(pointerId);
      drag.current = { name, clientX, clientY, from: points[name], wasNear: near !== undefined, isMoving: false };
      if (name !== chosen) onChoose(name);
    },
    onPointerMove: ({ currentTarget: svg, clientX, clientY }) => {
      const now = drag.current;
      if (now === undefined) return;
      if (!now.isMoving && Math.hypot(clientX - now.clientX, clientY - now.clientY) < slipPixels) return;
      now.isMoving = true;
      const [begun, here] = [shareOf(svg, now.clientX, now.clientY), shareOf(svg, clientX, clientY)];
      onMove(now.name, { x: now.from.x + here.x - begun.x, y: now.from.y + here.y - begun.y });
    },
    onPointerUp: ({ currentTarget: svg, clientX, clientY }) => {
      const now = drag.current;
      drag.current = undefined;
      if (now !== undefined && !now.isMoving && !now.wasNear) onMove(now.name, shareOf(svg, clientX, clientY));
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
  };
}
