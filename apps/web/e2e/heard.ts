import type { Page } from 'playwright-core';

/** Something that a voice says or a screen reader is told, and the second of the test clock at which it began. */
export type Heard = { readonly second: number; readonly words: string; readonly cut?: boolean };

/**
 * Puts a voice into the page that takes the time of the test clock to speak, as a real one does, and keeps what it
 * says; so too what live regions tell. To be called before the app starts.
 */
export async function listen(page: Page): Promise<{ readonly voice: () => Promise<readonly Heard[]>; readonly reader: () => Promise<readonly Heard[]> }> {
  await page.addInitScript(() => {
    type Utterance = { words: string; from: number; until: number; cut?: boolean };
    const kept: { voice: Utterance[]; reader: { second: number; words: string }[] } = { voice: [], reader: [] };
    Object.assign(window, { psoasHeard: kept });
    const now = (): number => (window.__psoasTestClock?.nowMillis ?? 0) / 1000;
    const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
    const synthesis = {
      getVoices: () => [voice],
      speak: ({ text }: { text: string }) => {
        const from = Math.max(now(), kept.voice.at(-1)?.until ?? 0);
        // 150 words a minute, and a breath.
        kept.voice.push({ words: text, from, until: from + text.split(' ').length * 0.4 + 0.6 });
      },
      cancel: () => {
        for (const each of kept.voice) if (each.until > now()) Object.assign(each, { cut: each.from >= now(), until: now() });
        kept.voice = kept.voice.filter(({ cut }) => cut !== true);
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    const watch = new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]') ?? null),
      );
      for (const region of regions) if (region !== null && region.textContent !== '') kept.reader.push({ second: now(), words: region.textContent ?? '' });
    });
    watch.observe(document, { subtree: true, childList: true, characterData: true });
  });
  return {
    voice: () => page.evaluate(() => window.psoasHeard?.voice.map(({ from, words }) => ({ second: from, words })) ?? []),
    reader: () => page.evaluate(() => window.psoasHeard?.reader ?? []),
  };
}

declare global {
  interface Window {
    psoasHeard?: { readonly voice: readonly { readonly from: number; readonly words: string }[]; readonly reader: readonly Heard[] };
  }
}
