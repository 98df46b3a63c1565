import type { CDPSession, Page } from 'playwright-core';
import { isRecord } from '@psoas/kernel';

/** Somebody who has a keyboard and nothing else; what has the focus is read from the accessibility tree. */
export type Keyboard = {
  /** Tabs on, over everything between, to what has this role and name. */
  readonly tabTo: (role: string, name: string | RegExp) => Promise<void>;
  /** Tabs there and presses Enter. */
  readonly enter: (role: string, name: string | RegExp) => Promise<void>;
  /** Tabs there and types. */
  readonly type: (role: string, name: string | RegExp, words: string) => Promise<void>;
  /** Chooses a radio button: tabs to its group and presses an arrow until it is chosen. */
  readonly choose: (group: RegExp, name: string | RegExp) => Promise<void>;
  /** Every stop of the tab key, once around, each with role, name and state; and what is wrong with one. */
  readonly stops: () => Promise<{ readonly lines: readonly string[]; readonly faults: readonly string[] }>;
  /** What has the focus. */
  readonly focused: () => Promise<string>;
};

/** What the accessibility tree says of one element. */
type Spoken = { readonly role: string; readonly name: string; readonly states: readonly string[] };

/** More stops than any screen has. */
const mostStops = 150;

/** Takes the mouse away. */
export async function useKeyboard(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  const fits = ({ role, name }: Spoken, wanted: string, words: string | RegExp): boolean => role === wanted && (typeof words === 'string' ? name === words : words.test(name));
  const tabTo: Keyboard['tabTo'] = async (role, name) => {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const spoken = await spokenFocus(session);
      if (fits(spoken, role, name)) return;
      passed.push(lineOf(spoken));
      await page.keyboard.press('Tab');
    }
    throw new Error(`the tab key never comes to ${role} ${String(name)}, only to ${[...new Set(passed)].join('; ')}`);
  };
  return {
    tabTo,
    enter: async (role, name) => {
      await tabTo(role, name);
      await page.keyboard.press('Enter');
    },
    type: async (role, name, words) => {
      await tabTo(role, name);
      await page.keyboard.type(words);
    },
    choose: async (group, name) => {
      for (let stop = 0; !group.test(await groupOfFocus(page)); stop += 1) {
        if (stop > mostStops) throw new Error(`the tab key never comes to the group ${String(group)}`);
        await page.keyboard.press('Tab');
      }
      // Space takes the one that the tab key came to; the arrows take the next.
      await page.keyboard.press('Space');
      for (let step = 0; !fits(await spokenFocus(session), 'radio', name); step += 1) {
        if (step > 20) throw new Error(`the arrows never come to ${String(name)} in ${String(group)}`);
        await page.keyboard.press('ArrowDown');
      }
    },
    stops: async () => {
      const lines: string[] = [];
      const faults: string[] = [];
      let hasWrapped = false;
      await page.evaluate(() => {
        document.querySelector('[data-tabbed]')?.removeAttribute('data-tabbed');
        for (const each of document.querySelectorAll('[data-tab-stop]')) each.removeAttribute('data-tab-stop');
      });
      for (let stop = 0; stop < mostStops; stop += 1) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(faultOfFocus);
        if (fault === 'outside') continue;
        if (fault === 'seen') return { lines, faults };
        const spoken = await spokenFocus(session);
        lines.push(lineOf(spoken));
        // In the order of reading, but for the one time that the round begins anew at the top.
        const isNewRound: boolean = fault === 'comes before the stop ahead of it' && !hasWrapped;
        hasWrapped ||= isNewRound;
        if (fault !== '' && !isNewRound) faults.push(`${lineOf(spoken)}: ${fault}`);
        if (spoken.name === '') faults.push(`${lineOf(spoken)}: has no name`);
      }
      return { lines, faults: [...faults, 'the tab key never comes round'] };
    },
    focused: async () => lineOf(await spokenFocus(session)),
  };
}

/** All that is on a screen for somebody who does not see it: headings of the first level, and what has no name. */
export async function readTree(page: Page): Promise<{ readonly titles: readonly string[]; readonly nameless: readonly string[]; readonly pictures: readonly string[] }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const shown = nodes.filter(({ ignored }) => !ignored).map(({ role, name, properties }) => ({ role: text(role), name: text(name), level: text(properties?.find((property) => property.name === 'level')?.value) }));
  return {
    titles: shown.filter(({ role, level }) => role === 'heading' && level === '1').map(({ name }) => name),
    nameless: shown.filter(({ role, name }) => mustHaveName.has(role) && name === '').map(({ role }) => role),
    pictures: shown.filter(({ role }) => role === 'image').map(({ name }) => name),
  };
}

const mustHaveName: ReadonlySet<string> = new Set(['button', 'link', 'radio', 'checkbox', 'switch', 'textbox', 'spinbutton', 'combobox', 'slider', 'image', 'dialog', 'alertdialog', 'heading', 'navigation', 'application', 'radiogroup']);
const toldStates = ['checked', 'pressed', 'expanded', 'disabled', 'hasPopup', 'modal'];

async function spokenFocus(session: CDPSession): Promise<Spoken> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  if (result.objectId === undefined) return { role: 'none', name: '', states: [] };
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
  const [node] = nodes;
  const states = (node?.properties ?? []).filter(({ name, value }) => toldStates.includes(name) && !['false', ''].includes(text(value))).map(({ name, value }) => (text(value) === 'true' ? name : `${name} ${text(value)}`));
  return { role: text(node?.role), name: text(node?.name), states: states.toSorted() };
}

function lineOf({ role, name, states }: Spoken): string {
  return [role, `"${name}"`, ...(states.length === 0 ? [] : [`(${states.join(', ')})`])].join(' ');
}

function text(value: unknown): string {
  const held: unknown = isRecord(value) ? value['value'] : undefined;
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean' ? String(held) : '';
}

function groupOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const group = document.activeElement?.matches('input[type=radio]') === true ? document.activeElement.closest('fieldset, [role=radiogroup]') : null;
    return group?.querySelector('legend')?.textContent ?? group?.getAttribute('aria-label') ?? '';
  });
}

// Runs in the page: what a person who looks for the focus would not find; empty where it is plain to see.
function faultOfFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused === document.documentElement) return 'outside';
  if (focused.hasAttribute('data-tab-stop')) return 'seen';
  // A group of radio buttons is one stop, wherever in it the key arrives.
  for (const each of focused instanceof HTMLInputElement && focused.type === 'radio' ? document.getElementsByName(focused.name) : [focused]) each.setAttribute('data-tab-stop', '');
  const bearer = focused.closest('label') ?? focused;
  const box = bearer.getBoundingClientRect();
  const isRinged = [focused, bearer].some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!isRinged) return 'has no ring';
  if (box.width < 1 || box.height < 1) return 'has no size';
  const [x, y] = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1)];
  if (box.bottom < 0 || box.top > innerHeight) return 'is out of sight';
  const hit = document.elementFromPoint(x, y);
  if (hit !== null && !bearer.contains(hit) && !hit.contains(bearer)) return `lies under ${hit.className.toString()}`;
  const last = document.querySelector('[data-tabbed]');
  last?.removeAttribute('data-tabbed');
  focused.setAttribute('data-tabbed', '');
  return last !== null && (last.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ? 'comes before the stop ahead of it' : '';
}
