import { escapeMarkup } from '@psoas/kernel';

/** The size of a window, in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** One way to look at a screen. */
export interface Look {
  readonly size: WindowSize;
  readonly colourScheme: 'light' | 'dark';
}

/** One picture that was taken; or why it could not be. */
export interface Picture {
  readonly screen: string;
  readonly look: Look;
  /** The file's name inside the folder of pictures. */
  readonly file: string;
  readonly fault?: string;
}

const sizes: readonly WindowSize[] = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** A phone and a desk, by day and by night. */
export const looks: readonly Look[] = sizes.flatMap((size) => [
  { size, colourScheme: 'light' as const },
  { size, colourScheme: 'dark' as const },
]);

/** Names a picture: `welcome-390x844-dark.png`. */
export function pictureFile(screen: string, { size, colourScheme }: Look): string {
  return `${screen}-${size.width}x${size.height}-${colourScheme}.png`;
}

/** A page with all pictures, one row for each screen. */
export function galleryPage(pictures: readonly Picture[]): string {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const rows = screens.map((screen) => {
    const cells = pictures
      .filter((picture) => picture.screen === screen)
      .map((picture) => pictureCell(picture));
    return `<h2>${escapeMarkup(screen)}</h2>\n<div class="row">\n${cells.join('\n')}\n</div>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>psoas: every screen</title>
<style>
body { font: 14px system-ui, sans-serif; margin: 24px; background: #888; color: #000; }
.row { display: flex; gap: 16px; align-items: flex-start; overflow-x: auto; }
figure { margin: 0; flex: none; }
img { height: 420px; display: block; }
.fault { color: #600; max-width: 300px; white-space: pre-wrap; }
</style>
<h1>psoas: every screen</h1>
${rows.join('\n')}
</html>
`;
}

function pictureCell({ file, look, fault }: Picture): string {
  const caption = `${look.size.width} x ${look.size.height}, ${look.colourScheme}`;
  const content =
    fault === undefined
      ? `<a href="${escapeMarkup(file)}"><img src="${escapeMarkup(file)}" alt=""></a>`
      : `<div class="fault">${escapeMarkup(fault)}</div>`;
  return `<figure>${content}<figcaption>${caption}</figcaption></figure>`;
}
