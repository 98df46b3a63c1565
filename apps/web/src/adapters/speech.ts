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
export function createSpeechPort(device: SpeechDevice | undefined, language: string): SpeechPort {
  // Voices arrive late in some browsers, so they are looked up each time.
  const voice = (): SpeechSynthesisVoice | undefined => chooseVoice(readVoices(device), language);
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

/** A local voice of the exact language, else of the same language elsewhere, the default one first. */
export function chooseVoice(
  voices: readonly SpeechSynthesisVoice[],
  language: string,
): SpeechSynthesisVoice | undefined {
  const family = language.slice(0, 2).toLowerCase();
  const local = voices.filter(
    ({ localService, lang }) => localService && lang.toLowerCase().startsWith(family),
  );
  const exact = local.filter(({ lang }) => lang.replace('_', '-').toLowerCase() === language.toLowerCase());
  return exact.find((voice) => voice.default) ?? exact[0] ?? local.find((voice) => voice.default) ?? local[0];
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
