import { describe, expect, it } from 'vitest';
import { createTimeline, createPlayerState, type PlayerState } from '@psoas/core/session';
import type { PlanItem } from '@psoas/core/programme';
import { byId } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import type { MediaAction, PlayerPorts, TickOccasion } from '../../adapters/player-ports.ts';
import { createSessionRunner } from './session-runner.ts';
import type { SessionResult } from './session-result.ts';

const exerciseById = byId(exercises);
const lunge: PlanItem = {
  exercise: 'kneeling-hip-flexor-lunge',
  class: 'stretch',
  side: 'both',
  sets: 1,
  holdSeconds: 45,
  restSeconds: 10,
  because: ['P-02'],
};
const march: PlanItem = { ...lunge, exercise: 'standing-march', class: 'strengthen', side: 'left' };

/** A runner with ports that note what they are asked, and two clocks that the test moves. */
function setupRunner({
  hasVoice = true,
  items = [lunge, march],
  waitsBetween = false,
}: { readonly hasVoice?: boolean; readonly items?: readonly PlanItem[]; readonly waitsBetween?: boolean } = {}) {
  const seen: string[] = [];
  const scheduled: number[] = [];
  const saved: PlayerState[] = [];
  const results: SessionResult[] = [];
  let millis = 0;
  let tick: (occasion: TickOccasion) => void = () => undefined;
  let media: (action: MediaAction) => void = () => undefined;
  const ports: PlayerPorts = {
    tones: {
      unlock: async () => true,
      play: (tone) => seen.push(`play ${tone}`),
      schedule: (tones) => scheduled.push(tones.length),
      close: () => seen.push('tones closed'),
    },
    speech: { isAvailable: () => hasVoice, say: (text) => seen.push(text), cancel: () => undefined },
    vibration: { vibrate: () => undefined },
    wakeLock: { keepAwake: (on) => seen.push(`awake ${on}`), close: () => seen.push('lock closed') },
    media: { show: () => undefined, onAction: (listener) => (media = listener), close: () => undefined },
    ticker: { start: (listener) => ((tick = listener), () => seen.push('stopped')) },
  };
  const runner = createSessionRunner({
    state: createPlayerState({ timeline: createTimeline(items, exerciseById), exercises }),
    run: 'run-1',
    waitsBetween,
    exerciseById,
    ports,
    now: () => ({ wallMillis: 1e12 + millis, monotonicMillis: millis }),
    emergencyNumber: () => '112',
    onLog: (set) => seen.push(`log ${set.run} ${set.exercise} ${set.side} ${set.seconds}`),
    onSave: (state) => saved.push(state),
    onFinished: (result) => results.push(result),
  });
  const stop = runner.run();
  const pass = (seconds: number, every = 0.5): void => {
    for (let left = seconds; left > 0; left -= every) {
      millis += Math.min(every, left) * 1000;
      tick('tick');
    }
  };
  return {
    runner,
    seen,
    scheduled,
    saved,
    results,
    stop,
    pass,
    leave: () => tick('leaving'),
    press: (action: MediaAction) => media(action),
  };
}

describe('a session under way', () => {
  it('[T-15] waits before each exercise after the first where the person wishes, says what comes, and goes on when told', () => {
    const { runner, seen, pass } = setupRunner({ waitsBetween: true });
    runner.send({ kind: 'start' });
    pass(10 + 45 + 8 + 45 + 60);
    expect(runner.state().status).toBe('paused');
    expect(runner.state().runs[runner.state().position]?.step).toMatchObject({ kind: 'ready', exercise: 'standing-march' });
    expect(seen.join(' ')).toContain(exerciseById.get('standing-march')?.name);
    runner.send({ kind: 'resume' });
    pass(11);
    expect(runner.state().status).toBe('running');
    expect(runner.state().runs[runner.state().position]?.step.kind).toBe('work');
  });

  it('speaks, keeps the screen on, logs and finishes', () => {
    const { runner, seen, pass, results } = setupRunner({ items: [lunge] });
    runner.send({ kind: 'start' });
    pass(10 + 45 + 8 + 45 + 11);
    expect(seen.filter((entry) => /^(awake|log|Next|Hold|Change|That)/.test(entry))).toEqual([
      'awake true',
      'Next: Kneeling hip flexor lunge. Left side.',
      'Hold, 45 seconds.',
      'Change to the right side.',
      'Hold, 45 seconds.',
      'log run-1 kneeling-hip-flexor-lunge left 45',
      'log run-1 kneeling-hip-flexor-lunge right 45',
      'That was the session.',
      'awake false',
    ]);
    expect(results).toMatchObject([
      {
        run: 'run-1',
        ending: { outcome: 'completed' },
        raises: [],
        sets: [{ side: 'left' }, { side: 'right' }],
      },
    ]);
  });

  it('[T-13] leaves tones to the audio clock, but for those that no plan could hold', () => {
    const { runner, seen, pass, scheduled } = setupRunner();
    runner.send({ kind: 'start' });
    pass(10 + 45 + 8 + 45 + 11);
    expect(seen.filter((entry) => entry.startsWith('play'))).toEqual(['play ready', 'play ready']);
    expect(scheduled[0]).toBeGreaterThan(5);
    runner.send({ kind: 'pause' });
    expect(scheduled.at(-1)).toBe(0);
  });

  it('saves on each change, every few seconds, and when the page goes', () => {
    const { runner, saved, pass, leave, stop, seen } = setupRunner();
    runner.send({ kind: 'start' });
    const atStart = saved.length;
    pass(9);
    expect(saved.length - atStart).toBe(1);
    leave();
    expect(saved.at(-1)?.elapsedMillis).toBe(9000);
    stop();
    expect(seen.slice(-3)).toEqual(['stopped', 'tones closed', 'lock closed']);
  });

  it('tells a screen reader the turning points, and the lines too when there is no voice', () => {
    const withVoice = setupRunner();
    const without = setupRunner({ hasVoice: false });
    for (const { runner, pass } of [withVoice, without]) {
      runner.send({ kind: 'start' });
      pass(10 + 4);
    }
    expect(withVoice.runner.announcement()).toBe('Hold, 45 seconds.');
    expect(without.runner.announcement()).toBe('Tailbone under, belt buckle up.');
    withVoice.runner.send({ kind: 'pause' });
    expect(withVoice.runner.announcement()).toBe('Paused.');
  });

  it('takes headphone buttons, but none of them passes a stop', () => {
    const { runner, press, pass } = setupRunner();
    press('play');
    expect(runner.state().status).toBe('running');
    pass(20);
    press('pause');
    expect(runner.state().status).toBe('paused');
    press('play');
    runner.send({ kind: 'report-sign', sign: 'groin-pinch' });
    press('play');
    press('next');
    expect(runner.state().status).toBe('stopped');
  });

  it('[D-01] an emergency is handed on at once, with what it raises', () => {
    const { runner, results, pass } = setupRunner();
    runner.send({ kind: 'start' });
    pass(20);
    runner.send({ kind: 'report-sign', sign: 'chest-symptoms' });
    expect(results).toMatchObject([{ ending: { outcome: 'stopped', because: 'D-01' }, raises: ['RF07'] }]);
    expect(runner.announcement()).toBe('Stop. Get emergency help now');
    expect(runner.state().stop?.action).toBe('emergency');
  });

  it('shows a notice for a while', () => {
    const { runner, pass } = setupRunner();
    runner.send({ kind: 'start' });
    pass(20);
    runner.send({ kind: 'answer', pain: 5 });
    expect(runner.notice()).toMatchObject({ kind: 'decision', decision: { key: 'amberTrim' } });
    pass(60);
    expect(runner.notice()).toBeUndefined();
  });

  it('[AC-04] says a stop as the screen shows it, the number to call before all else', () => {
    const { runner, seen, pass } = setupRunner();
    runner.send({ kind: 'start' });
    pass(20);
    runner.send({ kind: 'report-sign', sign: 'chest-symptoms' });
    expect(seen.slice(seen.indexOf('Stop. Get emergency help now.')).slice(0, 3)).toEqual([
      'Stop. Get emergency help now.',
      'Call 1 1 2.',
      expect.stringMatching(/^Sit down and stay still/),
    ]);
  });

  it('[AC-03] tells what an answer changed together with what comes next', () => {
    const { runner, seen, pass } = setupRunner({ items: [lunge, march] });
    runner.send({ kind: 'start' });
    pass(10 + 45 + 8 + 45 + 2);
    runner.send({ kind: 'answer', pain: 5 });
    expect(runner.announcement()).toBe('The next time stays the same. Next: Standing march. Left side.');
    expect(seen.filter((entry) => !/^(log|play)/.test(entry)).slice(-3)).toEqual([
      'The next time stays the same.',
      expect.stringContaining('Pain of 5'),
      'Next: Standing march. Left side.',
    ]);
  });

  it('[AC-04] says that it pauses, which key goes on, how it is done, and that there is more time', () => {
    const { runner, seen, pass } = setupRunner();
    runner.send({ kind: 'start' });
    pass(20);
    runner.pause();
    runner.pause();
    for (const kind of ['resume', 'add15'] as const) runner.send({ kind });
    expect(seen.filter((entry) => /^(Paused|Press|How|Kneel|Going|15)/.test(entry))).toEqual([
      'Paused.',
      'Press Space to go on.',
      'How to do it:',
      expect.stringMatching(/left knee/),
      'Going on.',
      '15 seconds more. The other side gets the same.',
    ]);
  });

  it('[AC-03] tells the same words once more when they are due once more', () => {
    const { runner, pass } = setupRunner();
    runner.send({ kind: 'start' });
    pass(20);
    runner.send({ kind: 'add15' });
    const first = runner.announcement();
    runner.send({ kind: 'add15' });
    expect(runner.announcement().trim()).toBe(first);
    expect(runner.announcement()).not.toBe(first);
  });
});
