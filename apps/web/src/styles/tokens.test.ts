import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builds, colourByRole, tones, type Shades } from '@psoas/figure';
import { describe, expect, it } from 'vitest';
import { defaultSettings, figureBuilds, figureTones } from '../adapters/settings.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const light = tokensOf(/:root \{([^}]*)\}/);
const dark = tokensOf(/:root\[data-theme='dark'\] \{([^}]*)\}/);
const darkBySystem = tokensOf(/:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/);

/** Colours of text on what lies under them. */
const textPairs = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'tint'],
  ['ink', 'stop-tint'],
  ['soft-ink', 'paper'],
  ['soft-ink', 'card'],
  ['soft-ink', 'tint'],
  ['soft-ink', 'line'],
  ['action', 'paper'],
  ['action', 'card'],
  ['action', 'tint'],
  ['on-action', 'action'],
  ['stop', 'paper'],
  ['stop', 'card'],
  ['stop', 'stop-tint'],
  ['on-stop', 'stop'],
] as const;

/** Edges of controls and lit muscles on what lies under them. */
const shapePairs = [
  ['edge', 'paper'],
  ['edge', 'card'],
  ['psoas', 'card'],
  ['rectus-femoris', 'card'],
  ['iliacus', 'card'],
] as const;

/** Parts whose colour is chosen here, for contrast, or that share a colour with another part. */
const ownColours: ReadonlySet<string> = new Set(['feature', 'psoas', 'iliacus', 'rectus-femoris', 'arrow']);

/** What charts draw with, on what they draw on (chart.css). */
const chartPairs = [
  ['action', 'card'],
  ['muscle', 'card'],
  ['ink', 'card'],
  ['ink', 'tint'],
  ['ink', 'figure-ground-soft'],
  ['ink', 'stop-tint'],
  ['edge', 'card'],
] as const;

/** What is left of linear red, green and blue for eyes without one kind of cone: Machado and others 2009, severity 1. */
const visions = {
  protanopia: [0.152_286, 1.052_583, -0.204_868, 0.114_503, 0.786_281, 0.099_216, -0.003_882, -0.048_116, 1.051_998],
  deuteranopia: [0.367_322, 0.860_646, -0.227_968, 0.280_085, 0.672_501, 0.047_413, -0.011_82, 0.042_94, 0.968_881],
  tritanopia: [1.255_528, -0.076_749, -0.178_779, -0.078_411, 0.930_809, 0.147_602, 0.004_733, 0.691_367, 0.3039],
  achromatopsia: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const;

describe('the figure', () => {
  it('has the colours that it was drawn with, in both themes', () => {
    const parts = Object.entries(colourByRole).filter(([role]) => !ownColours.has(role));
    const themed = (theme: 'light' | 'dark') => parts.map(([role, colours]) => [role, colours[theme]]);
    const found = (tokens: ReadonlyMap<string, string>) =>
      parts.map(([role, { variable }]) => [role, tokens.get(variable.slice(2))]);
    expect(found(light)).toEqual(themed('light'));
    expect(found(dark)).toEqual(themed('dark'));
    expect(found(darkBySystem)).toEqual(themed('dark'));
  });
});

describe('the skins and hairs to choose from', () => {
  const tonesCss = readFileSync(join(import.meta.dirname, 'tones.css'), 'utf8');
  const shades = (selector: string) =>
    [...tonesCss.slice(tonesCss.indexOf(selector)).matchAll(/--(?:skin|skin-far|hair): (#[0-9a-f]{6});/g)]
      .slice(0, 3)
      .map(([, colour]) => colour);

  it('are those of the figure, and the settings know all of them', () => {
    expect([...figureTones].toSorted()).toEqual(Object.keys(tones).toSorted());
    expect([...figureBuilds].toSorted()).toEqual(Object.keys(builds).toSorted());
  });

  it.each(Object.entries(tones).filter(([name]) => name !== defaultSettings.figureTone))(
    '%s has its shades by day and by night',
    (name, tone) => {
      const inOrder = ({ skin, skinFar, hair }: Shades) => [skin, skinFar, hair];
      expect(shades(`:root[data-tone='${name}'] {`)).toEqual(inOrder(tone.light));
      expect(shades(`:root[data-tone='${name}']:not([data-theme='light'])`)).toEqual(inOrder(tone.dark));
      expect(shades(`:root[data-tone='${name}'][data-theme='dark']`)).toEqual(inOrder(tone.dark));
    },
  );
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, tokens) => {
  it.each(textPairs)('%s on %s can be read: 4.5 to 1', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('%s on %s can be seen: 3 to 1', (front, back) => {
    expect(contrast(tokens, front, back)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(visions))('[AC-06] the lines of charts can be seen with %s: 3 to 1', (_, vision) => {
    expect(chartPairs.filter(([front, back]) => contrast(tokens, front, back, vision) < 3)).toEqual([]);
  });

  it.each(['paper', 'card', 'tint', 'stop-tint', 'line'])('[AC-05] the one ink of who asks for more contrast on %s: 7 to 1', (back) => {
    expect(contrast(tokens, 'ink', back)).toBeGreaterThanOrEqual(7);
  });
});

it('is equally dark whether the device or the person asks for it', () => {
  expect(darkBySystem).toEqual(dark);
});

function tokensOf(block: RegExp): ReadonlyMap<string, string> {
  const body = block.exec(css)?.[1] ?? '';
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

// Relative luminance and contrast as WCAG 2 defines them.
function contrast(tokens: ReadonlyMap<string, string>, front: string, back: string, vision?: readonly number[]): number {
  const [first = 0, second = 0] = [front, back]
    .map((name) => luminance(tokens.get(name) ?? `no token ${name}`, vision))
    .toSorted((a, b) => b - a);
  return (first + 0.05) / (second + 0.05);
}

function luminance(hex: string, vision: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1]): number {
  const light = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) => {
    const seen = light.reduce((sum, part, at) => sum + part * (vision[row + at] ?? 0), 0);
    return Math.min(1, Math.max(0, seen));
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
