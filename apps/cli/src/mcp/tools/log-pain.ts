import { nextDayComparisons, nextDayEffect, sorenessKinds, type NextDayAnswer } from '@psoas/core/diary';
import { err, fillTemplate, ok } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import todayText from '@psoas/knowledge/text/today';
import { z } from 'zod';
import { judgeStop } from '../../print/why-not-lines.ts';
import { triageLines } from '../../print/check-lines.ts';
import { createCheckReport } from '../../check-report.ts';
import { painThatWaits } from '@psoas/core/safety';
import { mayNotTrain, plainScreen, type Looked } from '../look.ts';
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
  if (surplus !== undefined) return refused({ field: surplus, lines: [fillTemplate(text.refused.onlyDayAfter, { field: surplus })] });
  const signs = said.newSigns ?? [];
  if (looked.now.kind === 'no-check') return refused(noCheck(looked, said));
  return {
    news: [{ kind: 'safety-answered', data: { newSigns: signs, painNow: said.painNow } }],
    ends: ok({ dayAfter: undefined }),
  };
}

// Without a check there is nothing to write it to; what the signs mean is said all the same.
function noCheck({ moment }: Looked, { newSigns: signs = [], painNow: pain }: Input): Refusal {
  const because = [...signs, ...(pain >= painThatWaits ? ['S-PAIN'] : [])];
  const judged = judgeStop(because, { assessment: undefined, day: moment.day });
  const urgent = judged.triage.level === 'none' ? [] : [...triageLines(createCheckReport(judged), plainScreen), ''];
  return { lines: [...urgent, text.answers.noCheck] };
}

function decideDayAfter({ now }: Looked, said: Input): Decision<Follows> {
  if (said.newSigns !== undefined) return refused({ field: 'newSigns', lines: [fillTemplate(text.refused.onlyNow, { field: 'newSigns' })] });
  if (said.comparedWithBefore === undefined) return refused({ field: 'comparedWithBefore', lines: [text.refused.dayAfterNeeds] });
  if (now.nextDayDue === undefined) return refused({ field: 'about', lines: [text.refused.nothingDue] });
  const { comparedWithBefore, soreness } = said;
  const answer = { run: now.nextDayDue.run, comparedWithBefore, painNow: said.painNow, ...(soreness !== undefined && { soreness }) };
  return { news: [{ kind: 'next-day-answer', data: answer }], ends: ok({ dayAfter: answer }) };
}

function refused(refusal: Refusal): Decision<Follows> {
  return { news: [], ends: err(refusal) };
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
