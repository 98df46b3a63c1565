import { describe, expect, it } from 'vitest';
import { createMediaPort, type MediaDevice } from './media-session.ts';
import { createVibrationPort } from './vibration.ts';

function createFakeMedia() {
  const handlers = new Map<string, MediaSessionActionHandler | null>();
  const session = {
    metadata: null as MediaMetadata | null,
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
      if (action === 'previoustrack') throw new Error('not known here');
      handlers.set(action, handler);
    },
  };
  const device: MediaDevice = { session, createMetadata: (init) => ({ ...init }) as MediaMetadata };
  return { handlers, session, port: createMediaPort(device) };
}

describe('media session', () => {
  it('shows what is going on and hands buttons on, also where one is not known', () => {
    const { port, handlers, session } = createFakeMedia();
    const asked: string[] = [];
    port.onAction((action) => asked.push(action));
    port.show({ title: 'Lunge', artist: 'Left side', isPlaying: true });
    for (const handler of handlers.values()) handler?.({ action: 'play' });
    expect(asked).toEqual(['play', 'pause', 'next']);
    expect(session).toMatchObject({
      metadata: { title: 'Lunge', artist: 'Left side' },
      playbackState: 'playing',
    });
  });

  it('leaves nothing behind', () => {
    const { port, handlers, session } = createFakeMedia();
    port.onAction(() => undefined);
    port.show({ title: 'Lunge', artist: 'Left side', isPlaying: false });
    port.close();
    expect([...handlers.values()]).toEqual([null, null, null]);
    expect(session).toMatchObject({ metadata: null, playbackState: 'none' });
  });

  it('does without', () => {
    const port = createMediaPort(undefined);
    port.onAction(() => undefined);
    expect(() => {
      port.show({ title: 'Lunge', artist: '', isPlaying: true });
      port.close();
    }).not.toThrow();
  });
});

describe('vibration', () => {
  it('shakes where the device can, and takes a refusal', () => {
    const patterns: number[][] = [];
    createVibrationPort((pattern) => patterns.push(pattern) > 0).vibrate('double');
    expect(patterns).toEqual([[90, 90, 90]]);
    createVibrationPort(undefined).vibrate('long');
    createVibrationPort(() => {
      throw new Error('not yet touched');
    }).vibrate('long');
  });
});
