import { exerciseGraph, graphToText } from '@psoas/exchange/json-ld';
import { sources } from '@psoas/knowledge/sources';
import check from '@psoas/knowledge/text/check';
import text from '@psoas/knowledge/text/exercises';
import type { Exercise } from '@psoas/knowledge/types';
import { pluralRule } from '../../widgets/count-text.ts';

/** An exercise as the text of a data block, for the page at this origin. */
export function exerciseData(exercise: Exercise, origin: string): string {
  const list = `${origin}/exercises`;
  const url = `${list}/${exercise.id}`;
  const { name, summary } = exercise;
  const graph = exerciseGraph(
    exercise,
    { url, name, description: summary, trail: [{ name: text.title, url: list }, { name, url }] },
    {
      words: { exercises: text, things: check.week.equipmentNames },
      language: document.documentElement.lang,
      plural: pluralRule,
      sources,
    },
  );
  return graphToText(graph);
}
