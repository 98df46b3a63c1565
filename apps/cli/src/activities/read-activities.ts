import { recordedActivities, type Envelope } from '@psoas/core/diary';
import { activityEvents, activityFileProblemText, readActivityFile } from '@psoas/exchange/activity-files';
import { err, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/activity-file';
import { choiceOption } from '../choice-option.ts';
import type { CommandInput, Io } from '../io.ts';

/** What a file of a watch or phone brings to a diary, and how many other activities are in it. */
export type FoundActivities = { readonly events: readonly Envelope<'activity-done'>[]; readonly leftOut: number };

/** Reads a FIT, TCX or GPX file; `--as` says what it was where the file does not. The error is a sentence. */
export function readActivities(bytes: Uint8Array, input: CommandInput, io: Io): Result<FoundActivities, string> {
  const as = choiceOption(input, 'as', recordedActivities);
  if (!as.ok) return as;
  const found = readActivityFile(bytes, {
    decodeUtf8: (each) => new TextDecoder().decode(each),
    nowMillis: io.clock.nowMillis(),
    ...(as.value !== undefined && { as: as.value }),
  });
  if (!found.ok) {
    const sentence = activityFileProblemText(found.error, text);
    return err(found.error.id === 'no-run-or-ride' ? `${sentence} ${text.sayWhich}` : sentence);
  }
  return ok({ events: activityEvents(found.value.activities, io.dayOf), leftOut: found.value.leftOut });
}
