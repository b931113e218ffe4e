import { csvLine } from '../export/index.js';

/** Rows of cells under a head as columns of text: the first ones to the left, the others, which are numbers, to the right. */
export function columnsText(rows: readonly (readonly string[])[], leftColumns = 1): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < leftColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .concat('')
    .join('\n');
}

/** Rows as CSV (RFC 4180), with CRLF. What a spreadsheet would take for a formula stays text. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => csvLine(row.map(cellOf))).join('');
}

function cellOf(value: string | number | null): string | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
