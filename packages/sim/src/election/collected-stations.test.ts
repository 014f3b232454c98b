import { expect, it } from 'vitest'
import { type CellRow, collectedStations } from './collected-stations.ts'

const LABELS = ['A', 'B']

it('names every number the source lacks as awaited', () => {
  const { stations } = collectedStations('NA-1', rows(['2', 'x', 'A', '5'], ['4', 'y', 'A', '6']), LABELS)
  expect(stations.map(({ number, figures }) => [number, figures?.votes[0]?.total])).toEqual([
    [1, undefined],
    [2, 5],
    [3, undefined],
    [4, 6],
  ])
  expect(stations[2]).toEqual({ number: 3, name: 'station 3 (not in the source)', type: 'unknown' })
})

it('keeps a second station under a taken number, numbered after the last', () => {
  const { stations, notes } = collectedStations(
    'NA-1',
    rows(['1', 'x', 'A', '5'], ['2', 'y', 'A', '7'], ['1', 'z', 'A', '6']),
    LABELS,
  )
  expect(stations.map(({ number, name, figures }) => [number, name, figures?.votes])).toEqual([
    [1, 'x', [{ column: 0, total: 5 }]],
    [2, 'y', [{ column: 0, total: 7 }]],
    [3, 'z', [{ column: 0, total: 6 }]],
  ])
  expect(notes).toMatchObject([{ code: 'source/unnumbered', stations: [3], line: 4 }])
})

it('keeps the same row twice as two stations: what is one form or two is not ours to say', () => {
  const { stations } = collectedStations('NA-1', rows(['1', 'x', 'A', '5'], ['1', 'x', 'A', '5']), LABELS)
  expect(stations.map(({ figures }) => figures?.votes[0]?.total)).toEqual([5, 5])
})

it('leaves a label that a station lacks absent, not 0', () => {
  const { stations } = collectedStations('NA-1', rows(['1', 'x', 'B', '3']), LABELS)
  expect(stations[0]?.figures?.votes).toEqual([{ column: 1, total: 3 }])
})

it('notes a number that stands in the place of another, and keeps it', () => {
  const source = rows(['1', 'x', 'A', '5'], ['9', 'y', 'A', '7'], ['3', 'z', 'A', '6'])
  const { stations, notes } = collectedStations('NA-1', source, LABELS)
  expect(stations.filter(({ figures }) => figures !== undefined).map(({ number }) => number)).toEqual([1, 3, 9])
  expect(notes).toMatchObject([{ code: 'source/number-suspect', stations: [9], line: 3 }])
})

it('refuses a count that is none, by line', () => {
  for (const votes of ['', '-1', '1.5', '1e3', '4294967296']) {
    expect(() => collectedStations('NA-1', rows(['1', 'x', 'A', '5'], ['2', 'y', 'A', votes]), LABELS)).toThrow(
      /^data\/row-malformed: cells\.csv line 3: column votes/,
    )
  }
})

function rows(...cells: [string, string, string, string][]): [CellRow, ...CellRow[]] {
  const made = cells.map(([ps_no, ps_name, party_label, votes], index) => ({
    file: 'cells.csv',
    line: index + 2,
    cells: { seat: 'NA-1', ps_no, ps_name, party_label, votes },
  }))
  return made as [CellRow, ...CellRow[]]
}
