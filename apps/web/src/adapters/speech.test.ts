import { describe, expect, it } from 'vitest';
import { chooseVoice, createSpeechPort, type SpeechDevice } from './speech.ts';

const voice = (name: string, lang: string, localService: boolean, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
  voiceURI: name,
});

function createFakeSpeech(voices: readonly SpeechSynthesisVoice[]) {
  const spoken: string[] = [];
  const device: SpeechDevice = {
    synthesis: {
      getVoices: () => [...voices],
      speak: ({ text, voice: used }) => void spoken.push(`${used?.name}: ${text}`),
      cancel: () => void spoken.push('cancel'),
    },
    createUtterance: (text) => ({ text }) as SpeechSynthesisUtterance,
  };
  return { spoken, port: createSpeechPort(device, ['en-GB', 'en']) };
}

describe('speech', () => {
  it('speaks with a voice of the device, the exact language first', () => {
    const { port, spoken } = createFakeSpeech([
      voice('far', 'en-GB', false, true),
      voice('us', 'en-US', true),
      voice('gb', 'en_GB', true),
    ]);
    port.say('Halfway.');
    expect(spoken).toEqual(['gb: Halfway.']);
  });

  it('never uses a voice that sends the text away', () => {
    const { port, spoken } = createFakeSpeech([
      voice('far', 'en-GB', false, true),
      voice('french', 'fr-FR', true),
    ]);
    expect(port.isAvailable()).toBe(false);
    port.say('Halfway.');
    expect(spoken).toEqual([]);
  });

  it('takes the default among equals', () => {
    expect(chooseVoice([voice('one', 'en-US', true), voice('two', 'en-AU', true, true)], ['en-GB', 'en'])?.name).toBe(
      'two',
    );
  });

  it('stays silent where there is no speech, or where it throws', () => {
    createSpeechPort(undefined, ['en-GB']).say('Halfway.');
    const broken = (): never => {
      throw new Error('not allowed');
    };
    const port = createSpeechPort(
      {
        synthesis: { getVoices: () => [voice('gb', 'en-GB', true)], speak: broken, cancel: broken },
        createUtterance: broken,
      },
      ['en-GB'],
    );
    expect(() => {
      port.say('Halfway.');
      port.cancel();
    }).not.toThrow();
  });
});
