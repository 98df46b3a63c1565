import { assess } from '@psoas/core/assessment';
import { assessFromDiary, foldDiary, forwardKeys, type Run, type StepChange } from '@psoas/core/diary';
import { exercisesPerSession, mayUseForm, weeklyStretchLimitSeconds, type PlanItem } from '@psoas/core/programme';
import { blockingExclusions } from '@psoas/core/safety';
import { exclusionsOfFindings } from '@psoas/core/selfcheck';
import { byId, addDays, daysBetween, sides } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import rulesText from '@psoas/knowledge/text/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { arbitraryAnswers } from '../arbitrary-answers.ts';
import { lifeDays, lifeStart, liveLife, type Life, type LifeDay } from './live-life.ts';
import { moreAfterPain } from './more-after-pain.ts';
import { temperaments, type Temperament } from './temperament.ts';

/** How many people live in one file; together the files make the thousand of the rule. */
const livesPerFile = Number(process.env['LIVES'] ?? 250);

/** Below this a day holds one set or two, and more does not fit. */
const roomToGrowMinutes = 5;

// Keen people have no pain, so that a fresh start can come; people who hurt say so at the check too.
const painAtCheck: { readonly [temperament in Temperament]?: number } = { keen: 0, hurting: 4 };

const exerciseById = byId(catalogue.exercises);
const itemsOf = ({ today }: LifeDay): readonly PlanItem[] => today.sessions.flatMap(({ items }) => items);
const forwards = (life: Life): readonly StepChange[] => life.changes.filter(({ key }) => forwardKeys.has(key));

/** What must hold on every day of 26 weeks, for generated people of every temperament, with the real knowledge. */
export function describeLives(seed: number): void {
  let lives: readonly Life[] = [];

  beforeAll(() => {
    const trainable = fc.sample(arbitraryAnswers(), { numRuns: livesPerFile * 5, seed }).filter((answers) => {
      const { programme, triage } = assess(answers, { catalogue, today: lifeStart });
      return programme !== null && programme.sessions.length > 0 && triage.conduct.noSessionToday.length === 0;
    });
    lives = trainable.slice(0, livesPerFile).map((answers, index) => {
      const temperament = temperaments[index % temperaments.length] ?? 'keen';
      const painNow = painAtCheck[temperament];
      return liveLife(painNow === undefined ? answers : { ...answers, pain: { now: painNow, where: [] } }, temperament, seed + index);
    });
  }, 600_000);

  describe(`${livesPerFile} simulated lives of 26 weeks`, () => {
    it('are lived by as many people as promised, and enough happens in them', () => {
      expect(lives).toHaveLength(livesPerFile);
      const keys: ReadonlySet<string> = new Set(lives.flatMap(({ changes, planChanges }) => [...changes, ...planChanges].map(({ key }) => key)));
      const expected = ['repsUp', 'holdUp', 'setsUp', 'variantUp', 'ladderUp', 'untrim', 'trim', 'repsDown', 'ladderDown', 'startAgain', 'findingChanged', 'findingKept', 'freshStart'];
      expect(expected.filter((key) => !keys.has(key))).toEqual([]);
      expect(lives.reduce((total, { days }) => total + days.length, 0)).toBeGreaterThan(livesPerFile * 26);
    });

    itPlansSafely(() => lives);
    itStepsSafely(() => lives);
    itComparesChecks(() => lives);
  });
}

type Lives = () => readonly Life[];

function of(lives: readonly Life[], temperament: Temperament): readonly Life[] {
  return lives.filter((life) => life.temperament === temperament);
}

// What is planned on any day.
function itPlansSafely(lives: Lives): void {
  it('[P-01] [P-03] [P-09] stay inside minutes, the weekly stretch and four exercises on every day', () => {
    for (const { days } of lives())
      for (const { today, minutes, assessment } of days) {
        expect(today.sessions.reduce((total, session) => total + session.minutes, 0)).toBeLessThanOrEqual(minutes);
        expect(Math.max(...sides.map((side) => assessment.programme?.weeklyStretchSeconds[side] ?? 0))).toBeLessThanOrEqual(weeklyStretchLimitSeconds);
        for (const { items } of today.sessions) expect(new Set(items.map(({ exercise }) => exercise)).size).toBeLessThanOrEqual(exercisesPerSession);
      }
  });

  it('[P-10] keep 48 hours between strength, over the turn of the week too', () => {
    for (const { days } of lives())
      for (const { assessment } of days) {
        const sessions = assessment.programme?.sessions ?? [];
        const isStrength = ({ items }: (typeof sessions)[number]): boolean => items.some((item) => item.class === 'strengthen');
        const strength = [...new Set(sessions.filter(isStrength).map(({ day }) => day))].toSorted((first, second) => first - second);
        const gaps = strength.map((day, index) => (strength[index + 1] ?? (strength[0] ?? 0) + 7) - day);
        expect(strength.length > 1 ? Math.min(...gaps) : 2).toBeGreaterThanOrEqual(2);
      }
  });

  it('[S-06] [P-08] [D-10] give nothing that is excluded, and nothing that is not there', () => {
    for (const { days, answers } of lives()) for (const lifeDay of days) expect(forbiddenItems(lifeDay, answers.about.equipment)).toEqual([]);
  });
}

// What changes between sessions.
function itStepsSafely(lives: Lives): void {
  it('[D-03] nobody moves on without two green sessions, reserve, form, quiet days after and a check in time', () => {
    for (const life of lives()) for (const change of forwards(life)) expect([change, faultsOfStep(life, change)]).toEqual([change, []]);
  });

  it('[D-02] nobody who hurts moves on, ever', () => {
    expect(of(lives(), 'hurting').flatMap(forwards)).toEqual([]);
  });

  it('[D-04] red, a bad day after or amber never means more of that exercise, in sets, amount or load, until two good sessions', () => {
    for (const life of lives()) expect(moreAfterPain(life)).toEqual([]);
  });

  it('[D-04] a trim takes 20 to 30 %, where whole numbers allow it', () => {
    const trims = lives().flatMap(({ changes }) => changes.filter(({ key }) => key === 'trim'));
    expect(trims.length).toBeGreaterThan(livesPerFile / 10);
    const odd = trims.filter(({ values: { from = 0, percent = 0 } }) => from >= 7 && (percent < 20 || percent > 30));
    expect(odd).toEqual([]);
  });

  it('keen people move on', () => {
    const hasWholeItems = ({ assessment }: LifeDay): boolean =>
      assessment.programme?.sessions.some(({ items }) => items.some(({ because }) => !because.includes('P-07'))) === true;
    const keen = of(lives(), 'keen').filter(({ answers }) => answers.about.minutesPerDay >= roomToGrowMinutes);
    const still = keen.filter((life) => forwards(life).length === 0 && life.days.some(hasWholeItems));
    expect(still.length).toBeLessThanOrEqual(keen.length * 0.1);
  });
}

// Sides, checks, and that the diary alone says it all.
function itComparesChecks(lives: Lives): void {
  it('[P-04] both sides keep equal amounts, also when one side hurts', () => {
    const uneven = of(lives(), 'asymmetric').flatMap(({ days }) => days.flatMap(itemsOf)).filter(({ side, because }) => side !== 'both' && !because.includes('P-04'));
    expect(uneven).toEqual([]);
  });

  it('[D-06] half-kneeling alone changes no finding before it was repeated', () => {
    for (const life of of(lives(), 'wavering'))
      for (const change of life.planChanges)
        if (change.key === 'findingKept' && change.why.because === 'repeat-due') expect(life.planChanges.some(({ key, day, ...rest }) => key === 'findingChanged' && day === change.day && 'side' in rest && rest.side === change.side && isOfTightness(life, change.day))).toBe(false);
    expect(of(lives(), 'wavering').flatMap(({ state }) => state.repeats).length).toBeGreaterThan(0);
  });

  it('[D-07] whoever hurts as much as at the beginning after six weeks hears of a clinician', () => {
    const late = of(lives(), 'hurting').filter(({ days, stoppedDays }) => stoppedDays === 0 && days.some(({ number }) => number > 50));
    expect(late.length).toBeGreaterThan(0);
    // A fortnight without a session has nothing to compare.
    for (const { days } of late) {
      const asked = days.filter(({ number }) => number > 42);
      expect(asked.filter(({ assessment }) => assessment.clinician !== undefined).length).toBeGreaterThanOrEqual(asked.length * 0.9);
    }
    expect(of(lives(), 'keen').flatMap(({ days }) => days.flatMap(({ assessment }) => (assessment.clinician?.key === 'worse' ? [assessment.clinician] : [])))).toEqual([]);
  });

  it('every reason of every change is a rule with a sentence', () => {
    const rules = new Set(lives().flatMap(({ changes, planChanges }) => [...changes, ...planChanges].map(({ rule }) => rule)));
    expect([...rules].filter((id) => !(id in rulesText.rules))).toEqual([]);
  });

  it('[E-01] read again from their events they come to the same week', () => {
    const today = addDays(lifeStart, lifeDays);
    for (const life of lives().filter((_, index) => index % 25 === 0)) {
      const again = foldDiary(life.events);
      expect(again.runs).toEqual(life.state.runs);
      expect(assessFromDiary(again, { catalogue, today })).toEqual(assessFromDiary(life.state, { catalogue, today }));
    }
  });
}

// A weak sign may change at once; then the finding changes beside a reading that is kept.
function isOfTightness({ state }: Life, day: string): boolean {
  const [check, before] = state.checks.filter((each) => each.day <= day).toReversed();
  return JSON.stringify(kneeLift(check?.answers)) === JSON.stringify(kneeLift(before?.answers));
}

function kneeLift(answers: unknown): unknown {
  const tests = typeof answers === 'object' && answers !== null && 'tests' in answers ? answers.tests : undefined;
  return typeof tests === 'object' && tests !== null && 'kneeLift' in tests ? tests.kneeLift : undefined;
}

function forbiddenItems(lifeDay: LifeDay, own: Life['answers']['about']['equipment']): readonly PlanItem[] {
  const { triage, findings } = lifeDay.assessment;
  const exclusions = [...triage.exclusions, ...(findings === null ? [] : exclusionsOfFindings(findings))];
  const has = lifeDay.travelling ? (['wall'] as const) : own;
  return itemsOf(lifeDay).filter(({ exercise: id, side, variant }) => {
    const exercise = exerciseById.get(id);
    if (exercise === undefined) return true;
    const form = exercise.forms?.find((candidate) => candidate.variant === variant);
    const isBlocked = (side === 'both' ? sides : [side]).some((target) => blockingExclusions(exercise, target, exclusions).length > 0);
    const lacks = exercise.equipment.needed.some((kinds) => !kinds.some((kind) => has.some((mine) => mine === kind)));
    const isFormForbidden = form !== undefined && !mayUseForm(exercise, form, { equipment: has, exclusions, lowestRungs: triage.conduct.lowestRungs });
    return isBlocked || lacks || isFormForbidden;
  });
}

const sessionsThatCount = /home|gym|maintenance/;

function faultsOfStep({ state }: Life, { exercise, day }: StepChange): readonly string[] {
  const setsOf = (run: Run): readonly Run['sets'][number][] => run.sets.filter((set) => set.exercise === exercise);
  const runs = state.runs.filter((run) => run.startedDay <= day && sessionsThatCount.test(run.session) && setsOf(run).length > 0).slice(-2);
  const checked = state.checks.map((check) => check.day).filter((each) => each <= day).at(-1) ?? lifeStart;
  const isPutOff = state.retestPutOffUntil.some(({ on, until }) => on <= day && day < until);
  const sets = runs.flatMap(setsOf);
  const answer = state.runs.find((run) => run.startedDay === day && run.nextDay !== undefined)?.nextDay;
  return [
    ...(runs.length === 2 ? [] : ['fewer than two sessions']),
    ...(daysBetween(checked, day) < 28 || isPutOff ? [] : ['check due']),
    ...(sets.every(({ pain = 10 }) => pain <= 3) ? [] : ['pain']),
    ...(sets.every(({ repsInReserve = 2 }) => repsInReserve >= 2) ? [] : ['no reserve']),
    ...(answer?.comparedWithBefore === 'better' || answer?.comparedWithBefore === 'same' ? [] : ['the day after']),
  ];
}
