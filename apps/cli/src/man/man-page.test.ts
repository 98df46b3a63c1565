import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import text from '@psoas/knowledge/text/cli';
import words from '@psoas/knowledge/text/cli-manual';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSpecs } from '../command-specs.ts';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';
import { runInstalled } from '../testing/run-installed.ts';

/** The page as mandoc shows it on a very wide terminal, where no line is broken; bold letters stand once. */
function shown(page: string): string {
  const { stdout } = runInstalled('mandoc', ['-T', 'utf8', '-O', 'width=1000'], { input: page });
  const parts = stdout.split('\b');
  return parts.map((part, index) => (index < parts.length - 1 ? part.slice(0, -1) : part)).join('');
}

/** The lines of a help that name an argument or an option, such as `  --side <side>   how it reads`. */
function termsOf(help: string): readonly { readonly term: string; readonly says: string }[] {
  return [...help.matchAll(/^ {2}(-\S.*?|\S+) {2,}(\S.*)$/gm)].map(([, term = '', says = '']) => ({ term, says }));
}

describe('psoas man', () => {
  let page = '';
  let folder = '';
  beforeAll(async () => {
    page = (await createFakeWorld().run('man')).out;
    folder = mkdtempSync(join(tmpdir(), 'psoas-man-'));
    writeFileSync(join(folder, 'runner.yaml'), await readPerson('runner'));
    writeFileSync(join(folder, 'psoas'), `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, '../main.ts')}' "$@"\n`);
    chmodSync(join(folder, 'psoas'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('[L-19] mandoc finds nothing in it to complain of', () => {
    const lint = (roff: string): string => runInstalled('mandoc', ['-T', 'lint'], { input: roff }).stdout;
    expect(lint(page)).toBe('');
    expect(lint(`${page}.bogus\n`)).not.toBe('');
  });

  it('[L-19] has the sections of a manual page, and safety among them', () => {
    const titles = shown(page).match(/^[A-Z][A-Z ]+$/gm);
    expect(titles).toEqual(['NAME', 'SYNOPSIS', 'DESCRIPTION', 'SAFETY', 'COMMANDS', 'OPTIONS', 'FILES', 'ENVIRONMENT', 'EXIT STATUS', 'EXAMPLES', 'SEE ALSO']);
    expect(shown(page)).toContain('In an emergency call 112 or your local emergency number.');
    expect(shown(page)).toContain('not a medical device');
  });

  it('[L-19] says of every command, argument and option what the help says', async () => {
    const parts = new Map(shown(page).split(/^ {3}psoas /m).slice(1).map((part) => [part.split('\n')[0] ?? '', part]));
    expect(parts.size).toBe(commandSpecs.length + 1);
    for (const { name, isHandedOn } of commandSpecs) {
      const part = parts.get(name) ?? '';
      expect(part).toContain(text.commands[name]);
      if (isHandedOn === true) continue;
      const help = (await createFakeWorld({ screen: { columns: 1000 } }).run(...name.split(' '), '--help')).out;
      const [own = ''] = help.split('\nCommands:');
      const terms = termsOf(own).filter(({ term }) => term !== '-h, --help' && own.includes(`  ${term} `));
      for (const { term, says } of terms) {
        expect([name, part]).toEqual([name, expect.stringContaining(term)]);
        expect([name, part]).toEqual([name, expect.stringContaining(says)]);
      }
      expect(terms.length).toBeGreaterThanOrEqual(commandSpecs.find((spec) => spec.name === name)?.options.length ?? 0);
    }
  });

  it('[L-19] shows quotes, dashes and backslashes as they are typed', () => {
    expect(shown(page)).toContain('psoas exercise dead-bug --side left && psoas exercise dead-bug --svg > dead-bug.svg');
    expect(page).not.toMatch(/^'/m);
  });

  // One after the other: some use what an earlier one made.
  it.each(words.manual.examples)('[L-19] its example runs: $command', ({ command }) => {
    expect(shown(page)).toContain(command);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, XDG_DATA_HOME: folder };
    const { status, stderr } = runInstalled('sh', ['-c', command], { cwd: folder, env });
    expect([status, stderr]).toEqual([0, expect.any(String)]);
  });
});
