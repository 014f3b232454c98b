import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Named values of one unit as horizontal bars, in the order given. */
export interface Plot {
  /** The file's name without `.svg`. */
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly bars: readonly Bar[]
}

export interface Bar {
  readonly name: string
  readonly value: number
}

const width = 760
const [rowHeight, barHeight] = [28, 16]
const [namesWidth, valuesWidth, top] = [280, 80, 40]

/** A file that stands alone: no script, no font, no style from elsewhere; readable on light and dark pages. */
export function svgOf({ title, unit, bars }: Plot): string {
  const height = top + bars.length * rowHeight + 12
  const most = Math.max(...bars.map(({ value }) => value))
  const longest = width - namesWidth - valuesWidth
  const rows = bars.map(({ name, value }, at) => {
    const y = top + at * rowHeight
    const length = most > 0 ? (value / most) * longest : 0
    return [
      `<text x="${namesWidth - 8}" y="${y + 13}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${namesWidth}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="#0072b2"/>`,
      `<text x="${(namesWidth + length + 6).toFixed(1)}" y="${y + 13}">${rounded(value)}</text>`,
    ].join('')
  })
  const heading = `${escaped(title)}, ${escaped(unit)}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui,sans-serif" font-size="13" fill="#222">
<title>${heading}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="12" y="22" font-weight="600">${heading}</text>
${rows.join('\n')}
</svg>
`
}

export async function writePlots(folder: string, plots: readonly Plot[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(plots.map((plot) => writeFile(join(folder, `${plot.name}.svg`), svgOf(plot))))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Three digits that mean something. */
function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
