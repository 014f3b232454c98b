import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Form47 } from '@khata/ledger'
import { describe, expect, it } from 'vitest'
import { loadPlan } from '../election/csv-dir.ts'
import { generateElection } from '../election/generate.ts'
import { differences, expectedOfFiles, expectedOfPlan } from './expected.ts'

const dataDir = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

function present(): string {
  if (!existsSync(dataDir)) throw new Error(`the published data are not at ${dataDir}`)
  return dataDir
}

/** As much of a Form 47 as is compared. */
function formOf(votes: readonly (number | null)[], accepted: number): Form47 {
  const candidates = votes.map((sum, column) => ({ column, label: `c${column}`, votes: sum }))
  return { candidates, stations: { accepted } } as unknown as Form47
}

describe('what is expected', () => {
  it('of the 2024 files is every row once, and as many stations as the plan has forms for', async () => {
    const plan = await loadPlan(present(), '2024')
    const expected = await expectedOfFiles(dataDir, '2024')
    expect(expected.size).toBe(58)
    let stations = 0
    for (const { seat, stations: own, columns = [] } of plan.seats) {
      const forms = own.filter(({ figures }) => figures !== undefined)
      const sums = columns.map(({ label }, column) => [label, sumOf(forms, column)] as const)
      expect(expected.get(seat)).toEqual({ columns: new Map(sums), countedStations: forms.length })
      stations += forms.length
    }
    expect(stations).toBe(15_849)
  })

  it('of the 2018 files is nothing where the published figures disagree', async () => {
    const expected = await expectedOfFiles(present(), '2018')
    const counted = [...expected.values()].filter(({ countedStations }) => countedStations === 1)
    expect(expected.size).toBe(828)
    expect(counted.length).toBeLessThan(828 - 143)
    expect(counted.length).toBeGreaterThan(828 - 143 - 60)
  })

  it('of a generated election leaves out what nobody can correct', () => {
    const plan = generateElection({ seed: 3, seats: 1, stationsPerNaSeat: 200, defectShare: 0.5 })
    const defects = plan.seats[0]!.stations.filter(
      ({ figures }) => figures === undefined || figures.defect === 'votes-beyond-registered',
    )
    expect(defects.length).toBeGreaterThan(10)
    expect(expectedOfPlan(plan).get(plan.seats[0]!.seat)?.countedStations).toBe(
      plan.seats[0]!.stations.length - defects.length,
    )
  })
})

describe('a Form 47', () => {
  const expected = {
    columns: new Map<string | number, number>([
      [0, 5],
      ['c1', 7],
    ]),
    countedStations: 2,
  }

  it('with these sums differs in nothing', () => {
    expect(differences(formOf([5, 7], 2), expected)).toEqual([])
  })

  it.each([
    ['a vote more', formOf([5, 8], 2)],
    ['a station less', formOf([5, 7], 1)],
    ['a column unknown', formOf([5, null], 2)],
    ['a column missing', formOf([5], 2)],
    ['a column too many', formOf([5, 7, 0], 2)],
  ])('with %s is told', (_, form) => {
    expect(differences(form, expected)).not.toEqual([])
  })
})

function sumOf(forms: Awaited<ReturnType<typeof loadPlan>>['seats'][number]['stations'], column: number): number {
  return forms.reduce(
    (sum, { figures }) => sum + (figures?.votes.find((cell) => cell.column === column)?.total ?? 0),
    0,
  )
}
