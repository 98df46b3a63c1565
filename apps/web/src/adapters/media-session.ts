import type { MediaAction, MediaPort } from './player-ports.ts';

/** The part of the browser's media session that is used. */
export type MediaDevice = {
  readonly session: Pick<MediaSession, 'setActionHandler'> & {
    metadata: MediaMetadata | null;
    playbackState: MediaSessionPlaybackState;
  };
  readonly createMetadata: (init: MediaMetadataInit) => MediaMetadata;
};

const actionByKey = {
  play: 'play',
  pause: 'pause',
  nexttrack: 'next',
  previoustrack: 'previous',
} as const satisfies { readonly [key: string]: MediaAction };
const actionKeys = ['play', 'pause', 'nexttrack', 'previoustrack'] as const;

/**
 * Shows the session on the lock screen and takes headphone buttons, where the browser gives them to a page that takes
 * no audio focus. We play nothing only to get them: somebody's music matters more.
 */
export function createMediaPort(device: MediaDevice | undefined): MediaPort {
  const listen = (listener: ((action: MediaAction) => void) | null): void => {
    for (const key of actionKeys) {
      try {
        device?.session.setActionHandler(key, listener === null ? null : () => listener(actionByKey[key]));
      } catch {
        // This browser does not know this button.
      }
    }
  };
  let shown = '';
  return {
    show: ({ title, artist, isPlaying }) => {
      if (device === undefined) return;
      try {
        if (shown !== `${title}\n${artist}`)
          device.session.metadata = device.createMetadata({ title, artist, album: 'psoas' });
        shown = `${title}\n${artist}`;
        device.session.playbackState = isPlaying ? 'playing' : 'paused';
      } catch {
        // Nothing is shown; the screen has it all.
      }
    },
    onAction: (listener) => listen(listener),
    close: () => {
      listen(null);
      if (device === undefined) return;
      device.session.metadata = null;
      device.session.playbackState = 'none';
      shown = '';
    },
  };
}

/** The browser's media session, where it has one. */
export function deviceMedia(): MediaDevice | undefined {
  if (!('mediaSession' in navigator) || typeof MediaMetadata !== 'function') return undefined;
  return { session: navigator.mediaSession, createMetadata: (init) => new MediaMetadata(init) };
}
