import { chromium, type Browser } from 'playwright-core';
import { browserFlags } from './browser-flags.ts';
import { findBrowser } from './find-browser.ts';

/** Starts the machine's Chromium without a window. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
}
