import { join } from 'node:path';
import { assessFromDiary, foldDiary } from '@psoas/core/diary';
import { paperCss, paperHtml, paperSizes, type PaperElement, type PaperNode } from '@psoas/exchange/paper';
import { addDays } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { arbitraryDiary, liveDiary } from '../people/short-diary.ts';
import { firstDay, handoutOf, personState, sheetOf } from './person-on-paper.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', name);
const numRuns = Number(process.env['DIARIES'] ?? 12);
const usual = { size: 'a4', isLarge: false } as const;

function htmlOf(name: string): string {
  const handout = handoutOf(personState(name));
  if (!handout.ok) throw new Error(handout.error.id);
  return paperHtml(sheetOf(handout.value, usual), usual);
}

/** A page that a person can read: one element a line, pictures and the style sheet left out. */
function readable(html: string): string {
  return html
    .replace(/<style>[^]*<\/style>/, '<style/>')
    .replaceAll(/(<svg[^>]*aria-label="[^"]*")[^]*?<\/svg>/g, '$1/>')
    .replaceAll(/ viewBox="[^"]*"/g, '')
    .replaceAll(/<(section|tr|li|p|h1|h2|h3|figure|footer|header|table|ol|ul)\b/g, '\n<$1');
}

function nodesOf(node: PaperNode): readonly PaperElement[] {
  return typeof node === 'string' ? [] : [node, ...node.children.flatMap(nodesOf)];
}

describe('the programme on paper', () => {
  it('[PA-01] is a page that anyone can read', async () => {
    await expect(readable(htmlOf('runner'))).toMatchFileSnapshot(golden('handout-runner.html'));
    await expect(readable(htmlOf('hip-replacement-after'))).toMatchFileSnapshot(golden('handout-hip-replacement-after.html'));
  });

  it(`[PA-02] [PA-06] holds each exercise of ${numRuns} diaries once, safety before it, and a box for each day with a session`, () => {
    let pages = 0;
    for (const { events, end } of fc.sample(arbitraryDiary(), { numRuns, seed: 20260302 }).map(liveDiary)) {
      const state = foldDiary(events);
      const programme = assessFromDiary({ ...state, preferences: { ...state.preferences, shortVersionOn: '' } }, { catalogue, today: end })?.programme;
      const handout = handoutOf(state, end);
      if (!handout.ok) continue;
      pages += 1;
      const planned = new Set([...(programme?.sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise)) ?? []), ...(programme?.breaks ? [programme.breaks.exercise] : [])]);
      const html = paperHtml(sheetOf(handout.value, usual), usual);
      for (const id of planned) {
        const name = exercises.find((exercise) => exercise.id === id)?.name ?? id;
        expect(html.split(`</span>${name}</h3>`)).toHaveLength(2);
      }
      expect(html.match(/<section class="paper-card">/g)).toHaveLength(planned.size);
      expect(html.indexOf('paper-safety')).toBeLessThan(html.indexOf('<section class="paper-card">'));
      const days = new Set(programme?.sessions.map((session) => session.day)).size;
      expect(html.match(/class="paper-box"/g)).toHaveLength(4 * days);
    }
    expect(pages).toBeGreaterThan(numRuns / 3);
  });

  it('[PA-04] no name becomes markup, whatever it holds', () => {
    const handout = handoutOf(personState('two-minutes'));
    if (!handout.ok) throw new Error(handout.error.id);
    const bare = paperHtml(sheetOf(handout.value, usual, 'x'), usual);
    const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
    const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=1>', "' onload='1", '</style><b>', '&lt;b&gt;', '\u0000<b>'));
    fc.assert(
      fc.property(nasty.filter((name) => name !== ''), (name) => {
        expect(tagsOf(paperHtml(sheetOf(handout.value, usual, name), usual))).toEqual(tagsOf(bare));
      }),
      { numRuns: 40 },
    );
  });

  it('[PA-02] says why there is none', () => {
    expect(handoutOf(foldDiary([]))).toEqual({ ok: false, error: { id: 'no-check' } });
    expect(handoutOf(personState('numb-saddle'))).toMatchObject({ ok: false, error: { id: 'no-programme' } });
  });

  it('[PA-03] shortens by whole sentences, and large print by none', () => {
    const handout = handoutOf(personState('desk-worker'));
    if (!handout.ok) throw new Error(handout.error.id);
    const stepsOf = (isLarge: boolean): readonly string[] =>
      nodesOf(sheetOf(handout.value, { size: 'letter', isLarge }).body).filter(({ tag }) => tag === 'li').flatMap(({ children }) => children.filter((child) => typeof child === 'string'));
    const [short, whole] = [stepsOf(false), stepsOf(true)];
    expect(short.every((step, index) => whole[index]?.startsWith(step) === true && /[.!?]$/.test(step))).toBe(true);
    expect(short.join('').length).toBeLessThan(whole.join('').length);
    expect(short).toHaveLength(whole.length);
  });

  it('[PA-05] shows the left side where only the left one works', () => {
    const state = personState('hip-replacement-after');
    const handout = handoutOf(state);
    if (!handout.ok) throw new Error(handout.error.id);
    const mirrored = { ...handout.value, exercises: handout.value.exercises.slice(0, 1).map((entry) => ({ ...entry, sides: ['left' as const] })) };
    expect(JSON.stringify(sheetOf(mirrored, usual))).toContain('Left side');
    expect(JSON.stringify(sheetOf(handout.value, usual))).toContain('Right side');
  });

  it('[PA-07] is black, grey and white, with text that is dark enough', () => {
    for (const size of paperSizes)
      for (const isLarge of [false, true]) {
        const html = `${htmlOf('runner')}${paperCss({ size, isLarge })}`;
        const colours = html.match(/#[0-9a-f]{3,6}\b/gi) ?? [];
        expect(colours.filter((colour) => !isGrey(colour))).toEqual([]);
      }
    // Text on white: 7 to 1 and more; #595959 would be just that.
    const textColours = [...paperCss(usual).matchAll(/[{ ;]color: #([0-9a-f]{3})\b/g)].map(([, digits = '']) => Number.parseInt(digits[0] ?? 'f', 16));
    expect(textColours.length).toBeGreaterThan(3);
    expect(textColours.every((digit) => digit <= 5)).toBe(true);
  });

  it('[PA-11] that of a diary of five years takes less than a second', () => {
    const end = addDays(firstDay, 5 * 365);
    const state = foldDiary(yearsOfDiary(5, end));
    const start = performance.now();
    const handout = handoutOf(state, end);
    if (handout.ok) paperHtml(sheetOf(handout.value, usual), usual);
    expect(handout.ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

// Grey has the same red, green and blue.
function isGrey(colour: string): boolean {
  const digits = colour.slice(1);
  const size = digits.length / 3;
  const parts = [0, 1, 2].map((part) => digits.slice(part * size, (part + 1) * size).toLowerCase());
  return parts.every((part) => part === parts[0]);
}
