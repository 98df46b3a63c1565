/**
 * `npm run trial:kill`: kills a relay with SIGKILL under load, fifty times for each adapter, and looks whether an entry
 * that it had confirmed is lost, or one is there twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../apps/relay/src/testing/find-free-port.ts';
import { killUnderLoad, type KillOutcome } from '../../apps/relay/src/testing/kill-trial.ts';
import { noLimits, spawnRelay } from '../../apps/relay/src/testing/run-relay.ts';
import { startPostgres } from '../../apps/relay/src/testing/start-postgres.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:kill [-- --rounds 50] [--adapter sqlite|postgres] [--seed 1] [--json]

Kills a relay (kill -9) while eight writers push to two feeds, starts it again, pulls everything and compares it with
what was confirmed. A lost answer is asked for again, as a device would.

  --rounds <number>   how often, for each adapter (50)
  --adapter <name>    sqlite or postgres (both, one after the other)
  --seed <number>     chooses the moments (1)
  --json              the outcome as JSON, and no progress
  --help              print this

Exit code: 0 nothing lost and nothing doubled, 1 otherwise, 2 wrong command line, 3 the trial could not run.`;

process.exitCode = await runTrial({
  usage,
  table: {
    rounds: { type: 'string', default: '50' },
    adapter: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '1' },
  },
  run: async ({ rounds, adapter, seed }, say) => {
    const plan = { rounds: Number(rounds), seed: Number(seed), say };
    const outcomes: Record<string, KillOutcome> = {};
    if (adapter !== 'postgres') outcomes['sqlite'] = await killWith(plan, {});
    if (adapter !== 'sqlite') {
      const postgres = await startPostgres({ isDurable: true });
      try {
        outcomes['postgres'] = await killWith(plan, { DATABASE_URL: await postgres.createDatabase() });
      } finally {
        await postgres.stop();
      }
    }
    return { outcome: { seed: plan.seed, ...outcomes }, text: toText(outcomes), isPassed: Object.values(outcomes).every(({ faults }) => faults.length === 0) };
  },
});

type Plan = { readonly rounds: number; readonly seed: number; readonly say: (text: string) => void };

async function killWith(plan: Plan, environment: Readonly<Record<string, string>>): Promise<KillOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-trial-kill-'));
  const words = ['--port', String(await findFreePort()), '--data', folder];
  try {
    return await killUnderLoad({ ...plan, start: () => spawnRelay(words, { ...noLimits, ...environment }) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toText(outcomes: Readonly<Record<string, KillOutcome>>): string {
  return Object.entries(outcomes)
    .map(([name, { rounds, confirmed, unanswered, storedUnanswered, faults }]) =>
      [
        `${name}: killed ${rounds} times; ${confirmed} entries confirmed before, ${unanswered} pushes without an answer (${storedUnanswered} of them stored); ${faults.length} lost or doubled`,
        ...faults.slice(0, 20),
      ].join('\n'),
    )
    .join('\n');
}
