import { isRecord } from '@psoas/kernel';

/** How the app behaves on this device. It says nothing about the person's body, so it is not part of the diary. */
export type Settings = {
  readonly theme: 'system' | 'light' | 'dark';
  /** The code of a language of ours; empty: as the browser prefers. */
  readonly language: string;
  readonly region: RegionId;
  readonly units: 'centimetres' | 'inches';
  readonly voice: boolean;
  readonly tones: boolean;
  readonly vibration: boolean;
  /** Seconds of the count-in, 3 to 10. */
  readonly countInSeconds: number;
  readonly firstSide: 'left' | 'right';
  readonly order: 'alternate' | 'one-side-first';
  /** Who shows the exercises; a picture, nothing about the person. */
  readonly figureBuild: FigureBuild;
  readonly figureTone: FigureTone;
  /** The day of the last copy of the diary, as YYYY-MM-DD; empty before the first one. */
  readonly copiedOn: string;
  /** Reminders of breaks are on. */
  readonly breaks: boolean;
  /** Reminders of the session are on. */
  readonly sessionReminder: boolean;
  /** A check was begun here: the app opens at Today. */
  readonly started: boolean;
};

/** Regions by their emergency numbers. */
export const regionIds = ['unknown', 'eu', 'de', 'at', 'ch', 'es', 'uk', 'us-ca', 'mx', 'ar', 'co', 'cl', 'pe', 'cn', 'tw', 'hk', 'sg', 'au', 'nz', 'other'] as const;
export type RegionId = (typeof regionIds)[number];

/** The builds of the figure, as the figure package names them. */
export const figureBuilds = ['woman', 'man', 'woman-full', 'man-slight'] as const;
export type FigureBuild = (typeof figureBuilds)[number];
/** The tones of the figure's skin and clothes, as the figure package names them. */
export const figureTones = ['sand', 'brown', 'deep', 'fair', 'silver'] as const;
export type FigureTone = (typeof figureTones)[number];

/** How psoas behaves until somebody says otherwise. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: '',
  region: 'unknown',
  units: 'centimetres',
  voice: true,
  tones: true,
  vibration: true,
  countInSeconds: 5,
  firstSide: 'left',
  order: 'alternate',
  figureBuild: 'woman',
  figureTone: 'sand',
  copiedOn: '',
  breaks: false,
  sessionReminder: false,
  started: false,
};

/** The settings, kept for this device. */
export type SettingsStore = {
  readonly get: () => Settings;
  readonly change: (changes: Partial<Settings>) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

const storageKey = 'psoas.settings';

/** Settings in the browser's local storage. Where that is closed to us they last as long as the page. */
export function createSettingsStore(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): SettingsStore {
  const listeners = new Set<() => void>();
  let settings = readSettings(storage);
  return {
    get: () => settings,
    change: (changes) => {
      settings = { ...settings, ...changes };
      try {
        storage?.setItem(storageKey, JSON.stringify(settings));
      } catch {
        // Full or forbidden storage: the settings still hold for this page.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function readSettings(storage: Pick<Storage, 'getItem'> | undefined): Settings {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
    return isRecord(stored) ? mergeSettings(stored) : defaultSettings;
  } catch {
    return defaultSettings;
  }
}

/** Takes over each stored setting that is still valid; the others keep their default. */
export function mergeSettings(stored: { readonly [key: string]: unknown }): Settings {
  const choice = <Value>(key: keyof Settings, choices: readonly Value[], fallback: Value): Value => choices.find((one) => one === stored[key]) ?? fallback;
  const flag = (key: keyof Settings, fallback: boolean): boolean => choice(key, [true, false], fallback);
  const seconds = stored['countInSeconds'];
  return {
    theme: choice('theme', ['system', 'light', 'dark'], defaultSettings.theme),
    language: typeof stored['language'] === 'string' && /^[a-zA-Z-]{0,20}$/.test(stored['language']) ? stored['language'] : defaultSettings.language,
    region: choice('region', regionIds, defaultSettings.region),
    units: choice('units', ['centimetres', 'inches'], defaultSettings.units),
    voice: flag('voice', defaultSettings.voice),
    tones: flag('tones', defaultSettings.tones),
    vibration: flag('vibration', defaultSettings.vibration),
    countInSeconds: typeof seconds === 'number' && seconds >= 3 && seconds <= 10 ? Math.round(seconds) : defaultSettings.countInSeconds,
    firstSide: choice('firstSide', ['left', 'right'], defaultSettings.firstSide),
    order: choice('order', ['alternate', 'one-side-first'], defaultSettings.order),
    figureBuild: choice('figureBuild', figureBuilds, defaultSettings.figureBuild),
    figureTone: choice('figureTone', figureTones, defaultSettings.figureTone),
    copiedOn: typeof stored['copiedOn'] === 'string' ? stored['copiedOn'] : defaultSettings.copiedOn,
    breaks: flag('breaks', defaultSettings.breaks),
    sessionReminder: flag('sessionReminder', defaultSettings.sessionReminder),
    started: flag('started', defaultSettings.started),
  };
}
