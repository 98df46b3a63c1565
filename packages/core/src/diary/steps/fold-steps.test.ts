import { describe, expect, it } from 'vitest';
import type { CatalogueExercise } from '../../catalogue/index.ts';
import type { ExerciseSetting } from '../../programme/index.ts';
import { dayAfter, doneSets, holdItem, lunge, quiet, raise, repsItem, testContext, trained } from '../testing/training.ts';
import { foldSteps } from './fold-steps.ts';
import type { StepContext } from './step-context.ts';
import type { StepChange } from './step-change.ts';
import type { TrainingDay } from './training-days.ts';

type Parts = Partial<StepContext> & { readonly exercises?: readonly CatalogueExercise[]; readonly until?: number };
function fold(days: readonly TrainingDay[], { exercises = [lunge, raise], until, ...parts }: Parts = {}): { readonly told: readonly string[]; readonly setting: (id?: string) => ExerciseSetting | undefined; readonly changes: readonly StepChange[] } {
  const today = until === undefined ? (days.at(-1)?.day ?? dayAfter(0)) : dayAfter(until);
  const { changes, progressByExercise } = foldSteps(days, testContext(exercises, { today, ...parts }));
  const told = changes.map(({ key, rule, side, day, values: { from, to } }) => `${day.slice(8)} ${key} ${rule} ${side} ${from ?? ''}>${to ?? ''}`);
  return { told, changes, setting: (id = 'lunge') => progressByExercise.get(id)?.setting };
}
const item = holdItem();
const amber = doneSets(item, { pain: 4 });
const red = doneSets(item, { pain: 7 });
const worse = { ...quiet, comparedWithBefore: 'worse', painNow: 2 } as const;
const leftOnly = (pain: number): ReturnType<typeof doneSets> => [...doneSets(holdItem({ side: 'left' }), { pain }), ...doneSets(holdItem({ side: 'right' }))];

describe('[D-03] good sessions in a row', () => {
  it('move on after two, and begin to count again', () => {
    expect(fold([trained(0, item)]).told).toEqual([]);
    expect(fold([trained(0, item), trained(2, item)]).told).toEqual(['04 holdUp D-03 both 45>50']);
    const grown = holdItem({ holdSeconds: 50 });
    expect(fold([trained(0, item), trained(2, item), trained(4, grown)]).told).toHaveLength(1);
    expect(fold([trained(0, item), trained(2, item), trained(4, grown), trained(6, grown)]).told).toEqual(['04 holdUp D-03 both 45>50', '08 holdUp D-03 both 50>55']);
  });

  it('an unknown one between them neither counts nor begins anew; one that holds begins anew', () => {
    expect(fold([trained(0, item), trained(2, item, { nextDay: null }), trained(4, item)]).told).toEqual(['06 holdUp D-03 both 45>50']);
    const lost = doneSets(item, { form: 'lost' });
    expect(fold([trained(0, item), trained(2, item, { sets: lost }), trained(4, item)]).told).toEqual([]);
    const sore = { ...quiet, soreness: 'both-sides' } as const;
    expect(fold([trained(0, item), trained(2, item, { nextDay: sore }), trained(4, item)]).told).toEqual([]);
  });

  it('count from sessions that count only; others count backwards', () => {
    const aside = (days: number, sets = doneSets(item)): TrainingDay => trained(days, item, { sets, counts: false });
    expect(fold([aside(0), aside(2), aside(4)]).told).toEqual([]);
    expect(fold([trained(0, item), aside(2), trained(4, item)]).told).toEqual(['06 holdUp D-03 both 45>50']);
    expect(fold([trained(0, item), aside(2, amber), trained(4, item)]).told).toEqual(['04 trim D-04 left 45>34']);
  });

  it('an answer that comes late counts on the day it is about', () => {
    expect(fold([trained(0, item), trained(2, item, { nextDay: null })]).told).toEqual([]);
    expect(fold([trained(0, item), trained(2, item), trained(3, item, { nextDay: null })]).told).toEqual(['04 holdUp D-03 both 45>50']);
    expect(fold([trained(0, item, { nextDay: worse }), trained(2, item)]).told).toEqual(['02 holdDown D-04 left 45>40']);
  });

  it.each(['D-06', 'D-08', 'RF43'] as const)('wait while %s pauses, and go on with the next good one', (rule) => {
    const pauseOn = (day: string): typeof rule | undefined => (day < dayAfter(5) ? rule : undefined);
    expect(fold([trained(0, item), trained(2, item), trained(4, item)], { pauseOn }).told).toEqual([]);
    expect(fold([trained(0, item), trained(2, item), trained(6, item)], { pauseOn }).told).toEqual(['08 holdUp D-03 both 45>50']);
    expect(fold([trained(0, item, { sets: red })], { pauseOn }).told).toHaveLength(1);
  });
});

describe('[D-02] [P-04] sides', () => {
  it('the worse side decides for both, and is named', () => {
    expect(fold([trained(0, item, { sets: leftOnly(5) })]).told).toEqual(['02 trim D-04 left 45>34']);
    expect(fold([trained(0, item, { sets: leftOnly(6) })]).told).toEqual(['02 holdDown D-04 left 45>40']);
  });

  it('both must be good; one good side waits for the other', () => {
    const rightHolds = [...doneSets(holdItem({ side: 'left' })), ...doneSets(holdItem({ side: 'right' }), { form: 'lost' })];
    expect(fold([trained(0, item), trained(2, item, { sets: rightHolds }), trained(4, item)]).told).toEqual([]);
    expect(fold([trained(0, item), trained(2, item, { sets: rightHolds }), trained(4, item), trained(6, item)]).told).toHaveLength(1);
  });

  it('a side that was left out today still needs its own good sessions', () => {
    const right = holdItem({ side: 'right' });
    expect(fold([trained(0, item), trained(2, right)]).told).toEqual([]);
    expect(fold([trained(0, right), trained(2, right)]).told).toEqual(['04 holdUp D-03 both 45>50']);
  });

  it('both at once count for both', () => {
    const atOnce = (pain: number): ReturnType<typeof doneSets> => doneSets(holdItem({ side: 'left' }), { side: 'both', pain });
    expect(fold([trained(0, item, { sets: atOnce(0) }), trained(2, item, { sets: atOnce(3) })]).told).toEqual(['04 holdUp D-03 both 45>50']);
    expect(fold([trained(0, item, { sets: atOnce(4) })]).told).toEqual(['02 trim D-04 left 45>34']);
  });
});

describe('[D-04] trims and steps back', () => {
  it('a trim ends after two good sessions with what was before, and only then goes on', () => {
    const less = holdItem({ holdSeconds: 34 });
    const days = [trained(0, item, { sets: amber }), trained(2, less), trained(4, less)];
    expect(fold(days).told).toEqual(['02 trim D-04 left 45>34', '06 untrim D-03 both 34>45']);
    expect(fold(days).setting()).toEqual({ sets: 2, holdSeconds: 45, ladder: 0, because: 'D-03' });
    expect(fold(days.slice(0, 2)).setting()?.beforeTrim).toEqual({ sets: 2, holdSeconds: 45 });
  });

  it('at the very bottom a shorter session that hurts is the most that comes next', () => {
    const bottom = holdItem({ holdSeconds: 30, sets: 1 });
    const red = (item: ReturnType<typeof holdItem>): ReturnType<typeof doneSets> => doneSets(item, { pain: 6 });
    const short = holdItem({ holdSeconds: 15, sets: 1 });
    const { told, setting } = fold([trained(0, bottom, { sets: red(bottom) }), trained(9, short, { sets: red(short), counts: false })]);
    expect(told).toEqual(['02 ladderDown D-04 left >']);
    expect(setting()?.holdSeconds).toBe(15);
  });

  it('red after amber steps back from the trimmed amount and forgets the trim', () => {
    const less = holdItem({ holdSeconds: 34 });
    const { told, setting } = fold([trained(0, item, { sets: amber }), trained(2, less, { sets: doneSets(less, { pain: 6 }) })]);
    expect(told).toEqual(['02 trim D-04 left 45>34', '04 holdDown D-04 left 34>30']);
    expect(setting()).toEqual({ sets: 2, holdSeconds: 30, ladder: 0, because: 'D-04' });
  });

  it('[D-04] a short day that hurts is the most until two good sessions', () => {
    const short = holdItem({ sets: 1, holdSeconds: 30 });
    const days = [trained(0, short, { sets: doneSets(short, { pain: 6 }) })];
    expect(fold(days).setting()).toMatchObject({ sets: 1, holdSeconds: 23, ladder: -1 });
  });

  it('the changes name their rule, the pain and the day', () => {
    const [change] = fold([trained(0, item, { sets: doneSets(item, { felt: 'tingling', pain: 2 }) })]).changes;
    expect(change).toEqual({ exercise: 'lunge', side: 'left', rule: 'D-01', key: 'holdDown', day: dayAfter(0), values: { from: 45, to: 40, pain: 2 } });
  });

  it('an exercise that the catalogue no longer has is passed over', () => {
    expect(fold([trained(0, item, { sets: red }), trained(2, item)], { exercises: [raise], until: 40 }).told).toEqual([]);
  });
});

describe('[D-03] [D-04] the ladder', () => {
  const low: CatalogueExercise = { ...raise, id: 'low', harder: ['high'] };
  const high: CatalogueExercise = { ...raise, id: 'high', easier: ['low'], harder: ['top'] };
  const top: CatalogueExercise = { ...raise, id: 'top', easier: ['high'] };
  const exercises = [low, high, top];
  const atEnd = repsItem({ exercise: 'low', reps: 12, sets: 3 });
  const atBottom = (exercise: string): TrainingDay['exercises'][number]['item'] => repsItem({ exercise, reps: 6, sets: 1 });
  const fails = (days: number, exercise: string): TrainingDay => trained(days, atBottom(exercise), { sets: doneSets(atBottom(exercise), { pain: 7 }) });

  it('who comes down earns the step up anew, and may then try again', () => {
    const upAndDown = [trained(0, atEnd), trained(2, atEnd), fails(4, 'high')];
    const down = fold(upAndDown, { exercises });
    expect([down.setting('low')?.ladder, down.setting('high')?.ladder]).toEqual([0, -1]);
    const again = fold([...upAndDown, trained(6, atEnd), trained(8, atEnd)], { exercises });
    expect([again.setting('low')?.ladder, again.setting('high')?.ladder]).toEqual([1, 0]);
  });

  it('opens only the exercise right above, not the one above that', () => {
    const { setting } = fold([fails(0, 'top'), fails(2, 'high'), trained(4, atEnd), trained(6, atEnd)], { exercises });
    expect([setting('low')?.ladder, setting('high')?.ladder, setting('top')?.ladder]).toEqual([1, 0, -1]);
  });
});

describe('[D-09] gaps', () => {
  const grown = holdItem({ holdSeconds: 50 });
  const days = [trained(0, item), trained(2, item), trained(4, grown)];
  it.each([
    { gap: 9, told: [] },
    { gap: 10, told: ['16 holdDown D-09 both 50>45'] },
    { gap: 20, told: ['16 holdDown D-09 both 50>45'] },
    { gap: 21, told: ['27 startAgain D-09 both >'] },
  ])('of $gap days up to today, and up to the next session', ({ gap, told }) => {
    expect(fold(days, { until: 4 + gap }).told.slice(1)).toEqual(told);
    const next = holdItem({ holdSeconds: 45 });
    expect(fold([...days, trained(4 + gap, next)]).told.slice(1)).toEqual(told);
  });

  it('begin the count of good sessions anew', () => {
    expect(fold([trained(0, item), trained(10, holdItem({ holdSeconds: 40 }))]).told).toEqual(['12 holdDown D-09 both 45>40']);
  });

  it('two gaps are two steps', () => {
    const two = [trained(0, item), trained(10, holdItem({ holdSeconds: 40 })), trained(20, holdItem({ holdSeconds: 35 }))];
    expect(fold(two).told).toEqual(['12 holdDown D-09 both 45>40', '22 holdDown D-09 both 40>35']);
  });

  it('[P-07] start from the last session that was not cut short', () => {
    const short = holdItem({ holdSeconds: 30, sets: 1, because: ['P-02', 'P-07'] });
    expect(fold([trained(0, item), trained(2, short)], { until: 12 }).told).toEqual(['14 holdDown D-09 both 45>40']);
  });

  it('concern every exercise that was ever done', () => {
    expect(fold([trained(0, item), trained(1, repsItem())], { until: 11 }).changes.map(({ exercise }) => exercise)).toEqual(['lunge', 'raise']);
  });
});

describe('[D-11] fever and illness', () => {
  const ill = (...days: readonly number[]): Partial<StepContext> => ({ illDays: days.map(dayAfter) });
  it.each([
    { illDay: 0, told: ['02 trim D-11 both 45>34'], when: 'on the evening of a training day' },
    { illDay: 3, told: ['05 trim D-11 both 45>34'], when: 'between two sessions' },
    { illDay: 6, told: ['08 trim D-11 both 45>34'], when: 'today' },
    { illDay: 7, told: [], when: 'tomorrow' },
  ])('$when trim every exercise', ({ illDay, told }) => {
    expect(fold([trained(0, item)], { ...ill(illDay), until: 6 }).told).toEqual(told);
  });

  it('trim once, not every day, until two good sessions', () => {
    const less = holdItem({ holdSeconds: 34 });
    expect(fold([trained(0, item), trained(5, less), trained(7, less)], ill(2, 3, 4)).told).toEqual(['04 trim D-11 both 45>34', '09 untrim D-03 both 34>45']);
  });

  it('in a gap of ten days trim what the step back left', () => {
    expect(fold([trained(0, item)], { ...ill(3), until: 12 }).told).toEqual(['12 holdDown D-09 both 45>40', '12 trim D-11 both 40>30']);
    expect(fold([trained(0, item)], { ...ill(11), until: 12 }).told.at(-1)).toBe('13 trim D-11 both 40>30');
  });

  it('in three weeks trim what begins again', () => {
    const grown = holdItem({ holdSeconds: 60 });
    const { told, setting } = fold([trained(0, grown)], { ...ill(3), until: 30 });
    expect(told).toEqual(['23 trim D-11 both 45>34']);
    expect(setting()).toMatchObject({ holdSeconds: 34, beforeTrim: {} });
  });
});

describe('[E-01] the fold', () => {
  it('says the same for the same days, and a longer diary begins with the same changes', () => {
    const days = [trained(0, item), trained(2, item), trained(4, item, { sets: amber }), trained(15, item), trained(40, item, { sets: red })];
    expect(fold(days).changes).toEqual(fold(days).changes);
    for (let length = 1; length < days.length; length += 1)
      expect(fold(days).told.slice(0, fold(days.slice(0, length)).told.length)).toEqual(fold(days.slice(0, length)).told);
  });
});
