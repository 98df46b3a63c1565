import type { PainSite } from '@psoas/core/answers';
import labels from '@psoas/knowledge/text/check';

/** A place of the body map in words, such as "Groin, left". */
export function painSiteLabel(site: PainSite): string {
  switch (site) {
    case 'low-back':
    case 'upper-back':
    case 'pelvis':
      return labels.pain.single[site];
    default: {
      const side = site.endsWith('-left') ? 'left' : 'right';
      const place = (['front-of-hip', 'groin', 'front-of-thigh', 'knee', 'below-knee'] as const).find(
        (each) => site === `${each}-${side}`,
      );
      return place === undefined ? site : `${labels.pain.sited[place]}, ${labels.tests[side]}`;
    }
  }
}
