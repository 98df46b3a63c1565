import { err, fillTemplate, ok } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/mcp';
import { z } from 'zod';
import { exerciseOf } from '../../exercise-name.ts';
import { nearest } from '../../nearest.ts';
import { explainExercise } from '../explain/explain-exercise.ts';
import { explainFinding, findingIds } from '../explain/explain-finding.ts';
import { explainKnown, knownIds } from '../explain/explain-known.ts';
import { explained, explainedLines, type Explained } from '../explain/explained.ts';
import { isStopped, look, type Looked } from '../look.ts';
import { stopLines } from '../stop.ts';
import type { Answer, Tool } from '../tool.ts';

const input = z.strictObject({ id: z.string().min(1).max(100).describe(text.fields.id) });

/** What an id means, with its sources; for an exercise also why it is or is not in the plan. */
export const explain: Tool<z.infer<typeof input>, Explained> = {
  name: 'explain',
  input,
  output: explained,
  writes: false,
  run: async ({ id }, desk) => {
    const known = await explainKnown(id);
    if (known !== undefined) return given(known);
    const exercise = exerciseOf(id);
    if (exercise === undefined && !findingIds.includes(id)) return unknownId(id);
    const looked = await look(desk);
    if (!looked.ok) return looked;
    return given(exercise === undefined ? explainFinding(id, looked.value) : explainExercise(exercise, looked.value), looked.value);
  },
};

function given(found: Explained | undefined, looked?: Looked): Answer<Explained> {
  const stopped = looked !== undefined && isStopped(looked) ? [...stopLines(looked), ''] : [];
  if (found !== undefined) return ok({ data: { ...found, text: [...stopped, ...found.text] }, lines: [...stopped, ...explainedLines(found)] });
  return err({ field: 'id', lines: [...stopped, text.refused.noFinding] });
}

function unknownId(id: string): Answer<Explained> {
  const names = nearest(id, [...exercises.map((exercise) => exercise.id), ...findingIds, ...knownIds()]);
  return err({ field: 'id', lines: [fillTemplate(text.refused.unknownId, { id, nearest: names.join(', ') })] });
}
