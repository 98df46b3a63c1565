import { builds, tones } from '@psoas/figure';
import { movements } from '@psoas/knowledge/movements';
import { describe, expect, it } from 'vitest';
import { movementCells, sheetPage, sheetSvg } from './sheet.ts';

const look = { theme: 'light', build: builds.man, tone: tones.brown } as const;

describe('the contact sheet', () => {
  const cells = movements.flatMap((movement) => movementCells(movement, look));

  it('shows every posture, fault and variant of every movement', () => {
    const postures = movements.reduce(
      (sum, { keyframes, faults, variants }) => sum + keyframes.length + faults.length + variants.length,
      0,
    );
    expect(cells.length).toBe(postures);
    for (const { svg } of cells) {
      expect(svg).toContain('<title>');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('is one page and one document', () => {
    expect(sheetPage(cells, false).match(/<figure>/g)?.length).toBe(cells.length);
    expect(sheetSvg(cells, true).match(/<svg /g)?.length).toBe(cells.length + 1);
  });
});
