import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** The file systems of the trial: both know how to stop at once, without writing what they still hold. */
export const fileSystems = ['ext4', 'xfs'] as const;
export type FileSystem = (typeof fileSystems)[number];

/** A small disk in a file, with a file system of its own. */
export type LoopDisk = {
  /** Where it is mounted. */
  readonly folder: string;
  /** What a power cut does: from now on nothing reaches the disk, and what was not forced to it is gone. */
  readonly cutPower: () => void;
  /** Takes it away and mounts it again, as after a power cut; the file system repairs itself by its journal. */
  readonly remount: () => void;
  readonly remove: () => void;
};

const diskBytes = 400_000_000;
const remedy = 'On Debian, as root: apt-get update && apt-get install -y xfsprogs e2fsprogs mount';

/**
 * Makes such a disk.
 * @throws Error with what was tried and what it answered, where this machine does not allow it.
 */
export function createLoopDisk(kind: FileSystem, parent: string): LoopDisk {
  if (userInfo().uid !== 0) throw new Error('Mounting a disk needs root.');
  const image = join(parent, `${kind}.img`);
  const folder = join(parent, kind);
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, diskBytes);
  run(`mkfs.${kind}`, kind === 'ext4' ? ['-q', '-F', image] : ['-q', '-f', image]);
  const mount = (): void => run('mount', ['-t', kind, '-o', 'loop', image, folder]);
  mount();
  return {
    folder,
    // `shutdown` without `-f` does not even write the journal that is still in memory (XFS_IOC_GOINGDOWN).
    cutPower: () => run('xfs_io', ['-x', '-c', 'shutdown', folder]),
    remount: () => {
      run('umount', [folder]);
      mount();
    },
    remove: () => run('umount', [folder]),
  };
}

function run(program: string, words: readonly string[]): void {
  const done = spawnSync(program, [...words], { encoding: 'utf8' });
  if (done.status === 0) return;
  const said = done.error?.message ?? `${done.stdout}${done.stderr}`.trim();
  throw new Error(`${program} ${words.join(' ')} answered: ${said}. ${remedy}`);
}
