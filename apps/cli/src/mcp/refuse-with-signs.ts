import { painThatWaits, type FlagId } from '@psoas/core/safety';
import { err } from '@psoas/kernel';
import { createCheckReport } from '../check-report.ts';
import type { NewEvent } from '../open-diary.ts';
import { triageLines } from '../print/check-lines.ts';
import { judgeStop } from '../print/why-not-lines.ts';
import { lookAfter, mayNotTrain, plainScreen, type Looked } from './look.ts';
import { stopLines } from './stop.ts';
import type { Refusal } from './tool.ts';
import type { Decision } from './write-once.ts';

/** What a person said that may stop something, and what is already known to follow from it. */
export type Told = { readonly newSigns: readonly FlagId[]; readonly painNow: number | undefined; readonly lines?: readonly string[] };

/**
 * [MC-04] Refuses a call and loses no sign that was said with it: it is written all the same, and what it means stands
 * before why the rest was refused. Without a check there is nothing to write it to; then it is only said.
 */
export function refuseWithSigns<Follows>(looked: Looked, told: Told, refusal: Refusal): Decision<Follows> {
  const { newSigns, painNow, lines = [] } = told;
  const because = [...newSigns, ...((painNow ?? 0) >= painThatWaits ? ['S-PAIN'] : [])];
  const isKept = because.length > 0 && looked.now.kind !== 'no-check';
  const latest = looked.state.shortSafetySinceCheck.at(-1)?.painNow ?? 0;
  const news: readonly NewEvent[] = isKept ? [{ kind: 'safety-answered', data: { newSigns, painNow: painNow ?? latest } }] : [];
  const after = lookAfter(looked, news);
  const stopped = looked.now.kind === 'no-check' ? signLines(because, looked) : mayNotTrain(after) ? stopLines(after) : [];
  const first = [lines, stopped].flatMap((part) => (part.length === 0 ? [] : [...part, '']));
  return { news, ends: err({ ...refusal, lines: [...first, ...refusal.lines], isPartWritten: isKept }) };
}

function signLines(because: readonly string[], { moment }: Looked): readonly string[] {
  const judged = judgeStop(because, { assessment: undefined, day: moment.day });
  return judged.triage.level === 'none' ? [] : triageLines(createCheckReport(judged), plainScreen);
}
