import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../command-line.ts';
import { ensureBuild } from '../../serve/build-freshness.ts';
import type { Measurement } from '../measurement.ts';
import { bareNodeMillis } from '../run-node.ts';
import { firstAnswerMillis } from '../start-psoas.ts';
import { inTurn } from '../stopwatch.ts';

/** `npm start` where the app is built. */
export const start: Measurement = {
  id: 'start',
  what: '`npm start` to its first answer',
  how: 'The app is built. From the start of npm until the page is answered, asked for every 10 ms; the relay opens a new file. The ratio is to a start of Node that does nothing, right after.',
  runs: 5,
  measure: async ({ runs }) => {
    await ensureBuild();
    const measured = await inTurn(runs, async () => {
      const data = mkdtempSync(join(tmpdir(), 'psoas-start-'));
      const millis = await firstAnswerMillis(repositoryRoot, data);
      rmSync(data, { recursive: true, force: true });
      return { millis, bare: await bareNodeMillis() };
    });
    return [
      { id: 'start.answer', what: 'npm start to the first answer', unit: 'ms', better: 'less', values: measured.map(({ millis }) => millis) },
      { id: 'start.ratio', what: 'npm start to the first answer', ratioTo: 'a bare start of Node', unit: 'ratio', better: 'less', values: measured.map(({ millis, bare }) => millis / bare) },
    ];
  },
};
