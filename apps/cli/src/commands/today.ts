import { holdReasons, longGap, nextSteps, retestPutOffOn, todayOf } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { assessInput } from '../assess-input.ts';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { todayLines } from '../print/today-lines.ts';
import { changeToday } from '../change-today.ts';

/** What today holds, from the diary; its options say that today is different. */
export const today: Command = async (input, io) => {
  const before = await assessInput(input, io);
  if (!before.ok) return before.error;
  const changed = await changeToday(input, io, before.value);
  if (!changed.ok) return changed.error;
  const assessed = changed.value ? await assessInput(input, io) : before;
  if (!assessed.ok) return assessed.error;
  const { state, assessment } = assessed.value;
  if (state === undefined) {
    complain(io, text.errors.noDiary);
    return 2;
  }
  const day = io.clock.today();
  const now = todayOf(state, assessment, day);
  const around = {
    holds: holdReasons(nextSteps(state, { catalogue, today: day }), state.runs),
    gapDays: longGap(state, day),
    retestPutOffUntil: retestPutOffOn(state, day),
  };
  const { planChanges, repeatDue, clinician } = assessment;
  if (isOn(input, 'json')) printJson(io, { day, ...now, ...around, planChanges, repeatDue, clinician });
  else printLines(io, todayLines({ now, day, state, assessment, ...around }, io.screen));
  return 0;
};
