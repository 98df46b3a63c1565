import text from '@psoas/knowledge/text/cli';
import { ownText, type Choice, type Completed, type CompletedByFirst } from './completed.ts';
import type { DescribedCommand } from './describe-commands.ts';

/** What all three scripts are made of. */
export type CompletionTable = {
  /** The options of each command; the name of psoas itself is empty. */
  readonly commands: readonly { readonly name: string; readonly options: readonly Choice[] }[];
  readonly places: readonly Place[];
};

/**
 * What is offered at places of the command line. A pattern is `command:place:first`: the place is an option, or the
 * number of the word behind the command; first is the first of these words. A star stands for anything.
 */
export type Place = { readonly patterns: readonly string[]; readonly completed: Completed };

/** The table of a described command line. */
export function completionTable(described: readonly DescribedCommand[]): CompletionTable {
  const firstWords = described.filter(({ name }) => !name.includes(' ')).map(({ name, text: says }) => ({ value: name, text: says }));
  const help = { value: '--help', text: text.program.help };
  const helpWord = { value: 'help', text: text.program.helpCommand };
  return {
    commands: [
      { name: '', options: [help, { value: '--version', text: text.program.version }] },
      { name: 'help', options: [] },
      ...described.map(({ name, options, isHandedOn }) => ({
        name,
        options: [...options.map((option) => ({ value: option.flag, text: option.text })), ...(isHandedOn ? [] : [help])],
      })),
    ],
    places: grouped([
      { pattern: ':1:', completed: { kind: 'choice', choices: [...firstWords, helpWord] } },
      { pattern: 'help:1:', completed: { kind: 'choice', choices: firstWords } },
      ...described.flatMap(wordPlaces),
      ...optionPlaces(described),
    ]),
  };
}

type SinglePlace = { readonly pattern: string; readonly completed: Completed };

function wordPlaces({ name, verbs, argument }: DescribedCommand): readonly SinglePlace[] {
  if (verbs.length > 0) return [{ pattern: `${name}:1:`, completed: { kind: 'choice', choices: verbs } }];
  if (argument === undefined) return [];
  const { first, second } = argument.value;
  return [{ pattern: `${name}:1:`, completed: first }, ...(second === undefined ? [] : spread(`${name}:2:`, second))];
}

// An option that takes the same value wherever it stands needs no command.
function optionPlaces(described: readonly DescribedCommand[]): readonly SinglePlace[] {
  const valued = described.flatMap(({ name, options }) =>
    options.flatMap(({ flag, value }) => (value === undefined ? [] : [{ name, flag, value, key: JSON.stringify(value) }])),
  );
  const switches = new Set(described.flatMap(({ options }) => options.filter(({ value }) => value === undefined).map(({ flag }) => flag)));
  return valued.flatMap(({ name, flag, value, key }, index) => {
    const isSame = !switches.has(flag) && valued.every((other) => other.flag !== flag || other.key === key);
    if (!isSame) return spread(`${name}:${flag}:`, value);
    return valued.findIndex((other) => other.flag === flag) === index ? spread(`*:${flag}:`, value) : [];
  });
}

function spread(start: string, completed: Completed | CompletedByFirst): readonly SinglePlace[] {
  if (completed.kind !== 'by-first') return [{ pattern: `${start}*`, completed }];
  const known = Object.entries(completed.byFirst).map(([first, each]) => ({ pattern: `${start}${first}`, completed: each }));
  return [...known, { pattern: `${start}*`, completed: ownText }];
}

function grouped(places: readonly SinglePlace[]): readonly Place[] {
  const byKey = new Map<string, readonly SinglePlace[]>();
  for (const place of places) {
    const key = JSON.stringify(place.completed);
    byKey.set(key, [...(byKey.get(key) ?? []), place]);
  }
  // The first pattern that fits counts, and a text of one's own is what remains.
  const ordered = [...byKey.values()].toSorted((one, other) => rank(one) - rank(other));
  return ordered.flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ patterns: same.map(({ pattern }) => pattern), completed: first.completed }];
  });
}

function rank([first]: readonly SinglePlace[]): number {
  return first?.completed.kind === 'text' ? 1 : 0;
}
