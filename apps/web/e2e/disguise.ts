import type { Page } from 'playwright-core';
import { pseudoText } from '../../../tools/build-knowledge/overlay/pseudo-text.ts';

type Name = string | RegExp;
type Options = { readonly name?: Name; readonly exact?: boolean };
type Finder = { [method in 'getByRole' | 'getByText' | 'getByLabel']: (what: Name, options?: Options) => unknown };

/**
 * Lets the ways to the screens, which are written in English, find the same things in a made-up language: what is looked
 * for by its words is looked for in disguise.
 */
export function findInDisguise(page: Page): void {
  for (const finder of [page, page.locator('body')].map((one): Finder => Object.getPrototypeOf(one))) {
    const { getByRole, getByText, getByLabel } = finder;
    if ('isDisguised' in finder) continue;
    Object.assign(finder, {
      isDisguised: true,
      getByRole(this: unknown, role: Name, { name, exact, ...options }: Options = {}) {
        return getByRole.call(this as Finder, role, { ...options, ...(name !== undefined && { name: disguised(name, exact === true) }) });
      },
      getByText(this: unknown, text: Name, { exact, ...options }: Options = {}) {
        return getByText.call(this as Finder, disguised(text, exact === true), options);
      },
      getByLabel(this: unknown, text: Name, { exact, ...options }: Options = {}) {
        return getByLabel.call(this as Finder, disguised(text, exact === true), options);
      },
    });
  }
}

/** A name in disguise; filled texts carry brackets of their own, so they may begin at each word. */
export function disguised(name: Name, isExact: boolean): RegExp {
  const source = typeof name === 'string' ? name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : name.source.replace(/^\^/, '').replace(/\$$/, '');
  const letters = source.replace(/\\.|[a-zA-Z]+| /g, (found) => (found.startsWith('\\') ? found : found === ' ' ? '[· ⟧]* ⟦*' : pseudoText(found).replace(/[⟦⟧·]|(?<=·) (?=·)/g, '')));
  return isExact ? new RegExp(`^⟦*${letters}[· ⟧]*$`) : new RegExp(`⟦*${letters}`, 'i');
}
