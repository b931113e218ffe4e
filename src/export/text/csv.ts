/** A line of cells as RFC 4180 has it; `undefined` is a cell with nothing in it, an empty text one with quotes. */
export function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string | undefined): string {
  if (text === undefined) return '';
  const isPlain = text !== '' && !/[",\r\n]/.test(text) && text.trim().length === text.length;
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
