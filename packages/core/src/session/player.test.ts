import { describe, expect, it } from 'vitest';
import type { PlayerEffect } from './player-event.ts';
import { createWalker, lunge, march, testSession } from './test-session.ts';

const tones = (effects: readonly PlayerEffect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.kind === 'tone' ? [effect.tone] : []));
const said = (effects: readonly PlayerEffect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'say' ? [effect.say.kind === 'line' ? `line ${effect.say.line}` : effect.say.key] : [],
  );

/** A started session of the lunge: 10 ready, 45 left, 8 switch, 45 right, and the same again, then the question. */
function started(items = [lunge]) {
  const walker = createWalker(testSession(items));
  walker.send({ kind: 'start' });
  return walker;
}

describe('time', () => {
  it('[T-01] waits until the person starts, and then runs through everything to the end', () => {
    const walker = createWalker(testSession([lunge]));
    walker.pass(100);
    expect(walker.state().status).toBe('waiting');
    walker.send({ kind: 'start' });
    walker.pass(10 + 4 * 45 + 3 * 8 + 10);
    expect(walker.state()).toMatchObject({ status: 'finished', ending: { outcome: 'completed' } });
    expect(walker.logs().map(({ side, set, seconds }) => [side, set, seconds])).toEqual([
      ['left', 1, 45],
      ['right', 1, 45],
      ['left', 2, 45],
      ['right', 2, 45],
    ]);
    expect(walker.effects.at(-1)).toEqual({ kind: 'finished', ending: { outcome: 'completed' } });
  });

  it('[T-02] is the same whether ticks come often or once', () => {
    const often = started();
    const once = started();
    often.pass(100, 16);
    once.pass(100, 100_000);
    expect(once.place()).toBe(often.place());
    expect(once.place()).toBe('work right 1 at 37');
  });

  it('[T-02] is exact after ten hidden minutes', () => {
    const walker = createWalker(testSession([{ ...lunge, sets: 8 }]));
    walker.send({ kind: 'start' });
    walker.drift(600_000);
    walker.send({ kind: 'tick' });
    // 10 ready, then 53 s for each hold with its change: 590 = 11 x 53 + 7.
    expect(walker.place()).toBe('work right 6 at 7');
    expect(walker.state().activeMillis).toBe(600_000);
  });

  it('[T-03] loses nothing when the wall clock is set back, and says so', () => {
    const walker = started();
    walker.pass(20);
    walker.drift(-86_400_000, 5000);
    expect(walker.send({ kind: 'tick' })).toContainEqual({ kind: 'clock', finding: 'set-back' });
    expect(walker.place()).toBe('work left 1 at 15');
    expect(walker.state().status).toBe('running');
  });

  it('[T-04] counts what a sleeping device missed, and waits where it was after more than three hours', () => {
    const walker = started();
    walker.pass(20);
    walker.drift(20_000, 300);
    expect(walker.send({ kind: 'tick' })).toContainEqual({ kind: 'clock', finding: 'slept' });
    expect(walker.place()).toBe('work left 1 at 30');
    walker.drift(4 * 3_600_000, 1000);
    expect(walker.send({ kind: 'tick' })).toContainEqual({ kind: 'clock', finding: 'away' });
    expect(walker.place()).toBe('work left 1 at 31');
    expect(walker.state().status).toBe('paused');
  });

  it('[T-05] goes on after a short reload, and waits where it was after a long one or a clock set back', () => {
    const walker = started();
    walker.pass(20);
    walker.reload(5000);
    expect(walker.place()).toBe('work left 1 at 15');
    walker.pass(2);
    walker.reload(3_600_000);
    expect([walker.place(), walker.state().status]).toEqual(['work left 1 at 17', 'paused']);
    walker.send({ kind: 'resume' });
    walker.pass(1);
    walker.reload(-5000);
    expect([walker.place(), walker.state().status]).toEqual(['work left 1 at 18', 'paused']);
  });

  it('[T-06] gives no cue for a moment long past', () => {
    const walker = started();
    walker.drift(57_000);
    const effects = walker.send({ kind: 'tick' });
    expect(walker.place()).toBe('switch 1 at 2');
    expect([tones(effects), said(effects)]).toEqual([[], []]);
  });

  it('[T-01] really pauses', () => {
    const walker = started();
    walker.pass(20);
    expect(walker.send({ kind: 'pause' })).toContainEqual({ kind: 'keep-awake', on: false });
    walker.pass(300);
    expect(walker.send({ kind: 'resume' })).toContainEqual({ kind: 'keep-awake', on: true });
    expect(walker.place()).toBe('work left 1 at 10');
    expect(walker.state()).toMatchObject({ pausedMillis: 300_000, activeMillis: 20_000 });
  });
});

describe('questions', () => {
  const atQuestion = () => {
    const walker = started([{ ...lunge, side: 'left', sets: 1 }, march]);
    walker.pass(55);
    return walker;
  };

  it('[T-09] go on without an answer after their time', () => {
    const walker = atQuestion();
    walker.pass(9);
    expect(walker.place()).toBe('ask left 1 at 9');
    walker.pass(2);
    expect(walker.place()).toBe('ready both 1 at 1');
    expect(walker.logs()).toEqual([{ item: 0, exercise: 'lunge', side: 'left', set: 1, seconds: 45 }]);
  });

  it('[T-09] are never passed by a late tick, neither on the way in nor on the way out', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 1 }, march]);
    walker.drift(3_000_000);
    walker.send({ kind: 'tick' });
    expect(walker.place()).toBe('ask left 1 at 0');
    walker.pass(4);
    walker.drift(3_000_000);
    walker.send({ kind: 'tick' });
    expect(walker.place()).toBe('ask left 1 at 0');
  });

  it('[T-10] wait once they are touched, and take the answer', () => {
    const walker = atQuestion();
    walker.send({ kind: 'touch' });
    walker.pass(200);
    expect(walker.place()).toBe('ask left 1 at 0');
    walker.send({ kind: 'answer', pain: 2, felt: 'deep-front-hip', verdict: 'right', repsInReserve: 3, form: 'lost' });
    expect(walker.place()).toBe('ready both 1 at 0');
    expect(walker.logs()).toEqual([
      {
        item: 0,
        exercise: 'lunge',
        side: 'left',
        set: 1,
        seconds: 45,
        pain: 2,
        felt: 'deep-front-hip',
        repsInReserve: 3,
        form: 'lost',
      },
    ]);
  });
});

describe('controls', () => {
  it('[T-08] skip logs what was held, and nothing when nothing was', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 2 }]);
    walker.pass(22.34);
    walker.send({ kind: 'skip' });
    expect(walker.place()).toBe('rest 2 at 0');
    walker.send({ kind: 'skip' });
    walker.send({ kind: 'skip' });
    walker.send({ kind: 'skip' });
    expect(walker.state().ending).toEqual({ outcome: 'completed' });
    expect(walker.logs()).toEqual([{ item: 0, exercise: 'lunge', side: 'left', set: 1, seconds: 12.3 }]);
  });

  it('[T-08] back begins the step anew, or in its first 3 s the work before; the longest go is logged', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 2 }]);
    walker.pass(10 + 20);
    walker.send({ kind: 'back' });
    expect(walker.place()).toBe('work left 1 at 0');
    walker.pass(5);
    walker.send({ kind: 'skip' });
    walker.pass(2);
    walker.send({ kind: 'back' });
    expect(walker.place()).toBe('work left 1 at 0');
    walker.pass(1);
    walker.send({ kind: 'end' });
    expect(walker.logs().map(({ seconds }) => seconds)).toEqual([20]);
    expect(walker.state().ending).toEqual({ outcome: 'ended-early' });
  });

  it('[T-08] back stays inside the exercise: the one before is in the diary', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 1 }, march]);
    walker.pass(66);
    walker.send({ kind: 'back' });
    expect(walker.place()).toBe('ready both 1 at 0');
  });

  it('repeat does the last set again', () => {
    const walker = started();
    walker.pass(10 + 45 + 6);
    walker.send({ kind: 'repeat' });
    expect(walker.place()).toBe('work left 1 at 0');
  });

  it('[T-08] a set of repetitions can be done early; skipped, it logs those there was time for', () => {
    const walker = started([march]);
    walker.pass(10 + 40);
    walker.send({ kind: 'set-done' });
    walker.send({ kind: 'skip' });
    walker.pass(47);
    walker.send({ kind: 'skip' });
    walker.send({ kind: 'skip' });
    expect(walker.logs().map(({ reps, seconds }) => [reps, seconds])).toEqual([
      [10, 40],
      [4, 47],
    ]);
  });

  it('[T-07] +15 s gives the other side the same, even when its turn is over', () => {
    const walker = started();
    walker.pass(20);
    walker.send({ kind: 'add15' });
    walker.pass(10 + 60 + 8 + 60 + 8 + 45 + 8 - 20 + 1);
    expect(walker.place()).toBe('work right 2 at 1');
    walker.send({ kind: 'add15' });
    walker.pass(59);
    expect(walker.place()).toBe('switch 2 at 0');
    walker.pass(8 + 15 + 11);
    expect(walker.logs().map(({ side, set, seconds }) => [side, set, seconds])).toEqual([
      ['left', 1, 60],
      ['right', 1, 60],
      ['left', 2, 60],
      ['right', 2, 60],
    ]);
  });

  it('[T-07] +15 s lengthens a rest, and no step beyond five minutes', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 2 }]);
    walker.pass(56);
    for (let press = 0; press < 30; press += 1) walker.send({ kind: 'add15' });
    expect(walker.state().runs[walker.state().position]?.allottedMillis).toBe(295_000);
  });

  it('moves during a pause in silence, and gives the opening cue when it goes on', () => {
    const walker = started();
    walker.pass(3);
    walker.send({ kind: 'pause' });
    expect(walker.send({ kind: 'skip' })).toEqual([]);
    expect(tones(walker.send({ kind: 'resume' }))).toEqual(['start']);
  });
});

describe('cues', () => {
  it('[T-12] counts the last seconds in, marks start, half and end', () => {
    const walker = createWalker(testSession([{ ...lunge, side: 'left', sets: 1 }], { countInSeconds: 5 }));
    expect(tones(walker.send({ kind: 'start' }))).toEqual(['ready']);
    expect(tones(walker.pass(4.9))).toEqual([]);
    expect(tones(walker.pass(5))).toEqual(['count', 'count', 'count', 'count', 'count']);
    expect(tones(walker.pass(46))).toEqual(['start', 'halfway', 'end']);
    expect(tones(walker.pass(10))).toEqual(['finish']);
  });

  it('[T-11] says safety first, then preparation and steps while getting ready, cues and breathing in the hold', () => {
    const walker = createWalker(testSession([lunge], { countInSeconds: 3 }));
    const opening = said(walker.send({ kind: 'start' }));
    expect([...opening, ...said(walker.pass(9.9))]).toEqual(['ready', 'line 1']);
    expect(said(walker.pass(45))).toEqual(['startHold', 'line 3', 'line 4', 'halfway', 'line 5']);
    expect(said(walker.pass(8.5))).toEqual(['switch', 'startHold']);
  });

  it('halfway comes once, also when the hold is made longer after it', () => {
    const walker = started([{ ...lunge, side: 'left', sets: 1 }]);
    walker.pass(10 + 25);
    walker.send({ kind: 'add15' });
    expect(tones(walker.pass(30))).toEqual([]);
  });
});
