import encodeQr from 'qr';
import type { Screen } from '../io.ts';
import { stylesOf } from './layout.ts';

/** A text as a QR code, two dots in each letter; nothing where the screen is too narrow. Light dots are drawn. */
export function qrLines(text: string, screen: Screen): readonly string[] {
  const lines = encodeQr(text, 'ascii', { ecc: 'low' }).trimEnd().split('\n');
  const width = Math.max(...lines.map((line) => line.length));
  return width > screen.columns ? [] : lines.map(stylesOf(screen).lightOnDark);
}
