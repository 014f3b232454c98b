import stringWidth from 'string-width'

/** One column of a table in a terminal: figures stand right, words left. */
export interface TextColumn {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** Lines of a table whose columns are as wide as a terminal shows their widest cell. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  indent = '  ',
): readonly string[] {
  const titles = columns.map(({ title }) => title)
  const lines = [titles, ...rows]
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => stringWidth(cells[at] ?? ''))))
  return lines.map(
    (cells) =>
      indent +
      columns
        .map((column, at) => cell(cells[at] ?? '', column, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
  )
}

/**
 * A name in its own direction, so that an Urdu name does not turn the line around it (UAX #9, FSI and PDI), and
 * without what a terminal would obey instead of show. Only for the eye: signed and hashed bytes stay as they are.
 */
export function isolated(name: string): string {
  return name === '' ? '' : `\u2068${name.replaceAll(/[\p{Control}\p{Zl}\p{Zp}]/gu, '\uFFFD')}\u2069`
}

/** A label, and its text from the same column as the labels above and below it. */
export function labelled(label: string, text: string, labelWidth: number): string {
  return `${label}${' '.repeat(Math.max(1, labelWidth - stringWidth(label)))}${text}`
}

function cell(text: string, { align }: TextColumn, width: number): string {
  const padding = ' '.repeat(width - stringWidth(text))
  return align === 'right' ? padding + text : text + padding
}
