import type { Page } from 'playwright-core';

/**
 * [AC-08] What is too small to touch: 24 by 24 CSS pixels for everything but links within a sentence, 44 for the main
 * actions, each with its size.
 */
export function targetFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isShown = (each: Element): boolean => each.checkVisibility({ opacityProperty: false, visibilityProperty: true });
    const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    return [...document.querySelectorAll(wanted)].flatMap((each) => {
      if (!isShown(each) || each.matches('.skip-link, input[type=hidden]')) return [];
      // A link in a sentence is as high as its line.
      if (each.matches('a') && getComputedStyle(each).display === 'inline') return [];
      const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
      const least = each.matches('.button, .place') ? 44 : 24;
      const name = `${each.tagName.toLowerCase()} ${(each.getAttribute('aria-label') ?? each.closest('label')?.textContent ?? each.textContent ?? '').trim().slice(0, 40)}`;
      return width < least || height < least ? [`${name}: ${Math.round(width)} x ${Math.round(height)}, not ${least}`] : [];
    });
  });
}
