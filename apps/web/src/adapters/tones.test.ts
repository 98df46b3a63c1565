import { describe, expect, it } from 'vitest';
import { createTonePort } from './tones.ts';

/** An audio context that notes when what is to sound. */
function createFakeAudio(opens = true) {
  const notes: { hertz: number; at: number; isSilenced: boolean }[] = [];
  const context = {
    state: 'suspended',
    currentTime: 10,
    destination: {},
    resume: async () => {
      if (!opens) throw new Error('refused');
      context.state = 'running';
    },
    close: async () => undefined,
    createGain: () => ({
      gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
      connect: (next: unknown) => next,
    }),
    createOscillator: () => {
      const note = { hertz: 0, at: -1, isSilenced: false };
      notes.push(note);
      return {
        type: 'sine',
        frequency: {
          set value(hertz: number) {
            note.hertz = hertz;
          },
        },
        connect: (next: unknown) => next,
        start: (at: number) => {
          note.at = at;
        },
        stop: (at?: number) => {
          note.isSilenced = at === undefined;
        },
        disconnect: () => undefined,
      };
    },
  };
  return { notes, context, port: createTonePort(() => context as unknown as AudioContext) };
}

describe('tones', () => {
  it('[T-13] are given to the audio clock ahead of time', async () => {
    const { port, notes } = createFakeAudio();
    expect(await port.unlock()).toBe(true);
    port.schedule([
      { tone: 'count', inMillis: 1500 },
      { tone: 'start', inMillis: 4500 },
    ]);
    expect(notes.map(({ at }) => at)).toEqual([11.5, 14.5]);
  });

  it('are taken back when the plan changes, but one that sounds rings out', async () => {
    const { port, notes, context } = createFakeAudio();
    await port.unlock();
    port.schedule([
      { tone: 'count', inMillis: 1000 },
      { tone: 'start', inMillis: 2000 },
    ]);
    context.currentTime = 11.05;
    port.schedule([]);
    expect(notes.map(({ isSilenced }) => isSilenced)).toEqual([false, true]);
  });

  it('are not kept for later while sound is closed', async () => {
    const { port, notes } = createFakeAudio(false);
    port.schedule([{ tone: 'count', inMillis: 1000 }]);
    expect(await port.unlock()).toBe(false);
    port.schedule([{ tone: 'count', inMillis: 1000 }]);
    port.play('start');
    expect(notes).toEqual([]);
  });

  it('do without audio', async () => {
    const port = createTonePort(undefined);
    expect(await port.unlock()).toBe(false);
    port.play('end');
    port.schedule([{ tone: 'end', inMillis: 5 }]);
    port.close();
  });
});
