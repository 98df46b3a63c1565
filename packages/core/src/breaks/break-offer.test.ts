import { describe, expect, it } from 'vitest';
import { testExercise } from '../catalogue/test-catalogue.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { foldDiary, painSaysStop, type Activity, type BreakTaken } from '../diary/index.ts';
import { day, entry, healthyAnswers, samples } from '../diary/testing/sample-events.ts';
import { smallCatalogue } from '../diary/testing/small-catalogue.ts';
import type { ProgrammeInput } from '../programme/index.ts';
import { screen } from '../safety/index.ts';
import { parseAnswers } from '../answers/index.ts';
import { afterActivity } from './after-activity.ts';
import { assessWithBreaks, breakOffer, type OfferFacts } from './break-offer.ts';
import { breakOfSets, breakOnFeet } from './break-of-sets.ts';
import { stretchSecondsOfWeek } from './stretch-done.ts';

const standing = testExercise({
  id: 'standing-hip-flexor-stretch',
  doses: {
    default: {
      sets: { min: 2, max: 3, default: 2 },
      holdSeconds: { min: 30, max: 45, default: 45 },
      restSeconds: 10,
    },
    'desk-break': {
      sets: { min: 1, max: 1, default: 1 },
      holdSeconds: { min: 30, max: 45, default: 30 },
      restSeconds: 0,
    },
  },
});
const catalogue: Catalogue = { ...smallCatalogue, exercises: [...smallCatalogue.exercises, standing] };
const today = day('2026-03-02');

type Given = {
  readonly answers?: unknown;
  readonly more?: readonly unknown[];
  readonly on?: string;
};

function factsOf({ answers = healthyAnswers, more = [], on = '2026-03-02' }: Given = {}): OfferFacts {
  const state = foldDiary([entry('check-completed', { answers }, { id: 'check' }), ...more]);
  return { state, assessment: assessWithBreaks(state, { catalogue, today: day(on) }), today: day(on) };
}

let count = 0;
function taken(data: Partial<BreakTaken>, on = '2026-03-02'): unknown {
  const whole = { occasion: 'desk', exercise: standing.id, left: 30, right: 30, ...data };
  return entry('break-taken', whole, { id: `break-${(count += 1)}`, at: 60, on });
}

const withSafety = (yes: readonly string[]) => ({
  ...healthyAnswers,
  safety: { ...healthyAnswers.safety, yes },
});

describe('what a break holds', () => {
  it('[BR-08] the planned standing stretch, 30 to 45 s a side, once for each side', () => {
    expect(breakOffer(factsOf(), 5)).toMatchObject({
      kind: 'stretch',
      item: { exercise: standing.id, side: 'both', sets: 1, holdSeconds: 30, restSeconds: 0 },
    });
  });

  it('[BR-08] five breaks a week fit beside 450 s of sessions, so one a day; the others are for moving', () => {
    const facts = factsOf({ more: [taken({})] });
    expect(breakOffer(facts, 5)).toEqual({ kind: 'move', because: ['BR-08'] });
    expect(
      breakOffer(factsOf({ more: [taken(breakOnFeet('desk')), taken({ occasion: 'run' })] }), 1),
    ).toEqual(expect.objectContaining({ kind: 'stretch' }));
  });

  it('[BR-08] the limit of the week holds over any seven days', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    const more = days.map((on) => taken({}, on));
    expect(breakOffer(factsOf({ more, on: '2026-03-08' }), 5).kind).toBe('move');
    expect(breakOffer(factsOf({ more, on: '2026-03-09' }), 5).kind).toBe('stretch');
  });

  it('[BR-08] breaks and sessions count towards the same minutes', () => {
    const { state } = factsOf({ more: [taken({}), taken({ left: 45 }, '2026-02-25')] });
    expect(stretchSecondsOfWeek(state, today)).toEqual({ left: 75, right: 60 });
    expect(stretchSecondsOfWeek(state, day('2026-03-04'))).toEqual({ left: 30, right: 30 });
    const worked = [
      entry('session-started', samples['session-started'][0], { id: 'run', at: 10 }),
      entry('set-logged', samples['set-logged'][0], { id: 'set', at: 11 }),
      entry('set-logged', { ...samples['set-logged'][0], item: 1 }, { id: 'strength', at: 12 }),
    ];
    expect(stretchSecondsOfWeek(factsOf({ more: [taken({}), ...worked] }).state, today)).toEqual({
      left: 75,
      right: 30,
    });
  });

  it('[BR-09] nothing under A, B and C, and nothing before what stopped is cleared', () => {
    for (const flag of ['RF07', 'RF10', 'RF21']) {
      const facts = factsOf({ answers: withSafety([flag]) });
      expect(breakOffer(facts, 5).kind).toBe('none');
      expect(afterActivity('run', facts, inputOf()).kind).toBe('none');
    }
    const sign = entry('safety-answered', { newSigns: ['RF16'], painNow: 0 }, { id: 's', at: 5 });
    expect(breakOffer(factsOf({ more: [sign] }), 5)).toEqual({ kind: 'none', because: ['RF16'] });
  });

  it('[BR-09] without a check: up and move, no stretch', () => {
    const state = foldDiary([]);
    expect(breakOffer({ state, assessment: undefined, today }, 5)).toEqual({
      kind: 'move',
      because: ['BR-09'],
    });
  });

  it('[BR-09] pain of 4 or a stop in a break: no more stretch outside the sessions today', () => {
    for (const more of [[taken({ pain: 4 })], [taken({ because: 'D-01' })]]) {
      expect(breakOffer(factsOf({ more }), 1)).toEqual({ kind: 'move', because: ['D-04'] });
      expect(breakOffer(factsOf({ more, on: '2026-03-03' }), 5).kind).toBe('stretch');
    }
  });

  it('[D-05] two breaks with pain of 6 in a week stop the programme', () => {
    const red = (on: string): unknown => taken({ pain: 6 }, on);
    expect(painSaysStop(factsOf({ more: [red('2026-03-03')] }).state)).toBe(false);
    expect(painSaysStop(factsOf({ more: [red('2026-03-03'), red('2026-03-05')] }).state)).toBe(true);
  });

  it('[BR-09] where the standing stretch is not for somebody, a break is for moving', () => {
    const state = foldDiary([entry('check-completed', { answers: healthyAnswers }, { id: 'check' })]);
    const assessment = assessWithBreaks(state, { catalogue: smallCatalogue, today });
    expect(breakOffer({ state, assessment, today }, 5)).toEqual({ kind: 'move', because: ['BR-09'] });
  });
});

describe('what is logged', () => {
  it('[BR-10] the seconds held by each side, the worst pain and the rule that ended it', () => {
    const set = { exercise: standing.id, side: 'left', seconds: 30.2, pain: 1 } as const;
    expect(
      breakOfSets('desk', [set, { ...set, side: 'right', seconds: 12, pain: 5 }], {
        outcome: 'stopped',
        because: 'D-01',
      }),
    ).toEqual({
      occasion: 'desk',
      exercise: standing.id,
      left: 30.2,
      right: 12,
      pain: 5,
      because: 'D-01',
    });
    expect(breakOfSets('desk', [])).toBeUndefined();
  });
});

function inputOf(answers: unknown = healthyAnswers): ProgrammeInput | undefined {
  const parsed = parseAnswers(answers);
  const { complete } = parsed;
  const { state, assessment } = factsOf({ answers });
  if (complete === undefined || assessment?.findings == null) return undefined;
  const triage = screen(parsed, today);
  return {
    about: complete.about,
    findings: assessment.findings,
    exclusions: triage.exclusions,
    conduct: triage.conduct,
    catalogue,
    openedExercises: new Set(state.breaks.length > 0 ? ['none'] : []),
    wishes: {},
  };
}

describe('after an activity', () => {
  const started = entry('programme-started', { check: 'check' }, { id: 'started', at: 1 });
  // Day 4 of five days a week has no session.
  const restDay = '2026-03-05';
  const offer = (activity: Activity, given: Given = {}) =>
    afterActivity(activity, factsOf({ on: restDay, more: [started], ...given }), inputOf());

  it.each(['run', 'ride', 'squats', 'sit-ups'] as const)(
    '[BR-12] after %s: the lunge of after a run, 60 s a side when tight',
    (activity) => {
      expect(offer(activity)).toMatchObject({
        kind: 'stretch',
        item: { exercise: 'kneeling-hip-flexor-lunge', sets: 1, holdSeconds: 60, side: 'both' },
      });
    },
  );

  it('[BR-12] after long sitting: the standing stretch', () => {
    expect(offer('sitting')).toMatchObject({
      kind: 'stretch',
      item: { exercise: standing.id, holdSeconds: 30 },
    });
  });

  it('[BR-12] on a day whose session has a stretch: that session, once', () => {
    expect(offer('run', { on: '2026-03-02' })).toMatchObject({
      kind: 'session',
      session: { id: 'day-1-home' },
    });
  });

  it('[BR-12] what the week leaves shortens the hold, and below 30 s nothing is offered', () => {
    const more = (seconds: number) => [started, taken({ left: seconds, right: seconds }, '2026-03-04')];
    expect(offer('run', { more: more(110) })).toMatchObject({ item: { holdSeconds: 40 } });
    expect(offer('run', { more: more(130) })).toEqual({ kind: 'none', because: ['BR-08'] });
  });

  it('[BR-12] nothing around a run while impact waits', () => {
    const answers = withSafety([]);
    const input = inputOf(answers);
    const waiting = input && { ...input, conduct: { ...input.conduct, noImpact: true } };
    const facts = factsOf({ on: restDay, more: [started] });
    expect(afterActivity('run', facts, waiting)).toEqual({ kind: 'none', because: ['RF13'] });
    expect(afterActivity('squats', facts, waiting).kind).toBe('stretch');
  });
});
