import { fillTemplate, ok } from '@psoas/kernel';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/mcp';
import player from '@psoas/knowledge/text/player';
import { z } from 'zod';
import { exerciseName } from '../../exercise-name.ts';
import { decideLoggedSet, type SetFollows } from '../decide-set.ts';
import { side } from '../planned.ts';
import { setInput, type SetInput } from '../set-input.ts';
import { standing, standingOf } from '../standing.ts';
import { stopLines } from '../stop.ts';
import type { Given, Tool } from '../tool.ts';
import { writeOnce, type Written } from '../write-once.ts';

const set = z.object({ exercise: z.string(), side, set: z.number() });
const output = z.object({
  follows: z.object({ rule: z.string(), zone: z.string(), action: z.string(), title: z.string(), text: z.string() }),
  session: z.enum(['goes-on', 'completed', 'ended-early', 'stopped']),
  today: standing,
  written: set.extend({ seconds: z.number() }),
  wasWrittenBefore: z.boolean(),
  stillOpen: z.array(set),
});
type Output = z.infer<typeof output>;

/** Writes a set of today's session, with what the stop rules make of it. */
export const logSet: Tool<SetInput, Output> = {
  name: 'log_set',
  input: setInput,
  output,
  writes: true,
  run: async (input, desk) => {
    const written = await writeOnce<SetFollows>(desk, {
      tool: 'log_set',
      key: input.idempotencyKey,
      words: input,
      decide: (looked, name) => decideLoggedSet(looked, input, name),
    });
    return written.ok ? ok(givenOf(written.value)) : written;
  },
};

function givenOf({ follows, after, wasThere }: Written<SetFollows>): Given<Output> {
  const { decision, chosen, outcome, left } = follows;
  const { title, body } = player.stop[decision.key];
  const { exercise } = chosen.step;
  const sentence = fillTemplate(body, { ...decision.values, exercise: exerciseName(exercise) });
  const session = outcome ?? 'goes-on';
  const open = left.map((step) => ({ exercise: step.exercise, side: step.side, set: step.set }));
  const { rule, zone, action } = decision;
  return {
    data: {
      follows: { rule, zone, action, title, text: sentence },
      session,
      today: standingOf(after),
      written: { exercise, side: chosen.step.side, set: chosen.step.set, seconds: chosen.seconds },
      wasWrittenBefore: wasThere,
      stillOpen: open,
    },
    lines: [
      ...(action === 'go-on' ? [] : [fillTemplate(text.answers.follows, { title, body: sentence }), '']),
      ...(session === 'stopped' ? [...stopLines(after), ''] : []),
      wasThere ? text.answers.writtenBefore : text.answers.written,
      text.answers.session[session],
      ...(open.length === 0 ? [] : [fillTemplate(text.answers.left, { sets: open.map(openText).join('; ') })]),
      ...(session === 'completed' || session === 'ended-early' ? [text.answers.nextDay] : []),
    ],
  };
}

function openText({ exercise, side: of, set: number }: z.infer<typeof set>): string {
  return fillTemplate(text.answers.openSet, { exercise: exerciseName(exercise), side: cliText.check.sides[of], set: number });
}
