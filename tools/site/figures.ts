import { keyframeOf, poseToArray, type Movement } from '@psoas/body';
import { figureToSvg, type Drawing, type SvgLook } from '@psoas/figure';
import { describeFigure, figureSentence } from '@psoas/figure/describe';
import { createStill, type Still, type StagingOptions } from '../../apps/web/src/widgets/figure/still.ts';
import { html, madeMarkup, type Html } from './html.ts';
import type { Link } from './places.ts';
import type { SiteInput } from './site-input.ts';

/** A drawn posture, as decoration, and what is seen in it. */
export type Picture = { readonly drawing: Html; readonly sentence: string };

/** The postures that a movement passes through, in their order, each once, all in one frame. */
export function momentPictures(id: string, site: SiteInput): readonly Picture[] {
  const staged = stillOf(id, site, {});
  if (staged === undefined) return [];
  const { movement, figure, light } = staged;
  const ways = [...movement.entry, ...movement.repetition].map(({ to }) => to);
  const ids = [...new Set([movement.keyframes[0]?.id ?? movement.shows, ...ways])];
  return ids.map((keyframe) => {
    const { pose } = keyframeOf(movement, keyframe);
    const values = poseToArray(pose);
    const sentence = figureSentence(describeFigure(pose, movement.props), site.words.figure);
    return { drawing: decoration(figure.draw(values, { muscles: light(values) })), sentence };
  });
}

/** The files of the postures that stand for movements: one for light pages, one for dark ones. */
export function thumbnailFiles(site: SiteInput): readonly { readonly path: string; readonly text: string }[] {
  return [...site.knowledge.movements.keys()].flatMap((id) => {
    const drawing = stillOf(id, site, { detail: 'small' })?.draw();
    if (drawing === undefined) return [];
    return (['light', 'dark'] as const).map((theme) => ({
      path: thumbnailPath(id, theme),
      text: svgOf(drawing, { title: '', theme }),
    }));
  });
}

/** The posture that stands for a movement, as decoration beside a name; fetched when it comes into sight. */
export function thumbnail(id: string, link: Link): Html {
  return html`<picture><source media="(prefers-color-scheme: dark)" srcset="${link(thumbnailPath(id, 'dark'))}"><img src="${link(thumbnailPath(id, 'light'))}" alt="" loading="lazy" decoding="async"></picture>`;
}

function thumbnailPath(id: string, theme: 'light' | 'dark'): string {
  return `figures/${id}${theme === 'dark' ? '-dark' : ''}.svg`;
}

/** A fault over a shadow of the right posture, with its name. */
export function faultPicture(id: string, fault: string, { site, title }: { readonly site: SiteInput; readonly title: string }): Html | undefined {
  const staged = stillOf(id, site, { fault, detail: 'small' });
  return staged && madeMarkup(svgOf(staged.draw(), { title, theme: 'variables' }));
}

/** A variant, as decoration beside its name. */
export function variantPicture(id: string, variant: string, site: SiteInput): Html | undefined {
  const staged = stillOf(id, site, { variant, detail: 'small' });
  return staged && decoration(staged.draw());
}

/** The movement of an exercise or self-test. */
export function movementOf(id: string, { knowledge }: SiteInput): Movement | undefined {
  return knowledge.movements.get(id)?.movement;
}

function stillOf(id: string, { knowledge }: SiteInput, options: Partial<StagingOptions>): Still | undefined {
  const module = knowledge.movements.get(id);
  if (module === undefined) return undefined;
  return createStill(module.movement, {
    side: 'right',
    fault: undefined,
    variant: undefined,
    detail: 'full',
    build: 'woman',
    lights: module.lights,
    ...options,
  });
}

function decoration(drawing: Drawing): Html {
  return madeMarkup(
    svgOf(drawing, { title: '', theme: 'variables' })
      .replace(' role="img"', ' aria-hidden="true"')
      .replace('<title></title>', ''),
  );
}

// A tenth of a centimetre is less than a screen shows, and a page holds many pictures.
function svgOf(drawing: Drawing, look: SvgLook): string {
  const shapes = drawing.shapes.map((shape) => ({
    ...shape,
    d: shape.d.replaceAll(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1)))),
  }));
  return figureToSvg({ ...drawing, shapes }, look);
}
