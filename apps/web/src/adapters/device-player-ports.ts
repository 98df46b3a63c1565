import { createMediaPort, deviceMedia } from './media-session.ts';
import type { PlayerPorts } from './player-ports.ts';
import { createSpeechPort, deviceSpeech } from './speech.ts';
import { createPageTicker } from './ticker.ts';
import { createTonePort, deviceAudio } from './tones.ts';
import { createVibrationPort, deviceVibration } from './vibration.ts';
import { createWakeLockPort, deviceWakeLock } from './wake-lock.ts';
import { language } from '@psoas/knowledge/language';

/** What the person wants to hear and feel. */
export type PlayerSenses = { readonly voice: boolean; readonly tones: boolean; readonly vibration: boolean };

/** The player's ports on this device; what the person has switched off is as if it were not there. */
export function createDevicePlayerPorts({ voice, tones, vibration }: PlayerSenses): PlayerPorts {
  return {
    tones: createTonePort(tones ? deviceAudio() : undefined),
    speech: createSpeechPort(voice ? deviceSpeech() : undefined, language.voices),
    vibration: createVibrationPort(vibration ? deviceVibration() : undefined),
    wakeLock: createWakeLockPort(deviceWakeLock()),
    media: createMediaPort(deviceMedia()),
    ticker: createPageTicker(),
  };
}
