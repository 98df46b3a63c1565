/** A posture as a picture of a person: flesh over the model's bones, projected, as SVG paths. Pure. */
export type { ArrowWay } from './arrow/draw-arrow.ts';
export { createFigure, drawFigure, type Figure, type FigureExtras, type FigureLook } from './draw-figure.ts';
export type { Drawing, Role, Shape, ViewBox } from './drawing.ts';
export { figureToSvg, paintedPaths, viewBoxText, type PaintedPath, type SvgLook } from './figure-to-svg.ts';
export { frameOf } from './frame-of.ts';
export { builds, type Build, type BuildName } from './flesh/build.ts';
export type { MusclePath } from './muscle/muscle-path.ts';
export { colourByRole, edgeByRole, edgeCm } from './theme.ts';
export { tones, type Shades, type Tone, type ToneName } from './tones.ts';
export { modelMuscles } from './muscle/named-muscles.ts';
export { createMuscleLights, type MuscleLights } from './muscle/muscle-lights.ts';
export type { View } from './view/camera.ts';
