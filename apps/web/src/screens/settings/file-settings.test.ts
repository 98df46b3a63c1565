import { readBreakSettings } from '@psoas/core/breaks';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../adapters/settings.ts';
import { settingsForFile, settingsOfFile } from './file-settings.ts';

it('[DF-12] settings come back as they were, but for what is true of the device alone', () => {
  const breaks = { ...readBreakSettings(undefined), everyMinutes: 45 };
  const { copiedOn: _copiedOn, ...moved } = { ...defaultSettings, theme: 'dark' as const, countInSeconds: 8 };
  const file: unknown = JSON.parse(JSON.stringify(settingsForFile({ ...moved, copiedOn: '2026-11-21' }, { breaks, reminderTimes: { 1: 600 } })));
  expect(file).not.toHaveProperty('app.copiedOn');
  expect(settingsOfFile(Object(file))).toEqual({ app: moved, breaks, reminderTimes: { 1: 600 } });
});

it('[DF-12] damaged settings are the usual ones', () => {
  const { copiedOn: _copiedOn, ...moved } = defaultSettings;
  expect(settingsOfFile({ app: [], breaks: 'x' })).toEqual({ app: moved, breaks: readBreakSettings(undefined), reminderTimes: {} });
});
