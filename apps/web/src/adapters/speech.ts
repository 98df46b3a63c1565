import type { SpeechPort } from './player-ports.ts';

/** The part of the browser's speech that is used. */
export type SpeechDevice = {
  readonly synthesis: Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;
  readonly createUtterance: (text: string) => SpeechSynthesisUtterance;
};

/**
 * Speaks with a voice that lives on the device. Voices that send the text to a service are never used; without a
 * voice of its own for the language the device stays silent.
 */
export function createSpeechPort(device: SpeechDevice | undefined, languages: readonly string[]): SpeechPort {
  // Voices arrive late in some browsers, so they are looked up each time.
  const voice = (): SpeechSynthesisVoice | undefined => chooseVoice(readVoices(device), languages);
  return {
    isAvailable: () => voice() !== undefined,
    say: (text) => {
      const chosen = voice();
      if (device === undefined || chosen === undefined) return;
      try {
        const utterance = device.createUtterance(text);
        utterance.voice = chosen;
        utterance.lang = chosen.lang;
        device.synthesis.speak(utterance);
      } catch {
        // No speech this time; the words are on the screen.
      }
    },
    cancel: () => {
      try {
        device?.synthesis.cancel();
      } catch {
        // Nothing was being said.
      }
    },
  };
}

/**
 * A voice of the device, the default one first: of the first tag that any voice has exactly, else of the same language
 * elsewhere.
 * @param languages Tags of voices, best first (BCP 47).
 */
export function chooseVoice(voices: readonly SpeechSynthesisVoice[], languages: readonly string[]): SpeechSynthesisVoice | undefined {
  const tagOf = ({ lang }: SpeechSynthesisVoice): string => lang.replace('_', '-').toLowerCase();
  const families = languages.map((tag) => tag.split('-')[0]?.toLowerCase());
  const local = voices.filter((voice) => voice.localService && families.includes(tagOf(voice).split('-')[0]));
  const exact = languages.map((tag) => local.filter((voice) => tagOf(voice) === tag.toLowerCase())).find((found) => found.length > 0) ?? local;
  return exact.find((voice) => voice.default) ?? exact[0];
}

function readVoices(device: SpeechDevice | undefined): readonly SpeechSynthesisVoice[] {
  try {
    return device?.synthesis.getVoices() ?? [];
  } catch {
    return [];
  }
}

/** The browser's speech, where it has one. */
export function deviceSpeech(): SpeechDevice | undefined {
  if (!('speechSynthesis' in window) || typeof SpeechSynthesisUtterance !== 'function') return undefined;
  return { synthesis: window.speechSynthesis, createUtterance: (text) => new SpeechSynthesisUtterance(text) };
}
