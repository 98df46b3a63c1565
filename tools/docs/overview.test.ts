import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { fencesOf, readText, root } from './pages.ts';

// docs/overview.md is run as one module by Node itself, the way its reader would; each block prints what stands below it.
const fences = fencesOf(readText('docs/overview.md'));
const yaml = fences.find(({ language }) => language === 'yaml')?.text ?? '';
const steps = fences.flatMap(({ language, text }, index) =>
  language === 'ts'
    ? [{ step: text.split('\n').slice(0, 2).join(' '), code: text, expected: fences[index + 1] }]
    : [],
);
const mark = '---- next block ----';

describe('docs/overview.md', () => {
  const printed = run();

  it('has a step for each layer', () => expect(steps.length).toBe(14));

  it.each(steps.map((one, index) => ({ ...one, index })))(
    'prints what it says: $step',
    ({ expected, index }) => {
      expect(expected?.language).toBe('text');
      expect(printed[index]).toBe(expected?.text);
    },
  );
});

function run(): readonly string[] {
  const module = [
    `const yaml: string = ${JSON.stringify(yaml)};`,
    ...steps.map(({ code }) => `${code}\nconsole.log(${JSON.stringify(mark)});`),
  ].join('\n');
  const output = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', module], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return output.split(`${mark}\n`).map((text) => text.trimEnd());
}
