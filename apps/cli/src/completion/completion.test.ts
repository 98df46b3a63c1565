import text from '@psoas/knowledge/text/cli';
import { beforeAll, describe, expect, it } from 'vitest';
import { shells } from '../choices.ts';
import { commandSpecs, type OptionName } from '../command-specs.ts';
import { flagOf, optionForms, takesValue } from '../option-forms.ts';
import { createFakeWorld } from '../testing/fake-io.ts';
import { optionValues } from './option-values.ts';
import { completeIn, faultsIn } from './testing/complete-in.ts';

const optionNames = Object.keys(optionForms) as OptionName[];
const flagsOf = (options: readonly OptionName[]): readonly string[] => options.map((option) => flagOf(optionForms[option]));
const groups = [...new Set(commandSpecs.flatMap(({ name }) => (name.includes(' ') ? name.split(' ').slice(0, 1) : [])))];
const firstWords = [...new Set(commandSpecs.map(({ name }) => name.split(' ')[0] ?? ''))];
const secretLines = commandSpecs.filter(({ isSecret }) => isSecret === true).flatMap(({ name }) => [`psoas ${name} `, `psoas ${name} n`, `psoas ${name} abandon `]);

/** Where a text of one's own, a number or an address is meant, by command. */
const ownTexts = commandSpecs.flatMap(({ name, options }) =>
  options.flatMap((option) => (takesValue(option) && optionValues[option].kind === 'text' ? [`psoas ${name} ${flagOf(optionForms[option])} `] : [])),
);

/** What a person types, and what is offered. */
const examples: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['psoas exercise dead', ['dead-bug']],
  ['psoas exercise dead-bug --side ', ['left', 'right']],
  ['psoas exercise --side=r', ['--side=right']],
  ['psoas exercise --side left dead', ['dead-bug']],
  ['psoas exercise dead-bug --svg --keyframe low', ['lowered']],
  ['psoas exercise --keyframe lowered dead', ['dead-bug']],
  ['psoas exercise bridge --keyframe low', []],
  ['psoas learn sit', ['sitting']],
  ['psoas claims C090', ['C090']],
  ['psoas sources S28', ['S28']],
  ['psoas measure thomas --method ph', ['phone', 'photo']],
  ['psoas measure --side left th', ['thomas']],
  ['psoas claims --verdict no', ['not-adopted']],
  ['psoas export c', ['csv']],
  ['psoas export csv ', ['sets', 'pain', 'measurements']],
  ['psoas export csv --diary d pa', ['pain']],
  ['psoas export --at 07:30 ic', ['ics']],
  ['psoas export json ', []],
  ['psoas share answer 1a2b ', ['accept', 'decline', 'take-back']],
  ['psoas share make --parts fin', ['findings']],
  ['psoas share make --parts findings,se', ['findings,sessions']],
  ['psoas share make --parts=findings,se', ['--parts=findings,sessions']],
  ['psoas clients agree A --flags RF2', ['RF20', 'RF21', 'RF22', 'RF23', 'RF24', 'RF25', 'RF26', 'RF27', 'RF28', 'RF29']],
  ['psoas clients propose A --swap-for dead', ['dead-bug']],
  ['psoas model pose --hip-flexion-', ['--hip-flexion-r', '--hip-flexion-l']],
  ['psoas model pose --hip-flexion-r ', []],
  ['psoas model motion no', ['notes.yaml']],
  ['psoas import no', ['notes.yaml']],
  ['psoas check --answers no', ['notes.yaml']],
  ['psoas check --answers=no', ['--answers=notes.yaml']],
  ['psoas share make --passphrase-file no', ['notes.yaml']],
  ['psoas sync words no', []],
  ['psoas sync start --relay no', []],
  ['psoas share make --with no', []],
  ['psoas share make --passphrase no', []],
  ['psoas clients add --label no', []],
  ['psoas clients comment A --text no', []],
  ['psoas completion ', ['bash', 'zsh', 'fish']],
  ['psoas help meas', ['measure']],
  ['psoas bogus ', []],
  ['psoas relay --', []],
];

describe.each(shells)('psoas completion %s', (shell) => {
  let script = '';
  let offered: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(async () => {
    script = (await createFakeWorld().run('completion', shell)).out;
    offered = completeIn(shell, script, [
      'psoas ',
      ...groups.map((group) => `psoas ${group} `),
      ...commandSpecs.map(({ name }) => `psoas ${name} -`),
      ...ownTexts,
      ...secretLines,
      ...examples.map(([line]) => line),
    ]);
  });
  const at = (line: string): readonly string[] | undefined => offered.get(line)?.toSorted();

  it('[L-18] is a script that the shell itself reads without a fault', () => {
    expect(faultsIn(shell, script)).toBe('');
    expect(faultsIn(shell, `${script}\nif (`)).not.toBe('');
  });

  it('[L-18] offers every command, and every verb of a group', () => {
    expect(at('psoas ')).toEqual([...firstWords, 'help'].toSorted());
    expect(groups).toEqual(['sync', 'share', 'clients', 'model']);
    for (const group of groups) {
      const verbs = commandSpecs.filter(({ name }) => name.startsWith(`${group} `)).map(({ name }) => name.slice(group.length + 1));
      expect([group, at(`psoas ${group} `)]).toEqual([group, verbs.toSorted()]);
    }
  });

  it('[L-18] offers every option of every command, and no other', () => {
    for (const { name, options, isHandedOn, loadExtras } of commandSpecs) {
      const flags = [...flagsOf(options), ...(isHandedOn === true ? [] : ['--help'])];
      const found = at(`psoas ${name} -`);
      if (loadExtras === undefined || name === 'completion') expect([name, found]).toEqual([name, flags.toSorted()]);
      else expect(found).toEqual(expect.arrayContaining(flags));
    }
  });

  it.each(examples)('[L-18] %j', (line, words) => {
    expect(at(line)).toEqual(words.toSorted());
  });

  it('[L-12] [L-18] offers nothing where a secret or a text of one\'s own is meant, no file either', () => {
    expect(secretLines.length).toBe(6);
    expect(ownTexts.length).toBeGreaterThan(20);
    for (const line of [...secretLines, ...ownTexts]) expect([line, at(line)]).toEqual([line, []]);
  });

  it('[L-18] says at its top how to install it', () => {
    expect(script.split('\n').slice(0, 12).join('\n')).toContain(`psoas completion ${shell} >`);
  });
});

describe('psoas completion', () => {
  it('[L-18] says in its help how each shell takes it, and names the shells for another one', async () => {
    const world = createFakeWorld();
    const { out } = await world.run('completion', '--help');
    for (const shell of shells) expect(out).toContain(`psoas completion ${shell} >`);
    expect((await world.run('completion', 'tcsh')).exitCode).toBe(2);
    expect(world.errors()).toContain('psoas completion takes one of: bash, zsh, fish.');
  });

  it('[L-18] a command refuses what is not offered, with the words that are', async () => {
    const refusals = [
      ['exercise', 'dead-bug', '--side'],
      ['exercises', '--class'],
      ['claims', '--verdict'],
      ['claims', '--seed'],
      ['repeat-test', '--felt'],
      ['repeat-test', '--when'],
      ['session', '--first-side'],
    ];
    for (const words of refusals) {
      const world = createFakeWorld();
      expect((await world.run(...words, 'bogus')).exitCode).toBe(2);
      const option = optionNames.find((name) => flagOf(optionForms[name]) === words.at(-1));
      const value = option !== undefined && takesValue(option) ? optionValues[option] : undefined;
      const choices = value !== undefined && 'choices' in value ? value.choices.map((choice) => choice.value).join(', ') : '';
      expect(world.errors()).toContain(`takes one of: ${choices}.`);
    }
  });

  it('[L-18] has words of the help for every command that it names', () => {
    expect(firstWords.filter((word) => !(word in text.commands))).toEqual([]);
  });
});
