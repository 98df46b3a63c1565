import { keyframeOf, poseToArray, type Movement } from '@psoas/body';
import { figureToSvg, type Drawing } from '@psoas/figure';
import { describeFigure, figureSentence } from '@psoas/figure/describe';
import { createStill, type Still, type StagingOptions } from '../../apps/web/src/widgets/figure/still.ts';
import { madeMarkup, type Html } from './html.ts';
import type { SiteInput } from './site-input.ts';

/** A drawn posture and what is seen in it. */
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
    return { drawing: drawn(figure.draw(values, { muscles: light(values) }), sentence), sentence };
  });
}

/** The posture that stands for a movement, without words: decoration beside a name. */
export function smallPicture(id: string, site: SiteInput): Html | undefined {
  const staged = stillOf(id, site, { detail: 'small' });
  return staged && decoration(staged.draw());
}

/** A fault over a shadow of the right posture, or a variant. */
export function formPicture(
  id: string,
  form: Pick<Partial<StagingOptions>, 'fault' | 'variant'>,
  { site, title }: { readonly site: SiteInput; readonly title: string },
): Html | undefined {
  const staged = stillOf(id, site, { ...form, detail: 'small' });
  return staged && drawn(staged.draw(), title);
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

function drawn(drawing: Drawing, title: string): Html {
  return madeMarkup(figureToSvg(drawing, { title, theme: 'variables' }));
}

function decoration(drawing: Drawing): Html {
  return madeMarkup(
    figureToSvg(drawing, { title: '', theme: 'variables' })
      .replace(' role="img"', ' aria-hidden="true"')
      .replace('<title></title>', ''),
  );
}
