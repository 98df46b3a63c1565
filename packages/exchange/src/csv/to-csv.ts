/** A cell of a table: a number, a text, or nothing. */
export type CsvCell = string | number | undefined;

/**
 * Rows as CSV by RFC 4180 (lines end in CR LF). A text that a spreadsheet would run as a formula gets a quote mark in
 * front; numbers stay numbers, negative ones too.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

// What begins a formula, also in its wide form, and behind what a spreadsheet does not show.
const formulaStart = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

function cellText(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
