export interface Curve {
  readonly name: string
  /** Time in seconds, and a value. */
  readonly points: readonly (readonly [number, number])[]
}

export interface Plot {
  readonly title: string
  readonly unit: string
  readonly curves: readonly Curve[]
}

const [width, height] = [760, 240]
const margin = { left: 64, right: 12, top: 8, bottom: 28 }
const gridLines = 4

/** Told apart by eyes that see few colours: Okabe and Ito's palette, then dashes. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000']

/** One figure as SVG with its legend, to stand in a page. */
export function plotHtml({ title, unit, curves }: Plot): string {
  const all = curves.flatMap(({ points }) => points)
  const xMax = Math.max(1, ...all.map(([x]) => x))
  const yMax = Math.max(1, ...all.map(([, y]) => y))
  const x = (value: number) => margin.left + (value / xMax) * (width - margin.left - margin.right)
  const y = (value: number) => height - margin.bottom - (value / yMax) * (height - margin.top - margin.bottom)
  const lines = curves.map(({ points }, at) => {
    const path = points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' ')
    return `<polyline points="${path}" fill="none" stroke-width="1.5" ${strokeOf(at)}/>`
  })
  const legend = curves.map(
    ({ name }, at) =>
      `<li><svg width="24" height="8"><line x2="24" y1="4" y2="4" stroke-width="3" ${strokeOf(at)}/></svg> ${escaped(name)}</li>`,
  )
  const svg = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">${grid(yMax, y)}${seconds(xMax, x)}${lines.join('')}</svg>`
  return `<figure><figcaption>${escaped(title)}, ${escaped(unit)}</figcaption>${svg}<ul>${legend.join('')}</ul></figure>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function strokeOf(at: number): string {
  const dash = 3 * Math.floor(at / colours.length)
  return `stroke="${colours[at % colours.length] ?? ''}"${dash > 0 ? ` stroke-dasharray="${dash}"` : ''}`
}

function grid(yMax: number, y: (value: number) => number): string {
  const values = Array.from({ length: gridLines + 1 }, (_, at) => (at * yMax) / gridLines)
  return values
    .map((value) => {
      const line = `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>`
      return `${line}<text x="${margin.left - 6}" y="${y(value) + 4}" text-anchor="end">${rounded(value)}</text>`
    })
    .join('')
}

function seconds(xMax: number, x: (value: number) => number): string {
  const values = Array.from({ length: gridLines + 1 }, (_, at) => (at * xMax) / gridLines)
  return values
    .map((value) => `<text x="${x(value)}" y="${height - 8}" text-anchor="middle">${rounded(value)} s</text>`)
    .join('')
}

function rounded(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1)
}
