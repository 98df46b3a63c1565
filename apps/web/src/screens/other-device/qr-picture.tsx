import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import encodeQR from 'qr';

type QrPictureProps = { readonly text: string; readonly label: string };

/** A text as a QR code, black on white in every theme: cameras need it so. */
export function QrPicture({ text, label }: QrPictureProps): JSX.Element {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-ink" d={path} />
    </svg>
  );
}

// The border of four modules is part of the code: without it many cameras do not find it.
function qrPath(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size: rows.length, path };
}
