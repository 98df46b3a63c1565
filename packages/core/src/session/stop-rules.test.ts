import { describe, expect, it } from 'vitest';
import { decideStop, stopSigns, type StopInput } from './stop-rules.ts';
import { createWalker, lunge, march, testSession } from './test-session.ts';

const base: StopInput = { exerciseClass: 'stretch', redsInLastWeek: 0, workRemains: true };
const decide = (input: Partial<StopInput>) => decideStop({ ...base, ...input });

describe('decideStop', () => {
  it('[D-03] pain up to 3 goes on', () => {
    for (const pain of [0, 3])
      expect(decide({ pain })).toMatchObject({ rule: 'D-03', zone: 'green', action: 'go-on' });
  });

  it('[D-04] pain of 4 and 5 trims a quarter of what is left, or holds when nothing is left', () => {
    for (const pain of [4, 5])
      expect(decide({ pain })).toMatchObject({
        rule: 'D-04',
        zone: 'amber',
        action: 'trim',
        values: { pain, trimPercent: 25 },
      });
    expect(decide({ pain: 5, workRemains: false })).toMatchObject({ action: 'hold', key: 'amberHold' });
  });

  it('[D-04] pain of 6 and more stops the exercise, whatever the place', () => {
    for (const pain of [6, 10])
      expect(decide({ pain, verdict: 'right' })).toMatchObject({
        rule: 'D-04',
        zone: 'red',
        action: 'stop-exercise',
      });
  });

  it('[D-01] every sign stops at once, whatever the number', () => {
    for (const sign of stopSigns) expect(decide({ sign, pain: 0 }).action).toMatch(/^(stop-|emergency)/);
    expect(decide({ sign: 'groin-pinch' })).toMatchObject({ action: 'stop-exercise', zone: 'red' });
    expect(decide({ sign: 'dizziness' })).toMatchObject({ action: 'stop-session' });
  });

  it('[D-01] chest symptoms are an emergency and raise RF07, a pop ends the session and raises RF16', () => {
    expect(decide({ sign: 'chest-symptoms', pain: 1 })).toMatchObject({
      action: 'emergency',
      raises: ['RF07'],
    });
    expect(decide({ sign: 'pop' })).toMatchObject({ action: 'stop-session', raises: ['RF16'] });
  });

  it('[D-01] tingling closes the couch stretch unless it is surely elsewhere', () => {
    expect(decide({ sign: 'tingling', place: 'front-thigh' })).toMatchObject({
      action: 'stop-stretches',
      closes: ['couch-stretch'],
      key: 'nerveSignFrontThigh',
    });
    expect(decide({ sign: 'numbness' }).closes).toEqual(['couch-stretch']);
    expect(decide({ sign: 'tingling', place: 'elsewhere' })).toMatchObject({ closes: [], key: 'nerveSign' });
  });

  it('[D-05] a second red in a week, or a red with a nerve sign, ends the session', () => {
    expect(decide({ pain: 6, redsInLastWeek: 1 })).toMatchObject({
      rule: 'D-05',
      action: 'stop-session',
      key: 'secondRed',
      values: { redsInLastWeek: 2 },
    });
    expect(decide({ pain: 7, sign: 'tingling' })).toMatchObject({
      rule: 'D-05',
      action: 'stop-session',
      closes: ['couch-stretch'],
    });
    expect(decide({ pain: 5, redsInLastWeek: 3 }).action).toBe('trim');
  });

  it('[D-02] a wrong place asks for a better position, a stop place ends the exercise', () => {
    expect(decide({ pain: 1, verdict: 'wrong' })).toMatchObject({ rule: 'D-02', action: 'adjust' });
    expect(decide({ pain: 4, verdict: 'wrong' }).action).toBe('trim');
    expect(decide({ pain: 0, verdict: 'stop' })).toMatchObject({ rule: 'D-01', action: 'stop-exercise' });
  });
});

describe('stop rules in a session', () => {
  const during = (seconds: number, items = [lunge, march, { ...lunge, exercise: 'couch-stretch' }]) => {
    const walker = createWalker(testSession(items));
    walker.send({ kind: 'start' });
    walker.pass(seconds);
    return walker;
  };

  it('[D-04] amber trims what is left of this exercise and nothing else', () => {
    const walker = during(20);
    walker.send({ kind: 'answer', pain: 5 });
    const work = walker.state().runs.filter(({ step }) => step.kind === 'work');
    expect(work.map(({ step, allottedMillis }) => `${step.exercise} ${allottedMillis / 1000}`)).toEqual([
      'lunge 33',
      'lunge 33',
      'lunge 33',
      'lunge 33',
      'march 100',
      'march 100',
      'couch-stretch 45',
      'couch-stretch 45',
      'couch-stretch 45',
      'couch-stretch 45',
    ]);
    expect(walker.state().status).toBe('running');
  });

  it('[D-04] a trim ends a hold that has already had its shorter time', () => {
    const walker = during(10 + 40);
    walker.send({ kind: 'answer', pain: 4 });
    expect(walker.place()).toBe('switch 1 at 0');
  });

  it('[D-04] red stops the exercise, logs what was held, waits, and goes on with the next', () => {
    const walker = during(30);
    walker.send({ kind: 'answer', pain: 6 });
    expect(walker.state().status).toBe('stopped');
    expect(walker.logs()).toEqual([
      { item: 0, exercise: 'lunge', side: 'left', set: 1, seconds: 20, pain: 6 },
    ]);
    walker.pass(60);
    walker.send({ kind: 'resume' });
    expect(walker.place()).toBe('ready both 1 at 0');
    walker.send({ kind: 'report-sign', sign: 'dizziness' });
    expect(walker.state().ending).toEqual({ outcome: 'stopped', because: 'D-01' });
  });

  it('[D-05] the second red of a session ends it', () => {
    const walker = during(30);
    walker.send({ kind: 'answer', pain: 6 });
    walker.send({ kind: 'resume' });
    walker.pass(15);
    walker.send({ kind: 'answer', pain: 8 });
    expect(walker.state()).toMatchObject({
      status: 'finished',
      ending: { outcome: 'stopped', because: 'D-05' },
    });
  });

  it('[D-01] tingling leaves out all stretches that are still to come', () => {
    const walker = during(30);
    walker.send({ kind: 'report-sign', sign: 'tingling', place: 'elsewhere' });
    walker.send({ kind: 'resume' });
    expect(
      new Set(
        walker
          .state()
          .runs.slice(walker.state().position)
          .map(({ step }) => step.exercise),
      ),
    ).toEqual(new Set(['march']));
    expect(walker.logs()[0]).toMatchObject({ felt: 'tingling-elsewhere' });
  });

  it('[D-01] a sign is written down even when nothing was held yet, in the word that the diary closes by', () => {
    const walker = during(2);
    walker.send({ kind: 'report-sign', sign: 'numbness' });
    expect(walker.logs()).toEqual([
      { item: 0, exercise: 'lunge', side: 'left', set: 1, seconds: 0, felt: 'tingling' },
    ]);
    expect(walker.state().runs.some(({ step }) => step.exercise === 'couch-stretch')).toBe(false);
  });

  it('[D-01] a pinch named in the answers stops like the sign itself', () => {
    const walker = during(30, [lunge]);
    walker.send({ kind: 'answer', pain: 0, felt: 'groin-pinch', verdict: 'stop' });
    expect(walker.state().stop).toMatchObject({ key: 'groinPinch', rule: 'D-01' });
    walker.send({ kind: 'resume' });
    expect(walker.state().ending).toEqual({ outcome: 'stopped', because: 'D-01' });
  });

  it('[D-01] chest symptoms end everything at once, also in a pause', () => {
    const walker = during(30);
    walker.send({ kind: 'pause' });
    const effects = walker.send({ kind: 'report-sign', sign: 'chest-symptoms' });
    expect(effects[0]).toMatchObject({ kind: 'stop', decision: { action: 'emergency', raises: ['RF07'] } });
    expect(walker.state().status).toBe('finished');
  });
});
