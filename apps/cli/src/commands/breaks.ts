import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import {
  defaultBreakSettings,
  everyMinutesRange,
  parseQuietHours,
  type BreakSettings,
} from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/cli';
import { runBreaks } from '../breaks/run-breaks.ts';
import { complain, isOn, textOption, type Command, type CommandInput } from '../io.ts';

/** Reminds of breaks until it is ended. */
export const breaks: Command = async (input, io) => {
  const settings = settingsOf(input);
  if (!settings.ok) {
    complain(io, settings.error);
    return 2;
  }
  return runBreaks(io, {
    settings: settings.value,
    diary: io.openDiary(textOption(input, 'diary')),
    isOnce: isOn(input, 'once'),
    isJson: isOn(input, 'json'),
  });
};

function settingsOf(input: CommandInput): Result<BreakSettings, string> {
  const every = textOption(input, 'every') ?? String(defaultBreakSettings.everyMinutes);
  const everyMinutes = /^\d+$/.test(every) ? Number(every) : Number.NaN;
  const { min, max } = everyMinutesRange;
  if (!(everyMinutes >= min && everyMinutes <= max))
    return err(fillTemplate(text.errors.optionNumber, { option: 'every', min, max, found: every }));
  const quiet = parseQuietHours(textOption(input, 'quiet') ?? '');
  return quiet.ok
    ? ok({ ...defaultBreakSettings, everyMinutes, quiet: quiet.value })
    : err(fillTemplate(text.errors.optionHours, { option: 'quiet', found: quiet.error }));
}
