import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '../../choices.ts';
import { runInstalled } from '../../testing/run-installed.ts';

/** Flags with which a shell reads nothing of the person's own. */
const plainFlags: { readonly [shell in Shell]: readonly string[] } = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] };

/** What a shell finds wrong in a script without running it; empty for nothing. */
export function faultsIn(shell: Shell, script: string): string {
  return inFolder((folder) => {
    const path = join(folder, 'script');
    writeFileSync(path, script);
    return runInstalled(shell, ['-n', path], { cwd: folder }).stderr;
  });
}

/** What a real shell offers at the end of each line, as the words that it would put there; beside a file `notes.yaml`. */
export function completeIn(shell: Shell, script: string, lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return inFolder((folder) => {
    const [scriptPath, linesPath] = [join(folder, '.script'), join(folder, '.lines')];
    writeFileSync(join(folder, 'notes.yaml'), '');
    writeFileSync(scriptPath, script);
    writeFileSync(linesPath, `${lines.map((line) => (shell === 'bash' ? readlineWords(line).join('\t') : line)).join('\n')}\n`);
    const harness = join(import.meta.dirname, `offer.${shell}`);
    const words = [...plainFlags[shell], harness, scriptPath, linesPath];
    const { stdout, stderr } = runInstalled(shell, words, { cwd: folder, env: { ...process.env, TERM: 'xterm' } });
    if (stderr !== '') throw new Error(`${shell}: ${stderr}`);
    const answers = stdout.split(/^>\n/m).slice(1);
    if (answers.length !== lines.length) throw new Error(`${shell} answered ${answers.length} of ${lines.length} lines:\n${stdout.slice(-500)}`);
    return new Map(lines.map((line, index) => [line, offeredIn(answers[index] ?? '', shell === 'bash' ? leadOf(line) : '')]));
  });
}

function offeredIn(answer: string, lead: string): readonly string[] {
  const words = answer.split('\n').filter((word) => word !== '');
  return words.map((word) => `${lead}${word.split('\t')[0]}`);
}

// Readline breaks words at these, and replaces only what stands behind the last one.
function readlineWords(line: string): readonly string[] {
  return line.split(' ').flatMap((word) => (word === '' ? [''] : word.split(/([=:])/).filter((part) => part !== '')));
}

function leadOf(line: string): string {
  const word = line.slice(line.lastIndexOf(' ') + 1);
  return word.slice(0, Math.max(word.lastIndexOf('='), word.lastIndexOf(':')) + 1);
}

function inFolder<Made>(work: (folder: string) => Made): Made {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-completion-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
