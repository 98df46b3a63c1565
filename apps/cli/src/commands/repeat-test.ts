import { sides } from '@psoas/kernel';
import { feltMoments, halfKneelingPlaces } from '@psoas/core/answers';
import { checkSentence, type TestRepeated } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli';
import steps from '@psoas/knowledge/text/steps';
import { assessInput } from '../assess-input.ts';
import { choiceOption } from '../choice-option.ts';
import { complain, isOn, printJson, printLines, textOption, type Command } from '../io.ts';
import { record } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';

/** [D-06] Writes down the half-kneeling test that was done again, and says what the plan makes of it. */
export const repeatTest: Command = async (input, io) => {
  const side = choiceOption(input, 'side', sides);
  const felt = choiceOption(input, 'felt', halfKneelingPlaces);
  const when = choiceOption(input, 'when', feltMoments);
  for (const option of [side, felt, when]) if (!option.ok) return refuse(option.error);
  if (!side.ok || !felt.ok || !when.ok) return 2;
  if (side.value === undefined || felt.value === undefined) return refuse(text.repeatTest.needs);
  const needsMoment = felt.value === 'deep-front-hip' || felt.value === 'front-thigh';
  if (needsMoment && when.value === undefined) return refuse(text.repeatTest.needsWhen);
  const before = await assessInput(input, io);
  if (!before.ok) return before.error;
  const check = before.value.state?.latestCheck?.id;
  if (check === undefined || before.value.assessment.repeatDue?.includes(side.value) !== true) return refuse(steps.repeat.gone.lead);
  const data: TestRepeated = { check, side: side.value, felt: felt.value, ...(when.value && { when: when.value }) };
  const written = await record(io.openDiary(textOption(input, 'diary')), io, [{ kind: 'test-repeated', data }]);
  if (!written.ok) return 1;
  const after = await assessInput(input, io);
  if (!after.ok) return after.error;
  const day = after.value.state?.latestCheck?.day;
  const changes = (after.value.assessment.planChanges ?? []).filter((change) => change.day === day);
  if (isOn(input, 'json')) printJson(io, { recorded: true, repeated: data, planChanges: changes });
  else printLines(io, felt.value === 'pain' ? wrap(steps.repeat.hurt, textWidth(io.screen)) : changes.flatMap((change) => wrap(checkSentence(change, steps.check), textWidth(io.screen))));
  return 0;

  function refuse(line: string): 2 {
    complain(io, line);
    return 2;
  }
};
