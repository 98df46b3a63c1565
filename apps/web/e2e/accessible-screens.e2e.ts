import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { useApp } from './app.ts';
import { screens } from './screens.ts';

const app = useApp();

describe.each(['light', 'dark'] as const)('by axe, in the %s theme', (colourScheme) => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s has no fault', async (_, screen) => {
    const page = await app.openPage({ colourScheme });
    await screen.reach(page);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    await page.context().close();
  });
});
