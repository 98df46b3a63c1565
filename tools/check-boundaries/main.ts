import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { readSourceFiles } from '../source/source-file.ts';
import { checkBoundaries } from './check-boundaries.ts';
import type { ManifestByFolder } from './check-imports.ts';
import { parseManifest } from './package-exports.ts';
import { formatFinding, remedyByRule } from './rules.ts';

const usage = `node tools/check-boundaries/main.ts [--json]

Checks what packages and apps import and use. The rules stand in docs/spec/boundaries.md.

  --json   print the findings as JSON
  --help   print this

Exit code: 0 nothing found, 1 something found, 2 wrong command line.`;

/** Checks the repository, prints the findings, gives the exit code. */
export function main(words: readonly string[]): number {
  const line = readCommandLine(words, { json: { type: 'boolean' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const files = readSourceFiles(repositoryRoot, ['packages/*/src/**/*', 'apps/*/src/**/*']);
  const findings = checkBoundaries(files, readManifests(repositoryRoot));
  if (line.options['json'] === true) {
    const withRemedy = findings.map((finding) => ({ ...finding, remedy: remedyByRule[finding.rule] }));
    console.log(JSON.stringify({ files: files.length, findings: withRemedy }, undefined, 2));
  } else {
    for (const finding of findings) console.log(formatFinding(finding));
    console.log(`${files.length} files checked, ${findings.length} findings.`);
  }
  return findings.length === 0 ? 0 : 1;
}

function readManifests(root: string): ManifestByFolder {
  const paths = globSync(['package.json', 'packages/*/package.json', 'apps/*/package.json'], { cwd: root });
  return new Map(
    paths.map((path) => {
      const folder = dirname(path).replaceAll('\\', '/');
      return [folder === '.' ? '' : folder, parseManifest(readFileSync(join(root, path), 'utf8'))];
    }),
  );
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
