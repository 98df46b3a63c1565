import type { ToneAhead, Tone, VibrationPattern } from '@psoas/core/session';

/** Everything the player does to the outside. Each port works, silently, where the device lacks or refuses it. */
export type PlayerPorts = {
  readonly tones: TonePort;
  readonly speech: SpeechPort;
  readonly vibration: VibrationPort;
  readonly wakeLock: WakeLockPort;
  readonly media: MediaPort;
  readonly ticker: TickerPort;
};

export type TonePort = {
  /** To be called from a touch or a key: browsers keep sound closed until then. True when sound is open. */
  readonly unlock: () => Promise<boolean>;
  /** Sounds at once. */
  readonly play: (tone: Tone) => void;
  /** Replaces all tones that were told ahead and have not begun. */
  readonly schedule: (tones: readonly ToneAhead[]) => void;
  readonly close: () => void;
};

export type SpeechPort = {
  /** Whether the device has a voice of its own; a voice that sends text away is never used. */
  readonly isAvailable: () => boolean;
  /** Speaks after what is being said. */
  readonly say: (text: string) => void;
  readonly cancel: () => void;
};

export type VibrationPort = { readonly vibrate: (pattern: VibrationPattern) => void };

export type WakeLockPort = { readonly keepAwake: (on: boolean) => void; readonly close: () => void };

/** What the lock screen and headphone buttons can ask for. */
export type MediaAction = 'play' | 'pause' | 'next' | 'previous';

export type MediaPort = {
  readonly show: (now: {
    readonly title: string;
    readonly artist: string;
    readonly isPlaying: boolean;
  }) => void;
  readonly onAction: (listener: (action: MediaAction) => void) => void;
  readonly close: () => void;
};

/** Calls back a few times a second, and at once when the page is seen again or about to go. */
export type TickerPort = { readonly start: (listener: (occasion: TickOccasion) => void) => () => void };
export type TickOccasion = 'tick' | 'shown' | 'leaving';
