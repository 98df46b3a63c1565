/**
 * `npm run bench`: how long the road from answers to the first timeline takes, and how long the body model takes for
 * a pose beside MuJoCo, the figure for a frame, a diary of years to add up, to open and to export, an assistant's calls
 * on it, and an append to a relay. Fails above the bars. `-- --relay` measures the relay alone, `-- --exports` the exports.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assess } from '@psoas/core/assessment';
import type { CatalogueExercise } from '@psoas/core/catalogue';
import { createTimeline } from '@psoas/core/session';
import { byId, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { parse } from 'yaml';
import { assistantBenchToText, benchAssistant } from './assistants/bench-assistant.ts';
import { benchBody } from './body/bench-body.ts';
import { benchYears, keepsBars, yearsToText } from './diary/bench-years.ts';
import { benchExports, exportsToText, keepsExportBar } from './exports/bench-exports.ts';
import { benchFrames } from './figures/bench-frames.ts';
import { benchFigure } from './figures/bench-figure.ts';
import { benchRelay, relayBenchToText } from './relay/bench-relay.ts';

/** The bar: answers to plan to first timeline, median, in milliseconds. */
const medianLimitMillis = 1;
const rounds = 2000;

/** The bar for what a million poses may leave behind on the heap, in bytes: noise, not growth. */
const heapGrowthLimitBytes = 200_000;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, relay: { type: 'boolean' }, exports: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (options.help === true) {
  console.log(
    'Usage: npm run bench [-- --json] [--relay] [--exports]\n\nTimes answers -> screening -> findings -> programme -> first timeline for each of the people in packages/core/people,\nthe body model beside MuJoCo, a frame of the figure, diaries of 1, 2 and 5 years, exports of 5 years (--exports: only these), the tools for assistants on it, and appends to a relay beside its bare databases (--relay: only these).',
  );
  process.exit(0);
}
const today = parseLocalDate('2026-11-21');
if (!today.ok) throw new Error('not a day');
if (options.exports === true) {
  const benches = await benchExports(today.value);
  console.log(options.json === true ? JSON.stringify(benches) : exportsToText(benches));
  process.exit(keepsExportBar(benches) ? 0 : 1);
}
if (options.relay === true) {
  const bench = await benchRelay(options.json === true ? () => {} : console.error);
  console.log(options.json === true ? JSON.stringify(bench) : relayBenchToText(bench));
  process.exit(bench.keepsBar ? 0 : 1);
}

const folder = resolve(import.meta.dirname, '../packages/core/people');
const people = readdirSync(folder).map((file): unknown => parse(readFileSync(join(folder, file), 'utf8')));
const exerciseById: ReadonlyMap<string, CatalogueExercise> = byId(catalogue.exercises);

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
const at = (share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000) / 1000;
const body = await benchBody();
const figure = benchFigure();
const frames = await benchFrames();
const years = await benchYears(today.value);
const exports = await benchExports(today.value);
const assistant = await benchAssistant(localToday());
const relay = await benchRelay();
const result = {
  people: people.length,
  runs: millis.length,
  medianMillis: at(0.5),
  p99Millis: at(0.99),
  medianLimitMillis,
  body,
  figure,
  frames,
  years,
  exports,
  assistant,
  relay,
};
const micros = (value: number): string => `${value.toFixed(3)} µs`;
if (options.json === true) console.log(JSON.stringify(result));
else {
  console.log(
    `answers to first timeline: median ${result.medianMillis} ms, 99th percentile ${result.p99Millis} ms over ${result.runs} runs of ${result.people} people (bar: ${medianLimitMillis} ms)`,
  );
  console.log(
    `body, lengths and arms of ${body.lines} muscle lines: ${micros(body.microsPerPose)} per pose, ${micros(body.microsPerLine)} per line`,
  );
  console.log(
    `MuJoCo, kinematics and tendons of the same model: ${micros(body.mujocoMicrosPerPose)} per pose, ${micros(body.mujocoMicrosPerLine)} per line (bar: ours is no slower per line)`,
  );
  console.log(
    `figure, one frame with its muscle as text: median ${figure.medianMillis} ms, 99th percentile ${figure.p99Millis} ms over ${figure.frames} frames (bar: ${figure.limitMillis} ms)`,
  );
  console.log(
    `figure in the browser, a processor four times slower: ${frames.framesPerSecond} frames a second, median gap ${frames.medianMillis} ms over ${frames.frames} frames (bar: ${frames.limitFramesPerSecond} of 60)`,
  );
  console.log(yearsToText(years));
  console.log(exportsToText(exports));
  console.log(assistantBenchToText(assistant));
  console.log(relayBenchToText(relay));
  console.log(
    `heap after ${body.poses} more poses: ${body.heapGrowthBytes} bytes more (bar: ${heapGrowthLimitBytes})`,
  );
}
const isFastEnough =
  result.medianMillis <= medianLimitMillis &&
  body.microsPerLine <= body.mujocoMicrosPerLine &&
  figure.medianMillis <= figure.limitMillis &&
  frames.framesPerSecond >= frames.limitFramesPerSecond;
process.exitCode =
  isFastEnough && keepsBars(years) && keepsExportBar(exports) && assistant.keepsBar && relay.keepsBar && body.heapGrowthBytes <= heapGrowthLimitBytes ? 0 : 1;

// The command goes by the real clock.
function localToday(): LocalDate {
  const now = new Date();
  const day = parseLocalDate(new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10));
  if (!day.ok) throw new Error('not a day');
  return day.value;
}
