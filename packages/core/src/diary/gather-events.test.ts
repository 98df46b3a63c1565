import { describe, expect, it } from 'vitest';
import { foldDiary, openFold } from './fold-diary.ts';
import { createGathering, type PlacedEvent } from './gather-events.ts';
import { entry } from './testing/sample-events.ts';

const note = entry('note', { text: 'One.' }, { id: 'note' });
const correct = (id: string, of: unknown, text: unknown): unknown => entry('correction', { of, data: { text } }, { id, at: 9 });
const textsOf = (entries: readonly unknown[]): readonly string[] => foldDiary(entries).notes.map(({ text }) => text);
const told = (entries: readonly unknown[]): readonly unknown[] => foldDiary(entries).unreadable.map(({ index, problem: { type } }) => [index, type]);

describe('[E-01] each id counts once', () => {
  it('with the place of the first one; entries without an id are each by themselves', () => {
    expect(told([{ id: '', kind: 'note' }, { id: '', kind: 'other' }, { kind: 'note' }, { id: 7 }])).toEqual([
      [0, 'damaged'],
      [1, 'damaged'],
      [2, 'damaged'],
      [3, 'damaged'],
    ]);
    const placed: PlacedEvent[] = [];
    const gathering = createGathering();
    gathering.take([note, 'torn', note], (event) => placed.push(event));
    gathering.take([note, entry('note', { text: 'Two.' }, { id: 'second' })], (event) => placed.push(event));
    expect(placed.map(({ index, event: { id } }) => [index, id])).toEqual([[0, 'note'], [4, 'second']]);
    expect(gathering.unreadable().map(({ index }) => index)).toEqual([1]);
  });

  it('also a correction: what it cannot do is reported once', () => {
    const bad = correct('bad', 'note', 7);
    expect(told([note, bad, bad])).toEqual([[1, 'damaged']]);
    expect(told([bad, bad])).toEqual([[0, 'nothing-to-correct']]);
  });
});

describe('[E-02] corrections', () => {
  it('speak one after the other, and one that cannot be read takes nothing from the others', () => {
    const right = correct('right', 'note', 'Right.');
    const torn = { kind: 'correction', data: { of: 'note', data: { text: 'Torn.' } } };
    expect(textsOf([note, right, correct('later', 'note', 'Later.')])).toEqual(['Later.']);
    expect(textsOf([note, right, correct('bad', 'note', 7)])).toEqual(['Right.']);
    expect([textsOf([torn, note, right]), told([torn, note, right])]).toEqual([['Right.'], [[0, 'damaged']]]);
    expect([textsOf([note, correct('odd', 7, 'Odd.')]), told([note, correct('odd', 7, 'Odd.')])]).toEqual([['One.'], [[1, 'damaged']]]);
  });

  it('of a later batch reach back, and only to what they name', () => {
    const gathering = createGathering();
    gathering.take([note], () => {});
    const reaches = [correct('c', 'note', 'x'), correct('c', 'other', 'x'), correct('c', 7, 'x'), note, 'torn', { kind: 'correction' }].map((one) => gathering.reachesBack([one]));
    expect(reaches).toEqual([true, false, false, false, false, false]);
    const fold = openFold([note]);
    fold.add([correct('right', 'note', 'Right.')]);
    expect(fold.state().notes.map(({ text }) => text)).toEqual(['Right.']);
  });

  it('of nothing are reported with their id, their place and what they name', () => {
    expect(foldDiary([note, correct('c', 'gone', 'x')]).unreadable).toEqual([{ index: 1, id: 'c', problem: { type: 'nothing-to-correct', of: 'gone' } }]);
  });
});

describe('[E-11] the last safety entry that cannot be read', () => {
  it('is known by its place, and by nothing else that cannot be read', () => {
    const placeIn = (entries: readonly unknown[]): number => {
      const gathering = createGathering();
      gathering.take(entries, () => {});
      return gathering.unreadSafetyIndex();
    };
    expect([[], [note, 'torn', { kind: 'note' }], [{ kind: 'check-completed' }, note], [{ kind: 'check-completed' }, { kind: 'safety-answered' }, { kind: 'note' }]].map(placeIn)).toEqual([-1, -1, 0, 1]);
  });
});
