import type { Page } from 'playwright-core';

/** Something that a voice says or a screen reader is told, and the second of the test clock at which it began. */
export type Heard = { readonly second: number; readonly words: string; readonly isCut?: boolean };

/**
 * Puts a voice into the page that takes the time of the test clock to speak, as a real one does, and keeps what it
 * says; so too what live regions tell. To be called before the app starts.
 */
export async function listen(page: Page): Promise<{ readonly voice: () => Promise<readonly Heard[]>; readonly reader: () => Promise<readonly Heard[]> }> {
  await page.addInitScript(() => {
    type Utterance = { second: number; words: string; until: number; isCut: boolean };
    const kept: { voice: Utterance[]; reader: { second: number; words: string }[] } = { voice: [], reader: [] };
    Object.assign(window, { psoasHeard: kept });
    const now = (): number => (window.__psoasTestClock?.nowMillis ?? 0) / 1000;
    const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
    const synthesis = {
      getVoices: () => [voice],
      speak: ({ text }: { text: string }) => {
        const second = Math.max(now(), kept.voice.at(-1)?.until ?? 0);
        // 150 words a minute, and a breath.
        kept.voice.push({ words: text, second, until: second + text.split(' ').length * 0.4 + 0.6, isCut: false });
      },
      // What is being said breaks off, what waited is never said.
      cancel: () => {
        kept.voice = kept.voice.filter(({ second }) => second < now());
        const last = kept.voice.at(-1);
        if (last !== undefined && last.until > now()) Object.assign(last, { until: now(), isCut: true });
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    // The browser's own takes no voice but its own.
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    const watch = new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]') ?? null),
      );
      for (const region of regions) if (region !== null && region.textContent !== '') kept.reader.push({ second: now(), words: region.textContent ?? '' });
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true });
  });
  return {
    voice: () => page.evaluate(() => window.psoasHeard?.voice ?? []),
    reader: () => page.evaluate(() => window.psoasHeard?.reader ?? []),
  };
}

declare global {
  interface Window {
    psoasHeard?: { readonly voice: readonly Heard[]; readonly reader: readonly Heard[] };
  }
}
