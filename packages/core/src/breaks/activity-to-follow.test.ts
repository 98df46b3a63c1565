import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry, samples } from '../diary/testing/sample-events.ts';
import { activityToFollow } from './activity-to-follow.ts';

const monday = day('2026-03-02');

function done(activity: 'run' | 'ride', at: number, on = '2026-03-02'): unknown {
  return entry('activity-done', { activity, seconds: 1800 }, { id: `${activity}-${at}`, at, on });
}

function stretched(at: number, exercise: string | undefined = 'standing-hip-flexor-stretch'): unknown {
  const held = exercise === undefined ? 0 : 30;
  return entry('break-taken', { occasion: 'run', left: held, right: held, ...(exercise && { exercise }) }, { id: `break-${at}`, at });
}

const found = (...entries: readonly unknown[]) => activityToFollow(foldDiary(entries), monday);

describe('a run or ride that came from a watch or phone', () => {
  it('[BR-13] stands on its day, the latest one, in whatever order they came', () => {
    expect(found(done('ride', 120), done('run', 60))).toMatchObject({ activity: 'ride', seconds: 1800 });
    expect(found(done('run', 60, '2026-03-01'))).toBeUndefined();
    expect(found()).toBeUndefined();
  });

  it('[BR-13] until a stretch followed it', () => {
    expect(found(done('run', 60), stretched(59))).toMatchObject({ activity: 'run' });
    expect(found(done('run', 60), stretched(61))).toBeUndefined();
    expect(found(done('run', 60), stretched(61), done('ride', 62))).toMatchObject({ activity: 'ride' });
    expect(found(done('run', 60), entry('break-taken', { occasion: 'desk', left: 0, right: 0 }, { id: 'feet', at: 61 }))).toBeDefined();
  });

  it('[BR-13] also in a session: a set of a stretch, not one of strength', () => {
    const started = entry('session-started', samples['session-started'][0], { id: 'started', at: 50 });
    const set = (item: number, exercise: string): unknown =>
      entry('set-logged', { ...samples['set-logged'][0], item, exercise }, { id: 'set', at: 70 });
    expect(found(done('run', 60), started, set(0, 'kneeling-hip-flexor-lunge'))).toBeUndefined();
    expect(found(done('run', 60), started, set(1, 'dead-bug'))).toBeDefined();
  });
});
