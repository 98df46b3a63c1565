import { languageCodes } from '@psoas/knowledge/language-codes';
import { createSettingsStore } from './adapters/settings.ts';
import { chooseLanguage } from './app/choose-language.ts';
import { start, type Beginning } from './start.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/forced-colours.css';
import './styles/paper.css';

const storage = localStorageIfAllowed();
const settings = createSettingsStore(storage);
const language = chooseLanguage(settings.get().language, navigator.languages, languageCodes);

// This script speaks English. Another language is the same app, built with other words; nothing is drawn before it is here.
if (language === 'en') start({ storage, settings });
else void startIn(language).catch(() => start({ storage, settings }));

async function startIn(code: string): Promise<void> {
  const spoken: unknown = await import(/* @vite-ignore */ `/languages/${code}.js`);
  if (!isSpoken(spoken)) throw new Error(`languages/${code}.js does not start`);
  spoken.start({ storage, settings });
}

function isSpoken(module: unknown): module is { readonly start: (beginning: Beginning) => void } {
  return typeof module === 'object' && module !== null && 'start' in module && typeof module.start === 'function';
}

// Some browsers forbid storage to the page altogether, and even reading the property throws.
function localStorageIfAllowed(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
