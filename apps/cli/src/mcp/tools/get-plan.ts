import type { Programme } from '@psoas/core/programme';
import { fillTemplate, ok } from '@psoas/kernel';
import { z } from 'zod';
import { createCheckReport } from '../../check-report.ts';
import { exerciseName } from '../../exercise-name.ts';
import { triageLines } from '../../print/check-lines.ts';
import { planLines } from '../../print/plan-lines.ts';
import { sentenceOf } from '../../reason-text.ts';
import { isStopped, look, plainScreen, type Looked } from '../look.ts';
import { plannedSession, sessionOf } from '../planned.ts';
import { reason, reasonsOf } from '../reasons.ts';
import { stop, stopLines, stopOf, unreadLines } from '../stop.ts';
import type { Tool } from '../tool.ts';
import { wordsIn, wordsLines, wordsOfPeople } from '../words-of-people.ts';

const input = z.strictObject({});
const programme = z.object({
  sessions: z.array(plannedSession),
  belowDose: z.boolean(),
  notes: z.array(reason),
  weeklyStretchSeconds: z.object({ left: z.number(), right: z.number() }),
  opensLater: z.array(z.object({ exercise: z.string(), gates: z.array(z.string()) })),
  leftOut: z.array(z.object({ exercise: z.string(), name: z.string(), why: z.array(reason) })),
  checkAgainAfterDays: z.number(),
});
const output = z.object({ stop: stop.nullable(), programme: programme.nullable(), wordsOfPeople });
type Output = z.infer<typeof output>;

/** The week and why; nothing while something stops. */
export const getPlan: Tool<z.infer<typeof input>, Output> = {
  name: 'get_plan',
  input,
  output,
  writes: false,
  run: async (_, desk) => {
    const looked = await look(desk);
    if (!looked.ok) return looked;
    const planned = isStopped(looked.value) ? null : (looked.value.assessment?.programme ?? null);
    const words = wordsIn(looked.value.state);
    return ok({
      data: { stop: stopOf(looked.value), programme: planned === null ? null : programmeOf(planned), wordsOfPeople: words },
      lines: [...linesOf(looked.value, planned), ...unreadLines(looked.value), ...wordsLines(words)],
    });
  },
};

function programmeOf(planned: Programme): z.infer<typeof programme> {
  return {
    sessions: planned.sessions.map(sessionOf),
    belowDose: planned.belowDose,
    notes: planned.notes.map(({ id, values }) => ({ id, text: fillTemplate(sentenceOf(id) ?? id, values) })),
    weeklyStretchSeconds: planned.weeklyStretchSeconds,
    opensLater: planned.locked.map(({ exercise, gates }) => ({ exercise, gates: [...gates] })),
    leftOut: planned.leftOut.map(({ exercise, by }) => ({ exercise, name: exerciseName(exercise), why: reasonsOf(by) })),
    checkAgainAfterDays: planned.retestAfterDays,
  };
}

function linesOf(looked: Looked, planned: Programme | null): readonly string[] {
  const { assessment } = looked;
  const stopped = stopLines(looked);
  if (planned === null || assessment === undefined) return stopped;
  const triage = assessment.triage.level === 'none' ? [] : triageLines(createCheckReport(assessment), plainScreen);
  return [stopped, triage, planLines(planned, exerciseName, plainScreen)].flatMap((part, index) =>
    part.length === 0 || index === 0 ? part : ['', ...part],
  );
}
