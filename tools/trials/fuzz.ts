/** `npm run trial:fuzz`: sends a hundred thousand fuzzed requests to a relay, and looks at each answer and its memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzzRelay } from '../relay/fuzz-relay.ts';
import { createFuzzTarget } from '../relay/fuzz-target.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:fuzz [-- --runs 100000] [--seed 20261121] [--json]

Sends fuzzed paths, headers and bodies to a relay in this process; some of them are signed rightly by the owner, a
member or a stranger, so that they come further in. No answer may be a 500 or show a stack, and memory may not grow.

  --runs <number>   how many requests (100000)
  --seed <number>   what chooses them (20261121)
  --json            the outcome as JSON, and no progress
  --help            print this

Exit code: 0 passed, 1 not, 2 wrong command line, 3 a request that breaks the relay was found: it is printed.`;

/** The bar: how much the heap may grow from the first fifth to the end, in bytes. */
const heapGrowthLimitBytes = 20_000_000;

process.exitCode = await runTrial({
  usage,
  table: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20261121' } },
  run: async (options, say) => {
    const [runs, seed] = [Number(options['runs']), Number(options['seed'])];
    const folder = mkdtempSync(join(tmpdir(), 'psoas-trial-fuzz-'));
    const { target, faults } = await createFuzzTarget(folder);
    try {
      let heapBytes = 0;
      const onRun = (run: number): void => {
        if (run === Math.floor(runs / 5)) heapBytes = heapNow();
        if (run % 10_000 === 0) say(`${run} of ${runs} requests, ${(heapNow() / 1e6).toFixed(0)} MB on the heap`);
      };
      const fuzzed = await fuzzRelay(target, { runs, seed, onRun });
      const outcome = { ...fuzzed, heapGrowthBytes: heapNow() - heapBytes, heapGrowthLimitBytes, faults: faults().length };
      const isPassed = outcome.faults === 0 && outcome.heapGrowthBytes <= heapGrowthLimitBytes;
      const statuses = Object.entries(fuzzed.countByStatus).map(([status, count]) => `${status}: ${count}`);
      const text = `${runs} fuzzed requests, seed ${seed}: ${statuses.join(', ')}; no 500, no stack; ${outcome.faults} faults in the log; heap ${outcome.heapGrowthBytes} bytes more since the first fifth (bar: ${heapGrowthLimitBytes})`;
      return { outcome, text, isPassed };
    } finally {
      await target.app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

function heapNow(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}
