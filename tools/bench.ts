/** `npm run bench`: how long the road from answers to the first timeline takes. Fails above the bar. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assess } from '@psoas/core/assessment';
import type { CatalogueExercise } from '@psoas/core/catalogue';
import { createTimeline } from '@psoas/core/session';
import { parseLocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { parse } from 'yaml';

/** The bar: answers to plan to first timeline, median, in milliseconds. */
const medianLimitMillis = 1;
const rounds = 2000;

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
if (options.help === true) {
  console.log('Usage: npm run bench [-- --json]\n\nTimes answers -> screening -> findings -> programme -> first timeline for each of the people in packages/core/people.');
  process.exit(0);
}

const today = parseLocalDate('2026-11-21');
if (!today.ok) throw new Error('not a day');
const folder = resolve(import.meta.dirname, '../packages/core/people');
const people = readdirSync(folder).map((file): unknown => parse(readFileSync(join(folder, file), 'utf8')));
const exerciseById: ReadonlyMap<string, CatalogueExercise> = new Map(catalogue.exercises.map((exercise) => [exercise.id, exercise]));

const millis: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const answers of people) {
    const start = performance.now();
    const { programme } = assess(answers, { catalogue, today: today.value });
    createTimeline(programme?.sessions[0]?.items ?? [], exerciseById);
    millis.push(performance.now() - start);
  }
}

const sorted = millis.toSorted((first, second) => first - second);
const at = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000) / 1000;
const result = { people: people.length, runs: millis.length, medianMillis: at(0.5), p99Millis: at(0.99), medianLimitMillis };
if (options.json === true) console.log(JSON.stringify(result));
else console.log(`answers to first timeline: median ${result.medianMillis} ms, 99th percentile ${result.p99Millis} ms over ${result.runs} runs of ${result.people} people (bar: ${medianLimitMillis} ms)`);
process.exitCode = result.medianMillis <= medianLimitMillis ? 0 : 1;
