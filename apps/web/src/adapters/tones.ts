import type { Tone, ToneAhead } from '@psoas/core/session';
import type { TonePort } from './player-ports.ts';

declare global {
  interface Navigator {
    /** Safari's say in how sounds share the speaker; not yet in the compiler's library. */
    readonly audioSession?: { type: string };
  }
}

/** One note: hertz, when it begins and how long it lasts, in seconds from the tone's start. */
type Note = { readonly hertz: number; readonly at: number; readonly lasts: number };

// Warning tones are single and short, the end falls, the finish rises: each can be told without looking.
const notesByTone: { readonly [tone in Tone]: readonly Note[] } = {
  ready: [{ hertz: 523, at: 0, lasts: 0.16 }],
  count: [{ hertz: 660, at: 0, lasts: 0.09 }],
  start: [{ hertz: 880, at: 0, lasts: 0.34 }],
  halfway: [
    { hertz: 660, at: 0, lasts: 0.1 },
    { hertz: 660, at: 0.16, lasts: 0.1 },
  ],
  end: [
    { hertz: 784, at: 0, lasts: 0.18 },
    { hertz: 523, at: 0.2, lasts: 0.34 },
  ],
  finish: [
    { hertz: 523, at: 0, lasts: 0.2 },
    { hertz: 659, at: 0.2, lasts: 0.2 },
    { hertz: 784, at: 0.4, lasts: 0.5 },
  ],
};

/** A note that is to begin at a moment of the audio clock. One that has begun is left to ring. */
type Waiting = { readonly node: OscillatorNode; readonly at: number };

/** Loudness from 0 to 1: audible beside music, never startling. */
const loudness = 0.22;

/**
 * Tones from the browser's audio clock, which keeps time when the page is throttled. Other people's music plays on:
 * where the browser lets us, our sound mixes with it.
 */
export function createTonePort(createContext: (() => AudioContext) | undefined): TonePort {
  let context: AudioContext | undefined;
  let ahead: readonly Waiting[] = [];
  const isOpen = (): boolean => context?.state === 'running';

  const drop = (): void => {
    const now = context?.currentTime ?? 0;
    for (const { node, at } of ahead) if (at > now) silence(node);
    ahead = [];
  };

  return {
    unlock: async () => {
      try {
        context ??= createContext?.();
        if (context?.state !== 'running') await context?.resume();
      } catch {
        // Sound is refused: everything else goes on.
      }
      return isOpen();
    },
    play: (tone) => {
      if (context !== undefined && isOpen()) sound(context, tone, context.currentTime);
    },
    schedule: (tones: readonly ToneAhead[]) => {
      drop();
      // A context that stands still would give all its tones at once when it wakes.
      if (context === undefined || !isOpen()) return;
      const audio = context;
      const now = audio.currentTime;
      ahead = tones.flatMap(({ tone, inMillis }) => sound(audio, tone, now + inMillis / 1000));
    },
    close: () => {
      drop();
      void context?.close().catch(() => undefined);
      context = undefined;
    },
  };
}

function sound(context: AudioContext, tone: Tone, atSeconds: number): readonly Waiting[] {
  return notesByTone[tone].map((note) => playNote(context, note, atSeconds + note.at));
}

function playNote(context: AudioContext, { hertz, lasts }: Note, at: number): Waiting {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.012);
  gain.gain.setValueAtTime(loudness, at + lasts * 0.6);
  gain.gain.linearRampToValueAtTime(0, at + lasts);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + lasts + 0.02);
  return { node: oscillator, at };
}

function silence(node: OscillatorNode): void {
  node.stop();
  node.disconnect();
}

/** The page's audio, set to mix with what else plays; undefined where there is none. */
export function deviceAudio(): (() => AudioContext) | undefined {
  if (typeof AudioContext !== 'function') return undefined;
  return () => {
    if (navigator.audioSession !== undefined) navigator.audioSession.type = 'ambient';
    return new AudioContext({ latencyHint: 'interactive' });
  };
}
