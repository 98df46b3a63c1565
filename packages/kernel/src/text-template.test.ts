import { describe, expect, it } from 'vitest';
import { clockText, fillTemplate, sidePlaces } from './text-template.ts';

describe('fillTemplate', () => {
  it('fills places and leaves unknown ones to be seen', () => {
    expect(fillTemplate('Kneel on your {target} knee, {times} times, {gone}.', { target: 'left', times: 3 })).toBe('Kneel on your left knee, 3 times, {gone}.');
  });

  it('takes the word of a side from the text where the text gives one', () => {
    const places = sidePlaces('right', { left: 'links', right: 'rechts' });
    expect(fillTemplate('Das {target:linke|rechte} Knie, das {other:linke|rechte} nicht: {target}.', places)).toBe('Das rechte Knie, das linke nicht: rechts.');
    const turns = { target: { side: 'both', word: 'aktiv' } } as const;
    expect(fillTemplate('Das {target:linke|rechte|eine} Bein, das {target:linke|rechte}', turns)).toBe('Das eine Bein, das aktiv');
  });
});

describe('clockText', () => {
  it.each([
    [0, '0:00'],
    [-3, '0:00'],
    [31.2, '0:32'],
    [59.9, '1:00'],
    [400, '6:40'],
  ])('shows %d s as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});
