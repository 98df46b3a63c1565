import decodeQr from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrLines } from './qr-lines.ts';

const text = `psoas-device:1:${'Aa9_'.repeat(25)}`;
const dot = 4;

it('a camera reads what was drawn, and a narrow screen gets none', () => {
  const lines = qrLines(text, { isInteractive: true, columns: 80, hasColour: false });
  const upper = new Set(['█', '▀']);
  const lower = new Set(['█', '▄']);
  const rows = lines.flatMap((line) => [upper, lower].map((light) => Array.from(line, (letter) => light.has(letter))));
  const width = (rows[0]?.length ?? 0) * dot;
  const height = rows.length * dot;
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (rows[Math.floor(y / dot)]?.[Math.floor(x / dot)] !== true) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  expect(decodeQr({ width, height, data })).toBe(text);
  expect(qrLines(text, { isInteractive: true, columns: 40, hasColour: false })).toEqual([]);
});
