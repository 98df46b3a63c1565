import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '@psoas/core/assessment';
import { parseLocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { parseAnswersText } from '../../apps/cli/src/parse-answers-text.ts';
import { explainProblem } from '../../apps/cli/src/problem-text.ts';
import { parseYaml } from '../build-knowledge/parse-yaml.ts';
import { repositoryRoot } from '../command-line.ts';
import { jsonBombs, textBombs } from './bombs.ts';
import { bytesOf, refusedBy, textOf, type Door } from './door.ts';
import { editedJson } from './mutations.ts';

const parsedDay = parseLocalDate('2026-11-21');
if (!parsedDay.ok) throw new Error('not a day');
const today = parsedDay.value;

const laughs = ['a: &a [x]', ...Array.from({ length: 12 }, (_, index) => `b${index}: &${'bcdefghijklm'[index]} [${Array.from({ length: 10 }, () => `*${'abcdefghijkl'[index]}`).join(', ')}]`)].join('\n');

const yamlBombs: readonly Uint8Array[] = [
  ...textBombs,
  ...[
    laughs,
    '&a [*a]',
    'about: &a {about: *a}',
    '{'.repeat(50_000),
    `${'- '.repeat(20_000)}x`,
    Array.from({ length: 2000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    `? ${'? '.repeat(5000)}x`,
    `a: !!binary ${'A'.repeat(500_000)}`,
    `a: |\n${' x\n'.repeat(100_000)}`,
    `a: "${'\\x41'.repeat(100_000)}"`,
    '<<: {__proto__: {isOwner: true}}',
    '--- a\n'.repeat(20_000),
    `${'&a '.repeat(20_000)}x`,
    `a: ${'*b '.repeat(20_000)}`,
    `${'!'.repeat(100_000)} x`,
    `%${'YAML '.repeat(50_000)}`,
    `a: ${'#'.repeat(300_000)}`,
    '1:2:3:4: 5',
    `d: ${'1'.repeat(100_000)}.${'1'.repeat(100_000)}e5`,
  ].map(bytesOf),
];

const people = globSync('packages/core/people/*.yaml', { cwd: repositoryRoot }).map((path) => readFileSync(join(repositoryRoot, path), 'utf8'));

/** Answers of a person, as YAML or JSON. */
export const answersDoor: Door = {
  id: 'answers',
  seeds: people.map(bytesOf),
  made: editedJson(people.map((text): unknown => parse(text))).chain((value) => fc.constantFrom(bytesOf(JSON.stringify(value)), bytesOf(stringify(value)))),
  bombs: [...yamlBombs, ...jsonBombs((inner) => `{"about":${inner},"safety":{"yes":${inner},"details":${inner}},"pain":${inner},"tests":${inner}}`)],
  enter: (input) => {
    const read = parseAnswersText(textOf(input));
    if (!read.ok) return refusedBy(`${read.error.line}:${read.error.column} ${read.error.reason}`);
    const assessment = assess(read.value, { catalogue, today });
    if (!assessment.refused) return 'taken';
    const [first] = assessment.problems;
    return refusedBy(first === undefined ? '' : explainProblem(first).message);
  },
};

const knowledgeFiles = globSync('packages/knowledge/src/{exercises,questions,checks,faq}/*.yaml', { cwd: repositoryRoot })
  .toSorted()
  .filter((_, index) => index % 20 === 0)
  .map((path) => readFileSync(join(repositoryRoot, path)).subarray(0, 3000));

/** Knowledge, as the build reads it. */
export const knowledgeDoor: Door = {
  id: 'knowledge',
  seeds: knowledgeFiles.map((bytes) => new Uint8Array(bytes)),
  made: editedJson(people.map((text): unknown => parse(text))).map((value) => bytesOf(stringify(value))),
  bombs: yamlBombs,
  enter: (input) => {
    const read = parseYaml(textOf(input));
    return read.ok ? 'taken' : refusedBy(read.error);
  },
};
