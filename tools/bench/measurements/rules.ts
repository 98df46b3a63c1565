import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '@psoas/core/assessment';
import { createTimeline } from '@psoas/core/session';
import { byId } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import { parse } from 'yaml';
import { repositoryRoot } from '../../command-line.ts';
import type { Measurement } from '../measurement.ts';
import { quantileOf } from '../statistics.ts';
import { afterWarmUp, millisOf } from '../stopwatch.ts';

/** The bar: answers to plan to first timeline, in milliseconds. */
const limitMillis = 1;
const passesPerRun = 40;

/** From a check to the first session of its plan. */
export const rules: Measurement = {
  id: 'rules',
  what: 'from answers to the first timeline',
  how: `Answers, screening, findings, programme and the timeline of its first session, for each of the people in \`packages/core/people\`, ${passesPerRun} times in a run after one run to warm up; a run's value is the median of its people. The ratio is to reading the catalogue of the rules as JSON.`,
  runs: 25,
  measure: async ({ runs, today }) => {
    const folder = join(repositoryRoot, 'packages/core/people');
    const people = readdirSync(folder).map((file): unknown => parse(readFileSync(join(folder, file), 'utf8')));
    const exerciseById = byId(catalogue.exercises);
    const text = JSON.stringify(catalogue);
    const passes = Array.from({ length: passesPerRun }, (_, pass) => pass);
    const assessPerson = (answers: unknown): void => {
      const { programme } = assess(answers, { catalogue, today });
      createTimeline(programme?.sessions[0]?.items ?? [], exerciseById);
    };
    const kept = await afterWarmUp(runs, async () => ({
      assessing: quantileOf(passes.flatMap(() => people.map((answers) => millisOf(() => assessPerson(answers)))), 0.5),
      reading: quantileOf(passes.map(() => millisOf(() => JSON.parse(text) as unknown)), 0.5),
    }));
    return [
      { id: 'rules.timeline', what: 'check, plan, timeline', unit: 'ms', better: 'less', bar: { limit: limitMillis }, values: kept.map(({ assessing }) => assessing) },
      { id: 'rules.ratio', what: 'check, plan, timeline', ratioTo: 'JSON.parse of the catalogue', unit: 'ratio', better: 'less', values: kept.map(({ assessing, reading }) => assessing / reading) },
    ];
  },
};
