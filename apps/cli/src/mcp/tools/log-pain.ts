import { nextDayComparisons, nextDayEffect, sorenessKinds, type NextDayAnswer } from '@psoas/core/diary';
import { fillTemplate, ok } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import todayText from '@psoas/knowledge/text/today';
import { z } from 'zod';
import type { NewEvent } from '../../open-diary.ts';
import { mayNotTrain, type Looked } from '../look.ts';
import { refuseWithSigns } from '../refuse-with-signs.ts';
import { idempotencyKey, newSigns, painNow } from '../set-input.ts';
import { standing, standingOf } from '../standing.ts';
import { stopLines } from '../stop.ts';
import type { Given, Refusal, Tool } from '../tool.ts';
import { writeOnce, type Decision, type Written } from '../write-once.ts';

const { fields } = text;
const input = z.strictObject({
  idempotencyKey,
  about: z.enum(['now', 'day-after']).describe(fields.about),
  painNow,
  newSigns: newSigns.optional(),
  comparedWithBefore: z.enum(nextDayComparisons).optional().describe(fields.comparedWithBefore),
  soreness: z.enum(sorenessKinds).optional().describe(fields.soreness),
});
type Input = z.infer<typeof input>;
const output = z.object({
  today: standing,
  dayAfter: z.object({ effect: z.enum(['back', 'hold', 'free']), text: z.string() }).nullable(),
  wasWrittenBefore: z.boolean(),
});
type Output = z.infer<typeof output>;

/** Writes pain at rest with new signs, or the answer of the day after. */
export const logPain: Tool<Input, Output> = {
  name: 'log_pain',
  input,
  output,
  writes: true,
  run: async (said, desk) => {
    const written = await writeOnce<Follows>(desk, {
      tool: 'log_pain',
      key: said.idempotencyKey,
      words: said,
      decide: (looked) => (said.about === 'now' ? decideNow(looked, said) : decideDayAfter(looked, said)),
    });
    return written.ok ? ok(givenOf(written.value)) : written;
  },
};

type Follows = { readonly dayAfter: NextDayAnswer | undefined };

function decideNow(looked: Looked, said: Input): Decision<Follows> {
  const surplus = said.comparedWithBefore !== undefined ? 'comparedWithBefore' : said.soreness !== undefined ? 'soreness' : undefined;
  if (surplus !== undefined)
    return refused(looked, said, { field: surplus, lines: [fillTemplate(text.refused.onlyDayAfter, { field: surplus })] });
  if (looked.now.kind === 'no-check') return refused(looked, said, { lines: [text.answers.noCheck] });
  return { news: [formOf(said)], ends: ok({ dayAfter: undefined }) };
}

// A sign that is said with the answer is written beside it.
function decideDayAfter(looked: Looked, said: Input): Decision<Follows> {
  const { nextDayDue } = looked.now;
  const { comparedWithBefore, soreness } = said;
  if (comparedWithBefore === undefined)
    return refused(looked, said, { field: 'comparedWithBefore', lines: [text.refused.dayAfterNeeds] });
  if (nextDayDue === undefined) return refused(looked, said, { field: 'about', lines: [text.refused.nothingDue] });
  const answer = { run: nextDayDue.run, comparedWithBefore, painNow: said.painNow, ...(soreness !== undefined && { soreness }) };
  const signs = said.newSigns === undefined || said.newSigns.length === 0 ? [] : [formOf(said)];
  return { news: [...signs, { kind: 'next-day-answer', data: answer }], ends: ok({ dayAfter: answer }) };
}

function formOf({ newSigns: signs = [], painNow: pain }: Input): NewEvent {
  return { kind: 'safety-answered', data: { newSigns: signs, painNow: pain } };
}

// Pain of a refused answer about another day is no pain of now.
function refused(looked: Looked, { about, newSigns: signs = [], painNow: pain }: Input, refusal: Refusal): Decision<Follows> {
  return refuseWithSigns(looked, { newSigns: signs, painNow: about === 'now' ? pain : undefined }, refusal);
}

function givenOf({ follows: { dayAfter }, after, wasThere }: Written<Follows>): Given<Output> {
  const effect = dayAfter === undefined ? undefined : nextDayEffect(dayAfter);
  const sentence = effect === undefined ? undefined : todayText.nextDay.effects[effect];
  const stopped = stopLines(after);
  return {
    data: {
      today: standingOf(after),
      dayAfter: effect === undefined || sentence === undefined ? null : { effect, text: sentence },
      wasWrittenBefore: wasThere,
    },
    lines: [
      ...(stopped.length === 0 ? [] : [...stopped, '']),
      wasThere ? text.answers.writtenBefore : text.answers.written,
      ...(sentence === undefined ? [] : [sentence]),
      ...(sentence === undefined && !mayNotTrain(after) ? [text.answers.painNoted] : []),
    ],
  };
}
