import { describe, expect, it } from 'vitest';
import { useApp } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { screens } from './screens.ts';
import { targetFaults } from './target-faults.ts';

const app = useApp();

describe.each(['light', 'dark'] as const)('by axe, in the %s theme', (colourScheme) => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('[AC-08] %s has no fault', async (_, screen) => {
    const page = await app.openPage({ colourScheme });
    await screen.reach(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(await targetFaults(page)).toEqual([]);
    await page.context().close();
  });
});
