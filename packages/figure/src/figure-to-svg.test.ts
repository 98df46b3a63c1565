import { poseToArray } from '@psoas/body';
import { describe, expect, it } from 'vitest';
import { drawFigure } from './draw-figure.ts';
import { figureToSvg } from './figure-to-svg.ts';
import { builds } from './flesh/build.ts';
import { createMuscleLights } from './muscle/muscle-lights.ts';
import { samplePoses } from './sample-poses.ts';
import { colourByRole } from './theme.ts';

const lights = createMuscleLights(['psoas_r']);

describe('a figure as SVG', () => {
  const drawing = drawFigure(samplePoses.standing);

  it('[FIG-11] has a title and says that it is an image; odd letters do no harm', () => {
    const svg = figureToSvg(drawing, { title: 'Knee <up> & "down"', theme: 'light' });
    expect(svg).toContain('role="img"><title>Knee &lt;up&gt; &amp; &quot;down&quot;</title>');
  });

  it('[FIG-11] names every colour as a variable with a fallback', () => {
    const svg = figureToSvg(drawing, { title: 'Standing', theme: 'variables' });
    const fills = [...svg.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill);
    expect(fills.length).toBeGreaterThan(10);
    for (const fill of fills) expect(fill).toMatch(/^var\(--[a-z-]+,#[0-9a-f]{6}\)$/);
  });

  it('[FIG-12] prints without any colour, with an edge around every part', () => {
    const svg = figureToSvg(drawing, { title: 'Standing', theme: 'print' });
    for (const [, red, green, blue] of svg.matchAll(/fill="#(..)(..)(..)"/g)) {
      expect(green).toBe(red);
      expect(blue).toBe(red);
    }
    expect(svg.match(/<path /g)?.length).toBe(svg.match(/stroke="#000"/g)?.length);
  });

  it('[FIG-12] near and far limbs differ in every theme', () => {
    for (const theme of ['light', 'dark', 'print'] as const) {
      expect(colourByRole['skin-far'][theme]).not.toBe(colourByRole.skin[theme]);
      expect(colourByRole['shorts-far'][theme]).not.toBe(colourByRole.shorts[theme]);
    }
  });

  it.each([
    ['half-kneeling-side', { pose: samplePoses.halfKneeling, theme: 'variables', look: {} }],
    [
      'dead-bug-three-quarter',
      { pose: samplePoses.deadBug, theme: 'light', look: { view: 'three-quarter', build: builds.man } },
    ],
    [
      'march-front-print',
      { pose: samplePoses.march, theme: 'print', look: { view: 'front', detail: 'small' } },
    ],
  ] as const)('[FIG-13] %s is drawn as before', async (name, { pose, theme, look }) => {
    const shown = drawFigure(pose, { ...look, muscles: lights(poseToArray(pose)) });
    const svg = figureToSvg(shown, { title: name, theme })
      .replaceAll('<path', '\n<path')
      .replace('</svg>', '\n</svg>\n');
    await expect(svg).toMatchFileSnapshot(`../golden/${name}.svg`);
  });
});
