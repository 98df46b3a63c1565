import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../command-line.ts';
import { runCommand } from '../run-command.ts';

/** The folder that the web build writes. */
export const distFolder: string = join(repositoryRoot, 'apps/web/dist');

/** The folder of the build with the made-up languages, for tests alone. */
export const pseudoDistFolder: string = join(repositoryRoot, 'apps/web/dist-pseudo');

/** What the build is made of, as globs from the root. */
const sources: readonly string[] = [
  'packages/*/src/**/*',
  'packages/*/package.json',
  'apps/web/*.*',
  'apps/web/{src,public,build}/**/*',
  'tools/security-headers.ts',
  'tools/build-knowledge/**/*',
  'package-lock.json',
];

/** True where the app was never built, or a source is newer than the build. */
export function isBuildStale(root: string, dist = 'apps/web/dist'): boolean {
  const page = join(root, dist, 'index.html');
  if (!existsSync(page)) return true;
  const builtAt = statSync(page).mtimeMs;
  return globSync([...sources], { cwd: root })
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => statSync(join(root, path)))
    .some((entry) => entry.isFile() && entry.mtimeMs > builtAt);
}

/**
 * Builds the app where its build is missing or old, and says so in one line.
 * @throws Error with the end of the build's output where it fails.
 */
export async function ensureBuild(): Promise<void> {
  if (isBuildStale(repositoryRoot)) await buildApp({});
}

/**
 * Builds the app with the made-up languages where that build is missing or old.
 * @throws Error as `ensureBuild` does.
 */
export async function ensurePseudoBuild(): Promise<void> {
  if (isBuildStale(repositoryRoot, 'apps/web/dist-pseudo')) await buildApp({ PSOAS_PSEUDO: '1' });
}

async function buildApp(env: Readonly<Record<string, string>>): Promise<void> {
  console.log('Building the app ...');
  const { exitCode, output } = await runCommand({ program: 'npm', words: ['run', '-s', 'build'], env });
  if (exitCode !== 0) throw new Error(`The build failed:\n${output.slice(-4000)}`);
}
