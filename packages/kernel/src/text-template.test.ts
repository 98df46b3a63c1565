import { describe, expect, it } from 'vitest';
import { clockText, fillTemplate } from './text-template.ts';

describe('fillTemplate', () => {
  it('fills places and leaves unknown ones to be seen', () => {
    expect(fillTemplate('Kneel on your {target} knee, {times} times, {gone}.', { target: 'left', times: 3 })).toBe('Kneel on your left knee, 3 times, {gone}.');
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
