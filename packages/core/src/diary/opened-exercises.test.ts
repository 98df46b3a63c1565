import { describe, expect, it } from 'vitest';
import type { CatalogueExercise } from '../catalogue/index.ts';
import { foldDiary } from './fold-diary.ts';
import { gateProgress, openedExercises } from './opened-exercises.ts';
import { entry, samples } from './testing/sample-events.ts';

const gate = {
  id: 'seated-first',
  requires: { exercise: 'seated-leg-raise', sets: 2, reps: 10, sessions: 2, painAtMost: 2 },
};
const boat: CatalogueExercise = {
  id: 'boat-pose',
  class: 'strengthen',
  planned: true,
  side: { model: 'bilateral' },
  level: 'advanced',
  rung: 4,
  equipment: { needed: [] },
  properties: [],
  hips: { target: [], other: [] },
  doses: { default: { sets: { min: 1, max: 1, default: 1 }, restSeconds: 0 } },
  gates: [gate],
  easier: [],
  harder: [],
  substitutes: [],
  claims: [],
};
const couch: CatalogueExercise = {
  ...boat,
  id: 'couch-stretch',
  gates: [
    {
      id: 'lunge-first',
      requires: {
        exercise: 'kneeling-hip-flexor-lunge',
        sets: 1,
        holdSeconds: 30,
        sessions: 1,
        painAtMost: 2,
      },
    },
  ],
};
const catalogue = { exercises: [boat, couch] };

type SetChange = {
  readonly side?: string;
  readonly reps?: number;
  readonly pain?: number | undefined;
  readonly exercise?: string;
  readonly seconds?: number;
  readonly felt?: string;
};

function done(run: string, sets: readonly SetChange[]): readonly unknown[] {
  const base = { run, item: 0, exercise: 'seated-leg-raise', side: 'left', seconds: 40, reps: 10, pain: 1 };
  return [
    entry('session-started', { ...samples['session-started'][0], run }, { id: `${run}-start` }),
    ...sets.map((set, index) =>
      entry('set-logged', { ...base, set: index + 1, ...set }, { id: `${run}-${index}`, at: index }),
    ),
  ];
}
const bothSides = (change: SetChange = {}): readonly SetChange[] =>
  ['left', 'right'].flatMap((side) => [
    { ...change, side },
    { ...change, side },
  ]);
const opened = (...entries: readonly (readonly unknown[])[]): readonly string[] => [
  ...openedExercises(catalogue, foldDiary(entries.flat())),
];

describe('openedExercises', () => {
  it('[P-05] opens after enough sessions with enough good sets on both sides', () => {
    expect(opened(done('a', bothSides()))).toEqual([]);
    expect(opened(done('a', bothSides()), done('b', bothSides()))).toEqual(['boat-pose']);
  });

  it('[P-05] a set that worked both sides counts for each', () => {
    const both = [{ side: 'both' }, { side: 'both' }];
    expect(opened(done('a', both), done('b', both))).toEqual(['boat-pose']);
  });

  it.each([
    ['one side short of a set', bothSides().slice(0, 3)],
    ['too few repetitions', bothSides({ reps: 9 })],
    ['more pain than allowed', bothSides({ pain: 3 })],
    ['no answer about pain', bothSides({ pain: undefined })],
    ['another exercise', bothSides({ exercise: 'dead-bug' })],
  ])('[P-05] does not count a session with %s', (_, sets) => {
    expect(opened(done('a', bothSides()), done('b', sets))).toEqual([]);
  });

  it('[P-05] tells how far a gate has come', () => {
    expect(gateProgress(gate, foldDiary(done('a', bothSides())).runs)).toEqual({ done: 1, of: 2 });
  });

  it('[P-05] a hold counts by the seconds really held', () => {
    const lunge = (seconds: number): readonly SetChange[] =>
      ['left', 'right'].map((side) => ({ side, seconds, exercise: 'kneeling-hip-flexor-lunge' }));
    expect(opened(done('a', lunge(29)))).toEqual([]);
    expect(opened(done('a', lunge(30)))).toEqual(['couch-stretch']);
  });

  it('[D-01] tingling closes the couch stretch until a clinician agreed', () => {
    const lunge = done(
      'a',
      ['left', 'right'].map((side) => ({ side, seconds: 45, exercise: 'kneeling-hip-flexor-lunge' })),
    );
    const tingling = done('b', [{ felt: 'tingling' }]);
    const agreed = [entry('clinician-agreed', { flags: [], date: '2026-03-05' }, { id: 'agreed', at: 100 })];
    expect(opened(lunge, tingling)).toEqual([]);
    expect(opened(lunge, tingling, agreed)).toEqual(['couch-stretch']);
    const before = [entry('clinician-agreed', { flags: [], date: '2026-03-01' }, { id: 'before', at: 100 })];
    expect(opened(lunge, tingling, before)).toEqual([]);
  });
});
