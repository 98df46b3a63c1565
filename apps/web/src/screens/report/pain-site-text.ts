import type { PainSite } from '@psoas/core/answers';
import labels from '@psoas/knowledge/text/check';

const sitedPlaces = ['front-of-hip', 'groin', 'front-of-thigh', 'knee', 'below-knee'] as const;

/** A place of the body map in words, such as "Groin, left". */
export function painSiteText(site: PainSite): string {
  if (site === 'low-back' || site === 'upper-back' || site === 'pelvis') return labels.pain.single[site];
  const side = site.endsWith('-left') ? 'left' : 'right';
  const place = sitedPlaces.find((each) => site === `${each}-${side}`);
  return place === undefined ? site : `${labels.pain.sited[place]}, ${labels.tests[side]}`;
}
