/** A table as text: the header row first, every row with a cell of each column. */
export type Table = readonly (readonly string[])[]

/** A table as CSV (RFC 4180): CRLF after each row, quotes where a cell needs them. */
export function csvText(table: Table): string {
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
