import { parseAnswers } from '@psoas/core/answers';
import { bodyProperties, hipProperties } from '@psoas/core/catalogue';
import { flagIds, modifierIds, screen, type Exclusion, type FlagId } from '@psoas/core/safety';
import { parseLocalDate } from '@psoas/kernel';
import { modifiers, questions } from '@psoas/knowledge/questions';
import { describe, expect, it } from 'vitest';
import { codeWords, readText, ruleIds, tableRows } from './pages.ts';

// The tables of the safety and knowledge pages say what the code does: each row is compared with it.
const rows = tableRows(readText('docs/spec/safety.md'));
const rowOf = (id: string): readonly string[] =>
  rows.find(([first = '']) => first.replace(' +', '') === id) ?? [];
const properties: ReadonlySet<string> = new Set([...bodyProperties, ...hipProperties, 'stretch']);

describe('the table of flags', () => {
  it.each(flagIds)('%s stands with its levels, sources and mark', (id) => {
    const [first = '', , level = '', , , sources = ''] = rowOf(id);
    const question = questions.find((one) => one.id === id);
    const named = [...new Set(level.match(/\*\*([ABCD])\*\*/g) ?? [])].map((mark) => mark.charAt(2));
    // A lifted C is told as a D (S-05); RF31 is never lifted.
    const told = new Set([...named, ...(named.includes('C') && id !== 'RF31' ? ['D'] : [])]);
    expect([...told].toSorted()).toEqual(Object.keys(question?.actions ?? {}).toSorted());
    expect(sources.split(' ')).toEqual(question?.sources);
    expect(first.endsWith('+')).toBe(question?.added);
  });

  it.each(flagIds)('%s leaves out what it says', (id) => {
    const told = codeWords(rowOf(id)[3] ?? '').filter((word) => properties.has(word));
    expect([...new Set(told)].toSorted()).toEqual(propertiesBy(id));
  });
});

describe('the other tables', () => {
  it('details are the closed list that answers are read by', () => {
    const { problems } = parseAnswers({ safety: { details: { unknown: true } } });
    const allowed =
      problems.find(({ field }) => field === 'safety.details.unknown')?.allowed.split(' | ') ?? [];
    const known = new Set(allowed);
    const told = rows.flatMap(([first = '']) => codeWords(first)).filter((word) => !properties.has(word));
    expect(told.toSorted()).toEqual([...known].toSorted());
  });

  it.each(modifiers.map(({ id, sources }) => [id, sources] as const))(
    '%s stands with what it leaves out and its sources',
    (id, sources) => {
      const [, , leavesOut = '', cited = ''] = rowOf(id);
      expect(cited.split(' ')).toEqual(sources);
      const told = codeWords(leavesOut).filter(
        (word) => properties.has(word) && !leavesOut.startsWith('nothing here'),
      );
      expect(told.toSorted()).toEqual(propertiesBy(id));
    },
  );

  it('every property says which flags and modifiers leave it out', () => {
    const page = tableRows(readText('docs/spec/knowledge.md'));
    for (const property of [...bodyProperties, ...hipProperties]) {
      const told = ruleIds(
        page.find(([first]) => first === `\`${property}\``)?.[2] ?? `${property} is missing: RF99`,
      ).filter((id) => /^(RF|M-)/.test(id));
      expect([property, ...told.toSorted()]).toEqual([
        property,
        ...[...flagIds, ...modifierIds].filter((id) => propertiesBy(id).includes(property)).toSorted(),
      ]);
    }
  });
});

function propertiesBy(id: string): readonly string[] {
  const names = probes()
    .filter(({ by }) => by === id)
    .map(nameOf);
  return [...new Set(names)].toSorted();
}

function nameOf(exclusion: Exclusion): string {
  if ('body' in exclusion) return exclusion.body;
  return 'hip' in exclusion ? exclusion.hip : exclusion.class;
}

// Three people who together have every flag and every modifier, with nothing softened.
function probes(): readonly Exclusion[] {
  const today = parseLocalDate('2026-11-21');
  if (!today.ok) throw new Error('not a day');
  const exclusionsOf = (
    yes: readonly FlagId[],
    details: object,
    where: readonly string[],
  ): readonly Exclusion[] =>
    screen(
      parseAnswers({
        safety: { yes, confirmedNoneOther: true, clinicianAgreed: false, details },
        pain: { now: 0, where },
      }),
      today.value,
    ).exclusions;
  return [
    ...exclusionsOf(flagIds, {}, ['pelvis']),
    ...exclusionsOf([], { hypermobility: {}, backPattern: { worseWith: 'extension' }, kneelingHurts: true }, [
      'groin-left',
    ]),
    ...exclusionsOf([], { backPattern: { worseWith: 'flexion' } }, []),
  ];
}
