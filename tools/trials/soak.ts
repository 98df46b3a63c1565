/** `npm run trial:soak`: loads a relay for ten minutes with a mix of everything, and looks whether its memory stays flat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { noLimits, startRelay } from '../../apps/relay/src/testing/run-relay.ts';
import { slopeOf, type MemorySample } from '../relay/memory-slope.ts';
import { createSoakMix } from '../relay/soak-relay.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:soak [-- --minutes 10] [--seed 20261121] [--json]

Loads a relay (SQLite, over HTTP) with appends, reads, looks at who has read, new shares and erasures. Its clock runs
twenty times as fast, so that what is kept for minutes is also forgotten. The people and the relay share one process:
what either of them keeps, counts.

  --minutes <number>  how long (10)
  --seed <number>     what chooses the mix (20261121)
  --json              the outcome as JSON, and no progress
  --help              print this

Exit code: 0 memory stays flat, 1 it grows, 2 wrong command line, 3 an answer was wrong: it is printed.`;

const clockPace = 20;
const sampleMillis = 5000;
/** What starts up and fills its caches may grow: this part of the time is not judged. */
const settlingPart = 0.2;
/** The bars, in bytes each minute: a leak of 100 bytes for each of a thousand requests a second would be six times the first. */
const heapLimit = 1_000_000;
const rssLimit = 4_000_000;

process.exitCode = await runTrial({
  usage,
  table: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '20261121' } },
  run: async (options, say) => {
    const [minutes, seed] = [Number(options['minutes']), Number(options['seed'])];
    const folder = mkdtempSync(join(tmpdir(), 'psoas-trial-soak-'));
    const startedAt = Date.now();
    const nowMillis = (): number => startedAt + (Date.now() - startedAt) * clockPace;
    const { address, app } = await startRelay({ ...noLimits, PSOAS_RELAY_DATA: folder }, { nowMillis });
    try {
      const { step, counts } = await createSoakMix(address, nowMillis, createChance(seed));
      const samples: MemorySample[] = [];
      for (let passed = 0; passed < minutes * 60_000; passed = Date.now() - startedAt) {
        if (passed >= samples.length * sampleMillis) {
          const sample = memoryAt(passed / 60_000);
          samples.push(sample);
          if (samples.length % 6 === 1) say(lineOf(sample, counts));
        }
        await step();
      }
      const judged = samples.filter((sample) => sample.minutes >= minutes * settlingPart);
      const heapSlope = Math.round(slopeOf(judged, ({ heapBytes }) => heapBytes));
      const rssSlope = Math.round(slopeOf(judged, ({ rssBytes }) => rssBytes));
      const first = judged[0];
      const last = judged.at(-1);
      const outcome = { minutes, seed, counts, samples: judged.length, first, last, heapSlope, heapLimit, rssSlope, rssLimit };
      const text = `${minutes} minutes, seed ${seed}: ${JSON.stringify(counts)}; after the first fifth the heap grows by ${heapSlope} bytes a minute (bar: ${heapLimit}), all memory by ${rssSlope} (bar: ${rssLimit}); at the end ${last === undefined ? '' : lineOf(last, counts)}`;
      return { outcome, text, isPassed: judged.length > 1 && heapSlope <= heapLimit && rssSlope <= rssLimit };
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

function memoryAt(minutes: number): MemorySample {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  const { heapUsed, rss } = process.memoryUsage();
  return { minutes, heapBytes: heapUsed, rssBytes: rss };
}

function lineOf({ minutes, heapBytes, rssBytes }: MemorySample, { append, read, readLog, share, erase }: { readonly [what: string]: number }): string {
  return `${minutes.toFixed(1)} min: heap ${(heapBytes / 1e6).toFixed(1)} MB, in all ${(rssBytes / 1e6).toFixed(0)} MB; ${append} appends, ${read} reads, ${readLog} logs, ${share} shares, ${erase} erasures`;
}

// Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32).
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 4_294_967_296;
  };
}
