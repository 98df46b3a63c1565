import text from '@psoas/knowledge/text/cli';
import type { CommandSpec, GroupName } from '../command-specs.ts';
import { flagOf, optionForms, takesValue } from '../option-forms.ts';
import { argumentValues } from './argument-values.ts';
import { ownText, type Choice, type Completed, type CompletedArgument, type CompletedByFirst } from './completed.ts';
import { optionValues } from './option-values.ts';

/** An option as `--help` shows it, and what a shell offers as its value; a switch has none. */
export type DescribedOption = {
  /** Such as `--side <side>`. */
  readonly form: string;
  /** Such as `--side`. */
  readonly flag: string;
  readonly text: string;
  readonly value?: Completed | CompletedByFirst;
};

/** A command as `--help` shows it, or a group that only holds others. */
export type DescribedCommand = {
  /** One word or two, such as `sync start`. */
  readonly name: string;
  readonly text: string;
  readonly argument?: { readonly form: string; readonly text: string; readonly value: CompletedArgument };
  readonly options: readonly DescribedOption[];
  /** The commands that it holds. */
  readonly verbs: readonly Choice[];
  /** Its words are another program's, which says itself what they are. */
  readonly isHandedOn: boolean;
};

/** Every command and group in the order of the help, with the options that come from the model. */
export async function describeCommands(specs: readonly CommandSpec[]): Promise<readonly DescribedCommand[]> {
  const described = await Promise.all(specs.map((spec) => describe(spec, specs)));
  return described.flatMap((command, index) => {
    const group = groupNameOf(command.name);
    const isFirst = group !== undefined && described.findIndex(({ name }) => name === group || groupNameOf(name) === group) === index;
    return isFirst ? [groupOf(group, specs), command] : [command];
  });
}

async function describe(spec: CommandSpec, specs: readonly CommandSpec[]): Promise<DescribedCommand> {
  const extras = (await spec.loadExtras?.())?.options ?? [];
  return {
    name: spec.name,
    text: text.commands[spec.name],
    ...(spec.argument !== undefined && {
      argument: { form: spec.argument.form, text: text.arguments[spec.argument.text], value: argumentValues[spec.argument.text] },
    }),
    options: [
      ...spec.options.map((option): DescribedOption => ({
        form: optionForms[option],
        flag: flagOf(optionForms[option]),
        text: text.options[option],
        ...(takesValue(option) && { value: optionValues[option] }),
      })),
      // Coordinates: each is a number.
      ...extras.map((extra): DescribedOption => ({ ...extra, flag: flagOf(extra.form), value: ownText })),
    ],
    verbs: verbsOf(spec.name, specs),
    isHandedOn: spec.isHandedOn === true,
  };
}

// The help shows it where the first of its own comes.
function groupNameOf(name: string): GroupName | undefined {
  return name.startsWith('model ') ? 'model' : undefined;
}

function groupOf(name: GroupName, specs: readonly CommandSpec[]): DescribedCommand {
  return { name, text: text.commands[name], options: [], verbs: verbsOf(name, specs), isHandedOn: false };
}

function verbsOf(group: string, specs: readonly CommandSpec[]): readonly Choice[] {
  return specs
    .filter(({ name }) => name.startsWith(`${group} `))
    .map(({ name }) => ({ value: name.slice(group.length + 1), text: text.commands[name] }));
}
