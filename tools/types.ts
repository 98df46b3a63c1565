import { globSync } from 'node:fs';
import { readCommandLine, repositoryRoot } from './command-line.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run types

Checks the types by every tsconfig of the repository, two at a time.

  --help   print this

Exit code: 0 no errors, 1 errors, 2 wrong command line.`;

/** What the compiler said about one tsconfig. */
export interface TypeCheck {
  readonly project: string;
  readonly verdict: 'ok' | 'empty' | 'failed';
  readonly output: string;
}

/** Every tsconfig that checks files: all but those that others extend. */
export function findProjects(root: string): string[] {
  return globSync(['tsconfig*.json', 'packages/*/tsconfig*.json', 'apps/*/tsconfig*.json'], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.base.json'))
    .toSorted();
}

/** Judges the compiler's answer. A project whose files are still to be written is empty, and no error. */
export function judgeTypeCheck(project: string, exitCode: number, output: string): TypeCheck {
  const errors = output.match(/error TS\d+/g) ?? [];
  const isEmpty = exitCode !== 0 && errors.length === 1 && errors[0] === 'error TS18003';
  return { project, verdict: exitCode === 0 ? 'ok' : isEmpty ? 'empty' : 'failed', output: output.trim() };
}

/** Runs a task on each item, at most `width` at a time, and gives the results in the items' order. */
export async function mapInParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  const waiting = items.map((item, index) => ({ item, index }));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.set(next.index, await task(next.item));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

function firstLines(text: string, count: number): string {
  const lines = text.split('\n');
  const more = lines.length - count;
  return more > 0 ? [...lines.slice(0, count), `... and ${more} lines more`].join('\n') : text;
}

/** Checks every project, prints what the compiler says, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, {}, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const checks = await mapInParallel(findProjects(repositoryRoot), 2, async (project) => {
    const { exitCode, output } = await runCommand({
      program: 'tsc',
      words: ['-p', project, '--pretty', 'false'],
    });
    return judgeTypeCheck(project, exitCode, output);
  });
  for (const { project, verdict, output } of checks) {
    if (verdict === 'failed') console.log(`${project}\n${firstLines(output, 30)}\n`);
    if (verdict === 'empty') console.log(`${project}: no files yet.`);
  }
  const failed = checks.filter(({ verdict }) => verdict === 'failed').length;
  console.log(`${checks.length} projects checked, ${failed} with errors.`);
  return failed === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
