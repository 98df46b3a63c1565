/** Bones and muscles of the body model as a picture that can be turned. Pure. */
export { createAnatomyPainter, type AnatomyPainter, type AnatomyShape } from './draw-anatomy.ts';
export { boneParts, type BonePart, type BoneTone } from './bone-parts.ts';
export { cameraOf, spotOf, type Camera, type Spot } from '../view/camera.ts';
