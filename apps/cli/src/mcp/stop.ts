import { fillTemplate } from '@psoas/kernel';
import rulesText from '@psoas/knowledge/text/rules';
import text from '@psoas/knowledge/text/mcp';
import cliText from '@psoas/knowledge/text/cli';
import { z } from 'zod';
import { createCheckReport } from '../check-report.ts';
import { explainProblem } from '../problem-text.ts';
import { judgeStop, whyNotLines } from '../print/why-not-lines.ts';
import { isStopped, mayNotTrain, plainScreen, type Looked } from './look.ts';
import { reason, reasonsOf } from './reasons.ts';

const levels = ['A', 'B', 'C', 'D', 'none'] as const;

/** [MC-02] What stops, the most urgent first: what to say, what to do, because of what. */
export const stop = z.object({
  level: z.enum(levels),
  title: z.string(),
  say: z.string(),
  actions: z.array(z.string()),
  reasons: z.array(reason),
});
export type Stop = z.infer<typeof stop>;

/** What keeps a person from training today; null where nothing does. */
export function stopOf(looked: Looked): Stop | null {
  const { now, assessment } = looked;
  const { day } = looked.moment;
  if (!mayNotTrain(looked)) return null;
  if (now.kind === 'no-check')
    return { level: 'none', title: text.answers.noCheck, say: text.answers.noCheck, actions: [], reasons: [] };
  const said = { actions: [], reasons: reasonsOf(now.because) };
  if (now.kind === 'not-today')
    return { level: 'none', title: cliText.today['not-today'], say: cliText.today['not-today'], ...said };
  const { triage } = createCheckReport(judgeStop(now.because, { assessment, day }));
  if (triage.level === 'none') return { level: 'none', title: cliText.today.stopped, say: cliText.today.stopped, ...said };
  const words = rulesText.levels[triage.level];
  return {
    level: triage.level,
    title: words.title,
    say: words.text,
    actions: [...triage.actions],
    reasons: [
      ...triage.reasons.map(({ id, text: sentence }) => ({ id, text: sentence })),
      ...said.reasons.filter(({ id }) => !triage.reasons.some((known) => known.id === id)),
    ],
  };
}

/** [MC-02] The same for reading: what is urgent first and shortest. */
export function stopLines(looked: Looked): readonly string[] {
  const { now, assessment } = looked;
  const { day } = looked.moment;
  if (!mayNotTrain(looked)) return [];
  if (now.kind === 'no-check') return [text.answers.noCheck];
  const problems = isStopped(looked) && assessment?.refused === true ? assessment.problems : [];
  return [
    ...whyNotLines(now, { assessment, day }, plainScreen),
    ...(problems.length === 0 ? [] : ['', cliText.errors.refused]),
    ...problems.map((problem) => ` - ${explainProblem(problem).message}`),
  ];
}

/** How many entries this psoas cannot read: what they say is not in any answer. */
export function unreadLines({ state }: Looked): readonly string[] {
  const count = state.unreadable.length;
  return count === 0 ? [] : ['', fillTemplate(text.answers.unread, { count })];
}
