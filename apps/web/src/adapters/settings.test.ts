import { expect, it } from 'vitest';
import { createSettingsStore, defaultSettings, mergeSettings } from './settings.ts';

it('keeps what is valid and replaces what is not', () => {
  expect(mergeSettings({ theme: 'dark', region: 'atlantis', countInSeconds: 99, voice: 'yes' })).toEqual({ ...defaultSettings, theme: 'dark' });
});

it('survives damaged storage and tells its listeners of a change', () => {
  const kept = new Map([['psoas.settings', '{oops']]);
  const store = createSettingsStore({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
  const seen: string[] = [];
  store.subscribe(() => seen.push(store.get().region));
  store.change({ region: 'uk' });
  expect(seen).toEqual(['uk']);
  expect(createSettingsStore({ getItem: (key) => kept.get(key) ?? null, setItem: () => undefined }).get().region).toBe('uk');
});
