/**
 * `npm run trial:power`: cuts the power of a disk under a relay on SQLite, again and again, and looks whether an entry
 * that it had confirmed is lost. The disk is a file with a file system that is shut down without writing anything more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../apps/relay/src/testing/find-free-port.ts';
import { killUnderLoad, type Cut, type KillOutcome } from '../../apps/relay/src/testing/kill-trial.ts';
import { noLimits, spawnRelay, type RelayProcess } from '../../apps/relay/src/testing/run-relay.ts';
import { createLoopDisk, fileSystems, type FileSystem } from './power/loop-disk.ts';
import { runTrial } from './run-trial.ts';

const usage = `npm run trial:power [-- --rounds 20] [--seed 1] [--json]

Puts a relay's SQLite file on a small disk of its own (a file, mounted as a loop device), with ext4 and with xfs. While
eight writers push, the file system is shut down: what was not forced to the disk is gone. The relay goes on for a
moment, and must confirm nothing that is sent to it then. The disk is mounted again, the relay started, and everything
compared. What was on its way at the cut is left out: there a kernel can tell a program that bytes are on the disk when
they are not, which after a real power cut nobody would be left to hear.

It needs root, mount, mkfs.ext4, mkfs.xfs and xfs_io; where this machine refuses, it says what was tried and what the
answer was. What a disk itself holds in a volatile cache is not simulated.

  --rounds <number>   how often, for each file system (20)
  --seed <number>     chooses the moments (1)
  --json              the outcome as JSON, and no progress
  --help              print this

Exit code: 0 nothing lost and nothing doubled, 1 otherwise, 2 wrong command line, 3 the trial could not run.`;

/** How long the relay goes on without its disk, in milliseconds. */
const afterlifeMillis = 80;

process.exitCode = await runTrial({
  usage,
  table: { rounds: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
  run: async ({ rounds, seed }, say) => {
    const outcomes: Partial<Record<FileSystem, KillOutcome>> = {};
    for (const kind of fileSystems) {
      say(kind);
      outcomes[kind] = await cutPowerUnderLoad(kind, { rounds: Number(rounds), seed: Number(seed), say });
    }
    const all = Object.values(outcomes);
    return { outcome: { seed: Number(seed), ...outcomes }, text: toText(outcomes), isPassed: all.every(({ faults }) => faults.length === 0) };
  },
});

type Plan = { readonly rounds: number; readonly seed: number; readonly say: (text: string) => void };

async function cutPowerUnderLoad(kind: FileSystem, plan: Plan): Promise<KillOutcome> {
  const parent = mkdtempSync(join(tmpdir(), 'psoas-trial-power-'));
  try {
    const disk = createLoopDisk(kind, parent);
    try {
      const words = ['--port', String(await findFreePort()), '--data', disk.folder];
      const end = async (relay: RelayProcess): Promise<void> => {
        await wait(afterlifeMillis);
        relay.process.kill('SIGKILL');
        await relay.ended;
        disk.remount();
      };
      const cut: Cut = { cut: disk.cutPower, end, hasAfterlife: true };
      return await killUnderLoad({ ...plan, cut, start: () => spawnRelay(words, { ...noLimits, PSOAS_RELAY_LOG: 'silent' }) });
    } finally {
      disk.remove();
    }
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function toText(outcomes: Partial<Record<FileSystem, KillOutcome>>): string {
  return Object.entries(outcomes)
    .map(([kind, { rounds, confirmed, unanswered, storedUnanswered, faults }]) =>
      [
        `SQLite on ${kind}: power cut ${rounds} times; ${confirmed} entries confirmed before, ${unanswered} pushes without an answer (${storedUnanswered} of them stored); ${faults.length} lost or doubled`,
        ...faults.slice(0, 20),
      ].join('\n'),
    )
    .join('\n');
}
