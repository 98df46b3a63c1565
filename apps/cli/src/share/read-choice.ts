import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import { longestCallMe, sharePartIds, type SharePartId } from '@psoas/core/sharing';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/cli-share';
import { textOption, type CommandInput, type Io } from '../io.ts';

/** What a person wants to share, and with whom. */
export type WantedShare = {
  readonly label: string;
  readonly parts: readonly SharePartId[];
  readonly callMe?: string;
  readonly days?: number;
};

const dayRange = { min: 1, max: 3650 } as const;

/** Reads it from the options; what is missing is asked for where there is a terminal. */
export async function readWantedShare(input: CommandInput, io: Io): Promise<Result<WantedShare, string>> {
  const label = textOption(input, 'with')?.trim() ?? (await askLabel(io));
  if (label === '') return err(text.make.who);
  const given = textOption(input, 'parts');
  const parts = given === undefined ? await askParts(io) : partsIn(given);
  if (parts === undefined) {
    const template = given === undefined ? text.make.which : text.make.whichFound;
    return err(fillTemplate(template, { known: sharePartIds.join(','), found: given ?? '' }));
  }
  const callMe = textOption(input, 'callMe')?.trim();
  if (callMe !== undefined && callMe.length > longestCallMe) return err(fillTemplate(text.make.longName, { most: longestCallMe }));
  const days = textOption(input, 'days');
  const dayCount = days === undefined || /^\d{1,5}$/.test(days) ? Number(days) : 0;
  if (days !== undefined && !(dayCount >= dayRange.min && dayCount <= dayRange.max))
    return err(fillTemplate(cliText.errors.optionNumber, { option: 'days', ...dayRange, found: days }));
  return ok({
    label,
    parts,
    ...(callMe !== undefined && callMe !== '' && { callMe }),
    ...(days !== undefined && { days: dayCount }),
  });
}

async function askLabel(io: Io): Promise<string> {
  if (!io.screen.isInteractive) return '';
  return (await (await io.loadPrompter()).line(text.make.askWho, (name) => (name.trim() === '' ? text.make.who : undefined))).trim();
}

async function askParts(io: Io): Promise<readonly SharePartId[] | undefined> {
  if (!io.screen.isInteractive) return undefined;
  const choices = sharePartIds.map((value) => ({ value, label: text.parts[value] }));
  return (await io.loadPrompter()).some(text.make.askWhich, choices);
}

function partsIn(given: string): readonly SharePartId[] | undefined {
  const names = given.split(',').map((name) => name.trim());
  const isKnown = names.every((name) => sharePartIds.some((part) => part === name));
  return isKnown ? sharePartIds.filter((part) => names.includes(part)) : undefined;
}
