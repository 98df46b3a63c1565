import { expect, it } from 'vitest';
import { figureBundleBytes } from './bundle-size.ts';

it('[FIG-15] the figure takes less than 15 KB gzipped, without the body', async () => {
  const bytes = await figureBundleBytes();
  expect(bytes).toBeGreaterThan(3000);
  expect(bytes).toBeLessThan(15_000);
}, 60_000);
