import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/measure';
import type { Picture } from '../../adapters/camera.ts';
import { PhotoLines } from './photo-lines.tsx';
import { isWellInside, pointNames, wholeWindow, windowAround, withPoint, type BoardPoints, type PointName, type Window } from './photo-points.ts';
import { usePointDrag } from './use-point-drag.ts';

type PhotoBoardProps = { readonly picture: Picture; readonly points: BoardPoints; readonly onPoints: (points: BoardPoints) => void };

/** How much of the picture is shown when it is looked at closely. */
const closeShare = 0.35;
/** Pixels of the drawing on the longer edge; sharp on a phone, and no work for it. */
const drawnPixels = 1280;

/** The picture with three points: by finger, mouse or arrow keys, whole or close. */
export function PhotoBoard({ picture, points, onPoints }: PhotoBoardProps): JSX.Element {
  const [chosen, setChosen] = useState<PointName>('hip');
  const [shown, setShown] = useState<Window>(wholeWindow);
  const { width, height } = picture;
  const choose = (name: PointName): void => {
    setChosen(name);
    if (!isWellInside(points[name], shown)) setShown(windowAround(points[name], shown.share));
  };
  const move = (name: PointName, to: { readonly x: number; readonly y: number }): void => {
    const next = withPoint(points, name, to);
    onPoints(next);
    if (!isWellInside(next[name], shown) && shown.share < 1) setShown(windowAround(next[name], shown.share));
  };
  const drag = usePointDrag({ picture, points, shown, chosen, onChoose: setChosen, onMove: (name, to) => onPoints(withPoint(points, name, to)) });
  const onKey = (event: TargetedKeyboardEvent<SVGGElement>, name: PointName): void => {
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (arrow === undefined) return;
    event.preventDefault();
    const pixels = Math.max(width, height) * shown.share * (event.shiftKey ? 0.03 : 0.003);
    move(name, { x: points[name].x + ((arrow[0] ?? 0) * pixels) / width, y: points[name].y + ((arrow[1] ?? 0) * pixels) / height });
  };
  const unit = (Math.max(width, height) * shown.share) / 100;
  return (
    <div class="stack">
      <div class="choices choices-inline" role="group" aria-label={text.photo.picture}>
        {pointNames.map((name) => (
          <button key={name} type="button" class="button button-quiet button-small point-chip" aria-pressed={chosen === name} onClick={() => choose(name)}>
            {text.photo.points[name]}
          </button>
        ))}
        <button
          type="button"
          class="button button-quiet button-small"
          aria-pressed={shown.share < 1}
          onClick={() => setShown(shown.share < 1 ? wholeWindow : windowAround(points[chosen], closeShare))}
        >
          {shown.share < 1 ? text.photo.zoomOut : text.photo.zoom}
        </button>
      </div>
      <p class="strong">{text.photo.hints[chosen]}</p>
      <div class="photo-board">
        <PhotoCanvas picture={picture} shown={shown} />
        <svg class="photo-points" viewBox={`${shown.x * width} ${shown.y * height} ${shown.share * width} ${shown.share * height}`} preserveAspectRatio="none" {...drag}>
          <PhotoLines points={points} width={width} height={height} unit={unit} isLevelling={chosen === 'level'} />
          {pointNames.map((name) => (
            <PointHandle key={name} name={name} point={points[name]} isChosen={name === chosen} size={{ width, height, unit }} onChoose={choose} onKey={onKey} />
          ))}
        </svg>
      </div>
      <p class="small soft">{text.photo.keys}</p>
    </div>
  );
}

function PhotoCanvas({ picture, shown }: { readonly picture: Picture; readonly shown: Window }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture;
  const scale = drawnPixels / Math.max(width, height);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || canvas.current === null) return;
    const { x, y, share } = shown;
    context.drawImage(picture, x * width, y * height, share * width, share * height, 0, 0, canvas.current.width, canvas.current.height);
  }, [picture, shown]);
  return <canvas ref={canvas} class="photo" width={Math.round(width * scale)} height={Math.round(height * scale)} role="img" aria-label={text.photo.picture} />;
}

type PointHandleProps = {
  readonly name: PointName;
  readonly point: BoardPoints[PointName];
  readonly isChosen: boolean;
  /** The picture's pixels, and a hundredth of what is shown of them. */
  readonly size: { readonly width: number; readonly height: number; readonly unit: number };
  readonly onChoose: (name: PointName) => void;
  readonly onKey: (event: TargetedKeyboardEvent<SVGGElement>, name: PointName) => void;
};

function PointHandle({ name, point, isChosen, size: { width, height, unit }, onChoose, onKey }: PointHandleProps): JSX.Element {
  const across = Math.round(point.x * 100);
  return (
    <g
      class={isChosen ? 'photo-point photo-point-chosen' : 'photo-point'}
      role="slider"
      tabIndex={0}
      aria-label={text.photo.points[name]}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={across}
      aria-valuetext={fillTemplate(text.photo.place, { across, down: Math.round(point.y * 100) })}
      data-point={name}
      transform={`translate(${point.x * width} ${point.y * height}) scale(${unit})`}
      onFocus={() => onChoose(name)}
      onKeyDown={(event) => onKey(event, name)}
    >
      <circle class="point-reach" r="6" />
      <circle class="point-halo" r="3" />
      <circle class="point-ring" r="3" />
      <path class="point-cross" d="M-1 0H1M0 -1V1" />
    </g>
  );
}
