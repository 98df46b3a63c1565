/** `npm run languages [-- de] [--json]`: what is missing, superfluous or wrong in the translations, by file. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { FileReport, LanguageReport } from './build-knowledge/overlay/check-language.ts';
import { checkLanguages } from './build-knowledge/overlay/check-languages.ts';
import { reviewTable } from './build-knowledge/overlay/review-table.ts';
import { problemLine, type KnowledgeProblem } from './build-knowledge/knowledge-problem.ts';
import { readItems } from './build-knowledge/read-items.ts';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, all: { type: 'boolean' }, table: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help === true) {
  console.log('Usage: npm run languages [-- <code>] [-- --all] [-- --table] [-- --json]\n\nHolds each translation against the English texts (docs/add-a-language.md).\n  <code>  one language, with each fault; a language that has no folder yet has everything missing\n  --all   names each missing text too\n  --table writes every text beside its English one to packages/knowledge/review/<code>.md, for a reader to go through\n  --json  print everything as JSON\n\nExit code 1 when something is wrong; a missing text alone is not wrong, except in a language that is complete.');
  process.exit(0);
}

const root = resolve(import.meta.dirname, '../packages/knowledge/src');
const problems: KnowledgeProblem[] = [];
const { reports, languages, english } = checkLanguages(root, readItems(root, problems), problems);
const wanted = reports.filter(({ language }) => positionals.length === 0 || positionals.includes(language.code));
const unknown = positionals.filter((code) => !reports.some(({ language }) => language.code === code));
for (const code of unknown) problems.push({ file: 'locales/languages.yaml', field: code, remedy: `list this language; known are ${reports.map(({ language }) => language.code).join(', ')}` });

if (options.table === true) for (const { language, overlay } of wanted) writeFileSync(resolve(root, '../review', `${language.code}.md`), reviewTable(language, english, overlay));
if (options.json === true) console.log(JSON.stringify({ problems, languages: wanted.map(({ language, files }) => ({ language, files })) }, null, 2));
else {
  for (const problem of problems) console.error(problemLine(problem));
  for (const report of wanted) print(report);
}
process.exitCode = problems.length > 0 || wanted.some(isWrong) ? 1 : 0;

function isWrong({ language, files }: LanguageReport): boolean {
  return files.some(({ file, faults }) => faults.some(({ kind }) => kind !== 'missing' || (language.state === 'complete' && !languages.mayWait.has(file))));
}

function print({ language, files }: LanguageReport): void {
  const sum = (count: (file: FileReport) => number): number => files.reduce((all, file) => all + count(file), 0);
  const texts = sum((file) => file.texts);
  const missing = sum((file) => file.missing);
  const wrong = sum(({ faults }) => faults.filter(({ kind }) => kind !== 'missing').length);
  console.log(`${language.code} (${language.englishName}, ${language.state}): ${texts - missing} of ${texts} texts, ${missing} missing, ${wrong} wrong`);
  if (positionals.length === 0) return;
  for (const { file, texts: all, missing: gone, faults } of files) {
    const told = faults.filter(({ kind }) => kind !== 'missing' || options.all === true);
    if (gone === 0 && told.length === 0) continue;
    console.log(`  ${file}: ${all - gone} of ${all}${gone === 0 ? '' : `, ${gone} missing`}`);
    for (const { field, remedy } of told) console.log(`    ${field === '' ? 'whole file' : field}: ${remedy}`);
  }
}
