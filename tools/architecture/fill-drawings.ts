import { err, ok, type Result } from '@psoas/kernel';

/** Puts each drawing between its marks, `<!-- drawn: name -->` and `<!-- end of drawing -->`. */
export function fillDrawings(page: string, drawingOf: (name: string) => string | undefined): Result<string, string> {
  const unknown: string[] = [];
  const filled = page.replace(/<!-- drawn: (\S+) -->\n[\s\S]*?<!-- end of drawing -->/g, (whole, name: string) => {
    const drawing = drawingOf(name);
    if (drawing === undefined) unknown.push(name);
    return drawing === undefined ? whole : `<!-- drawn: ${name} -->\n${drawing}\n<!-- end of drawing -->`;
  });
  return unknown.length === 0 ? ok(filled) : err(`nothing to draw for '${unknown.join("', '")}'; name 'house', a package or an app`);
}
