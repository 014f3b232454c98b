import { countIn, type CsvRow } from './csv-rows.ts'
import type { CellFigures, PlanNote, StationPlan } from './plan.ts'

export type CellColumn = 'seat' | 'ps_no' | 'ps_name' | 'party_label' | 'votes'
export type CellRow = CsvRow<CellColumn>

export interface CollectedStations {
  readonly stations: readonly StationPlan[]
  readonly notes: readonly PlanNote[]
}

/**
 * The stations of one seat as collected, nothing corrected and nothing dropped:
 *
 * - a station is one run of the file with the same number and name, each label once: a second run under a number already
 *   taken is kept as an unnumbered one;
 * - a run without a usable number gets one after the highest, in file order, and says so;
 * - numbers from 1 to the highest that no run has are stations whose form is awaited;
 * - a number that stands in another's place (300, 696, 302) is kept as collected and noted as suspect.
 */
export function collectedStations(
  seat: string,
  rows: readonly CellRow[],
  labels: readonly string[],
): CollectedStations {
  const { numbered, unnumbered } = sorted(runs(rows))
  const highest = Math.max(0, ...numbered.keys())
  const gaps = wholeNumbers(highest).filter((number) => !numbered.has(number))
  const stations = [
    ...[...numbered].map(([number, run]) => collected(number, run, labels)),
    ...gaps.map(awaited),
    ...unnumbered.map((run, index) => ({
      ...collected(highest + 1 + index, run, labels),
      synthetic: unnumberedLabel(run),
    })),
  ].toSorted((a, b) => a.number - b.number)
  const notes = [
    ...unnumbered.map((run, index) => unnumberedNote(seat, highest + 1 + index, run)),
    ...suspectNumbers(seat, numbered),
    ...allZero(seat, stations),
  ]
  return { stations, notes }
}

type Run = readonly [CellRow, ...CellRow[]]

function runs(rows: readonly CellRow[]): Run[] {
  const found: [CellRow, ...CellRow[]][] = []
  for (const row of rows) {
    const run = found.at(-1)
    if (run !== undefined && continues(run, row)) run.push(row)
    else found.push([row])
  }
  return found
}

function continues(run: Run, row: CellRow): boolean {
  const [{ cells }] = run
  const sameStation = cells.ps_no === row.cells.ps_no && cells.ps_name === row.cells.ps_name
  return sameStation && run.every(({ cells: { party_label } }) => party_label !== row.cells.party_label)
}

function sorted(all: readonly Run[]): { numbered: Map<number, Run>; unnumbered: Run[] } {
  const numbered = new Map<number, Run>()
  const unnumbered: Run[] = []
  for (const run of all) {
    const number = numberOf(run)
    if (number === undefined || numbered.has(number)) unnumbered.push(run)
    else numbered.set(number, run)
  }
  return { numbered, unnumbered }
}

/** Station serials reach 924 (2018); four digits are surely no serial but a year or a code. */
function numberOf([{ cells }]: Run): number | undefined {
  return /^[1-9]\d{0,2}$/.test(cells.ps_no) ? Number(cells.ps_no) : undefined
}

function collected(number: number, run: Run, labels: readonly string[]): StationPlan {
  const name = run[0].cells.ps_name || `station ${number} (name not in the source)`
  return { number, name, type: 'unknown', figures: { votes: run.map((row) => cell(row, labels)) } }
}

/** Agents' copies give one number per candidate: his total. Whether tendered votes are in it is not known. */
function cell(row: CellRow, labels: readonly string[]): CellFigures {
  return { column: labels.indexOf(row.cells.party_label), total: countIn(row, 'votes') }
}

function awaited(number: number): StationPlan {
  return { number, name: `station ${number} (not in the source)`, type: 'unknown' }
}

function unnumberedLabel(run: Run): string {
  if (isHeaderLine(run)) return 'a header line that the source counts as a station; kept as collected'
  return `the source gives no usable number (${JSON.stringify(run[0].cells.ps_no)}); numbered after the last`
}

function unnumberedNote(seat: string, number: number, run: Run): PlanNote {
  const code = isHeaderLine(run) ? 'source/header-line' : 'source/unnumbered'
  return { code, seat, stations: [number], line: run[0].line, detail: unnumberedLabel(run) }
}

function isHeaderLine(run: Run): boolean {
  return run[0].cells.ps_name === 'Name of Polling Station'
}

/** 300, 696, 302 with no 301 elsewhere: the number is suspect. */
function suspectNumbers(seat: string, numbered: ReadonlyMap<number, Run>): PlanNote[] {
  const order = [...numbered]
  return order.flatMap(([number, [{ line }]], index) => {
    const expected = (order[index - 1]?.[0] ?? Number.NaN) + 1
    if (order[index + 1]?.[0] !== expected + 1 || number === expected || numbered.has(expected)) return []
    const detail = `${number} stands where ${expected} would: kept as collected, and ${expected} stays awaited`
    return [{ code: 'source/number-suspect' as const, seat, stations: [number], line, detail }]
  })
}

/** A 0 in every column may be a form nobody held: the source does not say, so the zeros stand and are pointed out. */
function allZero(seat: string, stations: readonly StationPlan[]): PlanNote[] {
  const zero = stations.filter(({ figures }) => figures?.votes.every(({ total }) => total === 0))
  if (zero.length === 0) return []
  const detail = `${zero.length} stations have 0 in every collected column: none, or unknown; kept as collected`
  return [{ code: 'source/all-zero', seat, stations: zero.map(({ number }) => number), detail }]
}

function wholeNumbers(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}
