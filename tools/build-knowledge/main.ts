/** Builds the knowledge: reads, checks, compiles. `--check` writes nothing and fails when generated/ is not fresh. */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkReferences } from './check-references.ts';
import { emitModules, type GeneratedFiles } from './emit.ts';
import { problemLine, type KnowledgeProblem } from './knowledge-problem.ts';
import { languageProblems } from './overlay/check-language.ts';
import { checkLanguages, spokenLanguages } from './overlay/check-languages.ts';
import { readItems } from './read-items.ts';
import { validateItems } from './validate.ts';

const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help === true) {
  console.log('Usage: npm run knowledge:build [-- --check] [-- --json]\n\nChecks packages/knowledge/src against its schemas and compiles it into generated/.\n  --check  write nothing; fail when generated/ is not what would be written\n  --json   print the problems as JSON');
  process.exit(0);
}

const root = resolve(import.meta.dirname, '../../packages/knowledge/src');
const problems: KnowledgeProblem[] = [];
const knowledge = readItems(root, problems);
problems.push(...validateItems(root, knowledge));
problems.push(...checkReferences(knowledge));
const checked = checkLanguages(root, knowledge, problems);
problems.push(...checked.reports.flatMap((report) => languageProblems(report, checked.languages)));
const files = await emitModules(root, knowledge, { problems, languages: spokenLanguages(knowledge, checked) });
const generated = join(root, 'generated');
if (options.check === true) problems.push(...staleFiles(generated, files));
else writeFiles(generated, files);

if (options.json === true) console.log(JSON.stringify({ problems }, null, 2));
else for (const problem of problems) console.error(problemLine(problem));
if (problems.length === 0 && options.json !== true) console.log(`Knowledge is sound: ${knowledge.exercises.length} exercises, ${knowledge.questions.length} questions, ${knowledge.claims.length} claims, ${knowledge.sources.length} sources.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function existingFiles(folder: string): readonly string[] {
  return existsSync(folder) ? globSync('**/*.ts', { cwd: folder }) : [];
}

function staleFiles(folder: string, fresh: GeneratedFiles): readonly KnowledgeProblem[] {
  const changed = [...fresh].filter(([path, text]) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), 'utf8') !== text).map(([path]) => path);
  const left = existingFiles(folder).filter((path) => !fresh.has(path));
  return [...changed, ...left].map((path) => ({ file: `generated/${path}`, field: '', remedy: 'run npm run knowledge:build and commit what it writes' }));
}

function writeFiles(folder: string, fresh: GeneratedFiles): void {
  for (const path of existingFiles(folder).filter((name) => !fresh.has(name))) rmSync(join(folder, path));
  for (const [path, text] of fresh) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
  }
}
