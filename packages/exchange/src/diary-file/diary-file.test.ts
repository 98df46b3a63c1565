import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '@psoas/knowledge/text/diary-file';
import { createEvent, foldDiary } from '@psoas/core/diary';
import { parseLocalDate } from '@psoas/kernel';
import { diaryToCsv } from '../csv/index.ts';
import { deepestNesting, longestFileCharacters } from './diary-file.ts';
import { diaryFileProblemText, importPlanLines } from './diary-file-words.ts';
import { entryKey, planImport } from './plan-import.ts';
import { readDiaryFile } from './read-diary-file.ts';
import { withAdditions } from './with-additions.ts';
import { diaryFileChunks } from './write-diary-file.ts';

const parsedDay = parseLocalDate('2026-03-02');
if (!parsedDay.ok) throw new Error('no day');
const day = parsedDay.value;

/** A note, at minutes after a beginning. */
function note(id: string, atMinutes: number, text = id): unknown {
  return createEvent('note', { text }, { id, atMillis: 1_772_409_600_000 + atMinutes * 60_000, day });
}

function fileOf(entries: readonly unknown[]): string {
  return [...diaryFileChunks({ entries, exportedOn: '2026-03-02' })].join('');
}

function entriesOf(text: string): readonly unknown[] {
  const read = readDiaryFile(text);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.entries;
}

/** The diary after an import. */
function imported(current: readonly unknown[], incoming: readonly unknown[]): readonly unknown[] {
  return withAdditions(current, planImport(current, incoming).additions);
}

/** Anything that can stand in a file: events, newer ones, and what no psoas ever wrote. */
const anyEntry = fc.oneof(
  fc.record({
    id: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a', 'b')),
    kind: fc.constantFrom('note', 'set-logged', 'not-yet-invented'),
    version: fc.constantFrom(1, 2, 99),
    atMillis: fc.oneof(fc.nat(), fc.constantFrom(-1, 1e300)),
    day: fc.constantFrom('2026-03-02', '2026-02-30'),
    data: fc.jsonValue({ maxDepth: 3 }),
  }),
  fc.jsonValue({ maxDepth: 3 }),
);
const anyDiary = fc.array(anyEntry, { maxLength: 8 });

/** Ten thousand runs take some seconds where the machine is shared. */
const manyRunsMillis = 60_000;

describe('a diary as a file', () => {
  it('[DF-01] comes back without a loss, whatever stands in it', () => {
    fc.assert(
      fc.property(anyDiary, fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (entries, settings) => {
        const whole: { readonly entries: unknown; readonly settings: unknown } = JSON.parse(JSON.stringify({ entries, settings }));
        const read = readDiaryFile([...diaryFileChunks({ entries, settings, exportedOn: '2026-03-02' })].join(''));
        expect(read).toEqual({ ok: true, value: { ...whole, exportedOn: '2026-03-02' } });
      }),
      { numRuns: 2000 },
    );
  });

  it('[DF-01] into an empty diary it is the same diary, and folds to the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: entryKey, maxLength: 12 }), (entries) => {
        const stored: unknown[] = JSON.parse(JSON.stringify(entries));
        const again = imported([], entriesOf(fileOf(stored)));
        expect(again).toEqual(stored);
        expect(foldDiary(again)).toEqual(foldDiary(stored));
      }),
      { numRuns: 1000 },
    );
  });

  it('[DF-02] is written in pieces, one entry a line', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => note(`n${index}`, index));
    const chunks = [...diaryFileChunks({ entries })];
    expect(chunks.length).toBeGreaterThan(5);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(chunks.join('').split('\n')[1]).toBe(`${JSON.stringify(entries[0])},`);
    expect(chunks.join('').split('\n')).toHaveLength(entries.length + 3);
  });

  it.each([
    ['', 'The file is empty.'],
    ['hello', 'it does not begin as one. Choose a copy'],
    ['\u0000PNG\uFFFD', 'it does not begin as one. Choose a copy'],
    ['\uFEFF{"format":"psoas-diary",\n!', 'damaged at line 2, column 1'],
    [diaryToCsv([], 'sets', { byteOrderMark: true }), 'a table for a spreadsheet'],
    [diaryToCsv([], 'pain'), 'a table for a spreadsheet'],
    [diaryToCsv([], 'measurements'), 'a table for a spreadsheet'],
    [JSON.stringify(note('a', 1)), 'psoas export json --diary FILE'],
    [`${JSON.stringify(note('a', 1))}\n${JSON.stringify(note('b', 2))}\n`, 'psoas export json --diary FILE'],
    [JSON.stringify([{ id: 'Made_Up_Lunge', name: 'Made-up lunge', force: 'pull', level: 'beginner', mechanic: 'compound', equipment: null, primaryMuscles: ['quadriceps'], secondaryMuscles: [], instructions: ['Step.'], category: 'stretching', images: [] }]), 'psoas takes in no exercises and no routines'],
    [JSON.stringify({ id: 'Made_Up_Lunge', name: 'Made-up lunge', primaryMuscles: ['quadriceps'] }), 'free-exercise-db'],
    ['{"format":"psoas-diary",\n"version":1,\n"events":[\n{"id":"a" "kind"}]}', 'damaged at line 4, column 11'],
    ['{"format":"psoas-diary","version":1,"events":[\n{"id":"a"},\n{"id', 'ends in the middle of line 3'],
    ['[]', 'no psoas diary'],
    ['{"format":"other","version":1,"events":[]}', 'no psoas diary'],
    ['{"format":"psoas-diary","version":2,"events":[]}', 'newer psoas (version 2 of the file; this one reads up to 1)'],
    ['{"format":"psoas-diary","version":"1","events":[]}', 'The field “version”'],
    ['{"format":"psoas-diary","version":1}', 'The field “events”'],
    ['{"format":"psoas-diary","version":1,"events":[],"settings":3}', 'The field “settings”'],
    [`{"format":"psoas-diary","version":1,"events":[1,${'['.repeat(deepestNesting + 2)}${']'.repeat(deepestNesting + 2)}]}`, 'Entry 2 of the file'],
    [' '.repeat(longestFileCharacters + 1), '50000000 are the most'],
  ])('[DF-04] %.40j is refused, and the sentence says where and what to do', (text, said) => {
    const read = readDiaryFile(text);
    expect(read.ok ? '' : diaryFileProblemText(read.error, words)).toContain(said);
  });

  it('[DF-04] nothing that comes in makes it throw', () => {
    const keys = fc.constantFrom('format', 'version', 'events', 'settings', 'exportedOn', '__proto__', 'constructor');
    const values = fc.oneof(fc.constantFrom('psoas-diary', 1, 2), anyDiary, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.dictionary(keys, values).map((value) => JSON.stringify(value))), anyDiary, (text, here) => {
        const read = readDiaryFile(text);
        if (read.ok) imported(here, read.value.entries);
        else expect(diaryFileProblemText(read.error, words)).not.toBe('');
      }),
      { numRuns: 10_000 },
    );
  }, manyRunsMillis);

  it('[DF-04] a text of brackets alone breaks nothing', () => {
    const deep = `{"format":"psoas-diary","version":1,"events":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
    expect(readDiaryFile(deep)).toMatchObject({ ok: false });
  });

  it('[DF-05] a key such as __proto__ stays a key, and reaches no other object', () => {
    const text = '{"format":"psoas-diary","version":1,"__proto__":{"polluted":1},"events":[{"id":"__proto__","kind":"note","version":1,"atMillis":1,"day":"2026-03-02","data":{"text":"x","__proto__":{"polluted":1}}}]}';
    const entries = imported([], entriesOf(text));
    expect(fileOf(entries)).toContain('"__proto__":{"polluted":1}');
    expect(Object.hasOwn({}, 'polluted') || 'polluted' in {}).toBe(false);
    expect(foldDiary(entries).notes[0]).not.toHaveProperty('polluted');
  });
});

describe('an import', () => {
  it('[DF-06] adds what is new, counts what is here, and leaves out an id that says something else', () => {
    const here = [note('a', 1), note('b', 2)];
    const plan = planImport(here, [note('a', 1), note('b', 2, 'other'), note('c', 3), note('c', 3), note('c', 4)]);
    expect(plan).toEqual({
      additions: [{ value: note('c', 3), before: 2 }],
      alreadyHere: 2,
      conflicts: [{ entry: 2 }, { entry: 5 }],
      unread: [],
    });
  });

  it('[DF-06] twice changes nothing, never removes or moves what is here, and leaves no new id out', () => {
    fc.assert(
      fc.property(anyDiary, anyDiary, (before, incoming) => {
        const here: unknown[] = JSON.parse(JSON.stringify(before));
        const file: unknown[] = JSON.parse(JSON.stringify(incoming));
        const after = imported(here, file);
        expect(planImport(after, file).additions).toEqual([]);
        const added = new Set(planImport(here, file).additions.map(({ value }) => value));
        expect(after.filter((entry) => !(added.has(entry) && !here.includes(entry)))).toEqual(here);
        const keys = new Set(after.map(entryKey));
        expect(file.filter((entry) => !keys.has(entryKey(entry)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('[DF-07] an entry that is not understood is taken as it is, and named', () => {
    const strange = { id: 'x', kind: 'not-yet-invented', version: 9, atMillis: 1, day: '2026-03-02', data: { a: 1 } };
    const plan = planImport([], [note('a', 1), strange, 'half a line', { ...Object(note('d', 2)), data: {} }]);
    expect(plan.additions.map(({ value }) => value)).toContain(strange);
    expect(plan.unread.map(({ entry, problem }) => [entry, problem.type])).toEqual([
      [2, 'unknown-kind'],
      [3, 'damaged'],
      [4, 'damaged'],
    ]);
  });

  it('[DF-08] an old copy does not speak last: a check and a wish stand by their time', () => {
    const wish = (id: string, at: number, value: number): unknown =>
      createEvent('preference-changed', { key: 'daysPerWeek', value }, { id, atMillis: at, day });
    const here = [wish('new', 200, 5)];
    const merged = imported(here, [wish('old', 100, 2), wish('newest', 300, 6)]);
    expect(merged.map(entryKey)).toEqual(['id "old"', 'id "new"', 'id "newest"']);
    expect(foldDiary(imported(here, [wish('old', 100, 2)])).preferences['daysPerWeek']).toBe(5);
    expect(foldDiary(merged).preferences['daysPerWeek']).toBe(6);
  });

  it('[DF-08] both lists keep their own order, also where a clock was set back', () => {
    const here = [note('a', 8), note('b', 10), note('back', 5), note('c', 20)];
    const merged = imported(here, [note('w', 11), note('x', 12), note('y', 3), note('z', 30)]);
    expect(merged.map(entryKey)).toEqual(['a', 'b', 'back', 'w', 'x', 'y', 'c', 'z'].map((id) => `id "${id}"`));
  });

  it('[DF-08] a clock that once ran ahead does not let an old copy speak last, nor put a newer one before it', () => {
    const ahead = createEvent('note', { text: 'ahead' }, { id: 'ahead', atMillis: 9_000_000_000_000, day });
    const old = [note('o1', 1), note('o2', 2), ahead, note('o3', 3)];
    const fresh = [note('n1', 101), note('n2', 102)];
    const order = ['o1', 'o2', 'ahead', 'o3', 'n1', 'n2'].map((id) => `id "${id}"`);
    expect(imported(fresh, old).map(entryKey)).toEqual(order);
    expect(imported(old, fresh).map(entryKey)).toEqual(order);
  });

  it('[DF-08] two devices that take each other\'s entries of one moment have them in the same order', () => {
    const [first, second] = [note('a', 5), note('b', 5)];
    expect(imported([first], [second])).toEqual([first, second]);
    expect(imported([second], [first])).toEqual([first, second]);
  });

  it('[DF-08] a stamp after a clock that ran ahead counts by its day', () => {
    const stamped = (id: string, atMillis: number, on: string): unknown => ({ ...createEvent('note', { text: id }, { id, atMillis, day }), day: on });
    const old = [stamped('ahead', 9e12, '2255-03-14'), stamped('o1', 9e12 + 1, '2026-03-02'), stamped('o2', 9e12 + 2, '2026-03-03')];
    const fresh = [stamped('new', Date.parse('2026-05-01'), '2026-05-01')];
    expect(imported(fresh, old).map(entryKey).at(-1)).toBe('id "new"');
    expect(imported(old, fresh).map(entryKey).at(-1)).toBe('id "new"');
  });
});

describe('what an import says of itself', () => {
  it('[DF-07] names the first entries that are odd, and counts the rest', () => {
    const odd = [1, 2, 3, 4, 5, 6, 7].map((entry) => ({ entry, problem: { type: 'unknown-kind', kind: 'x' } as const }));
    const plan = { additions: [{ value: 1, before: 0 }], alreadyHere: 40, unread: odd, conflicts: odd.slice(0, 1) };
    expect(importPlanLines(plan, words)).toEqual([
      'Entries that are new: 1.',
      'Here already: 40.',
      'Among the new ones, not read by this version and kept as they are: 7 (entry 1, 2, 3, 4, 5 and 2 more of the file).',
      'Left out, because an entry with the same id is here and says something else: 1 (entry 1 of the file).',
    ]);
    expect(importPlanLines(planImport([], []), words)).toEqual(['Nothing in it is new.']);
  });
});
