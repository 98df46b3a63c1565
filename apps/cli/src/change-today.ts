import { err, ok, type Result } from '@psoas/kernel';
import { putOffUntil, retestPutOffOn, todayOf, type DiaryState } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli';
import type { AssessedInput } from './assess-input.ts';
import { choiceOption } from './choice-option.ts';
import { onOff } from './choices.ts';
import { complain, isOn, textOption, type CommandInput, type ExitCode, type Io } from './io.ts';
import { record, type NewEvent } from './open-diary.ts';

/** Writes down what the options of `today` say. Gives whether there was anything; an error is the exit code. */
export async function changeToday(
  input: CommandInput,
  io: Io,
  assessed: AssessedInput,
): Promise<Result<boolean, ExitCode>> {
  const { state } = assessed;
  if (state === undefined) return ok(false);
  const news = eventsOf(input, io, { ...assessed, state });
  if (!news.ok) {
    complain(io, news.error);
    return err(2);
  }
  if (news.value.length === 0) return ok(false);
  const written = await record(io.openDiary(textOption(input, 'diary')), io, news.value);
  return written.ok ? ok(true) : err(1);
}

function eventsOf(
  input: CommandInput,
  io: Io,
  { state, assessment }: AssessedInput & { readonly state: DiaryState },
): Result<readonly NewEvent[], string> {
  const travelling = choiceOption(input, 'travelling', onOff);
  if (!travelling.ok) return travelling;
  const twoMinutes = choiceOption(input, 'twoMinutes', onOff);
  if (!twoMinutes.ok) return twoMinutes;
  const day = io.clock.today();
  const isDue =
    todayOf(state, assessment, day).retestDue &&
    assessment.programme?.retestAfterDays !== 1 &&
    retestPutOffOn(state, day) === undefined;
  if (isOn(input, 'putOffRetest') && !isDue) return err(text.errors.notDue);
  return ok([
    ...wish('travelling', travelling.value, true),
    ...wish('shortVersionOn', twoMinutes.value, day),
    ...(isOn(input, 'putOffRetest')
      ? [{ kind: 'retest-put-off', data: { until: putOffUntil(day) } } as const]
      : []),
    ...(isOn(input, 'ill')
      ? [
          {
            kind: 'safety-answered',
            data: { newSigns: ['RF42'], painNow: state.shortSafetySinceCheck.at(-1)?.painNow ?? 0 },
          } as const,
        ]
      : []),
  ]);
}

// Null takes a wish back.
function wish(key: string, said: (typeof onOff)[number] | undefined, value: unknown): readonly NewEvent[] {
  return said === undefined
    ? []
    : [{ kind: 'preference-changed', data: { key, value: said === 'on' ? value : null } }];
}
