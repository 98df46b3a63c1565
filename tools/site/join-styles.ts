/** Style sheets as one, without comments and without the space around what is written in them. */
export function joinStyles(sheets: readonly string[]): string {
  const lines = sheets
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return `${lines.join('\n')}\n`;
}
