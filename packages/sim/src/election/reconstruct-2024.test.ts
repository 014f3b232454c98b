import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readForm33 } from './form-33.ts'
import type { ElectionPlan, SeatPlan } from './plan.ts'
import { form45File, reconstruct2024 } from './reconstruct-2024.ts'
import { provinceOf2024 } from './seat-code.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

let plan: ElectionPlan

beforeAll(async () => {
  plan = await reconstruct2024(DATA)
})

describe('the Form 45 copies of 2024', () => {
  it('are all there: 58 seats, 15,849 stations, 51,860 cells', () => {
    const forms = plan.seats.flatMap(({ stations }) => stations.filter(({ figures }) => figures !== undefined))
    expect(plan.seats).toHaveLength(58)
    expect(plan.seats.filter(({ assembly }) => assembly === 'NA')).toHaveLength(49)
    expect(forms).toHaveLength(15_849)
    expect(forms.reduce((cells, { figures }) => cells + (figures?.votes.length ?? 0), 0)).toBe(51_860)
  })

  it('add up, column by column, to the sums of the raw lines', () => {
    const planned = new Map(plan.seats.flatMap((seat) => columnSums(seat)))
    expect(planned).toEqual(rawSums())
    expect(planned.get('NA-46 PTI-IND')).toBe(85_793)
    expect(planned.get('NA-47 PML-N')).toBe(49_678)
  })

  it('leave what nobody collected absent', () => {
    const stations = plan.seats.flatMap((seat) => seat.stations)
    const forms = stations.flatMap(({ figures }) => figures ?? [])
    expect(keysOf(stations)).toEqual(new Set(['number', 'name', 'type', 'figures', 'synthetic']))
    expect(keysOf(forms)).toEqual(new Set(['votes']))
    expect(keysOf(forms.flatMap(({ votes }) => votes))).toEqual(new Set(['column', 'total']))
  })

  it('name 927 gaps of the numbering as awaited stations', () => {
    const gaps = plan.seats.flatMap(({ seat, stations }) =>
      stations.filter(({ figures }) => figures === undefined).map((station) => ({ seat, ...station })),
    )
    expect(gaps).toHaveLength(927)
    for (const { number, name } of gaps) expect(name).toBe(`station ${number} (not in the source)`)
    expect(gaps.filter(({ seat }) => seat === 'NA-151').map(({ number }) => number)).toHaveLength(1)
    for (const { stations } of plan.seats) {
      expect(stations.map(({ number }) => number)).toEqual(stations.map((_, index) => index + 1))
    }
  })

  it('keep the four runs without a number, one of them a header line, and say so', () => {
    const kept = plan.notes?.filter(({ code }) => code === 'source/unnumbered' || code === 'source/header-line')
    expect(kept?.map(({ code, seat, stations, line }) => [code, seat, stations, line])).toEqual([
      ['source/header-line', 'NA-236', [596], 16_140],
      ['source/unnumbered', 'NA-55', [320], 39_679],
      ['source/unnumbered', 'NA-56', [372], 39_703],
      ['source/unnumbered', 'NA-56', [373], 40_898],
    ])
    expect(stationOf('NA-55', 320)?.synthetic).toContain('no usable number')
    expect(stationOf('NA-55', 320)?.figures?.votes.map(({ total }) => total)).toEqual([210, 148, 6])
  })

  it('keep misprinted numbers and typing errors as collected', () => {
    expect(stationOf('NA-98', 696)?.figures).toBeDefined()
    expect(stationOf('NA-98', 301)?.figures).toBeUndefined()
    const suspects = plan.notes?.filter(({ code }) => code === 'source/number-suspect')
    expect(suspects?.map(({ seat, stations }) => [seat, stations])).toEqual([
      ['NA-236', [595]],
      ['NA-56', [119]],
      ['NA-98', [696]],
    ])
    expect(stationOf('NA-237', 115)?.figures?.votes.map(({ total }) => total)).toContain(2012)
  })

  it('point out the 724 stations with 0 in every column', () => {
    const zero = plan.notes?.filter(({ code }) => code === 'source/all-zero')
    expect(zero?.flatMap(({ stations }) => stations)).toHaveLength(724)
  })
})

describe('columns', () => {
  it('keep the order of first appearance; 124 of 192 have exactly one candidate', () => {
    const all = plan.seats.flatMap(({ columns }) => columns ?? [])
    expect(plan.seats[0]?.columns?.map(({ label }) => label)).toEqual(['PTI-IND', 'IND', 'TLP', 'PML-N'])
    expect(all).toHaveLength(192)
    expect(all.filter(({ serial }) => serial !== undefined)).toHaveLength(124)
    expect(all.filter(({ label, serial }) => label.endsWith('IND') && serial !== undefined)).toEqual([])
  })

  it('stay unmatched in exactly these seats for lack of one certain candidate', () => {
    const unmatched = plan.seats.flatMap(({ seat, columns }) =>
      (columns ?? [])
        .filter(({ label, serial }) => serial === undefined && !label.endsWith('IND'))
        .map(({ label }) => `${seat} ${label}`),
    )
    expect(unmatched).toEqual(['NA-128 IPP', 'NA-164 PML-N', 'NA-240 JIP', 'NA-247 JIP', 'PS-100 PPP'])
  })

  it('point at candidates whose party and symbol agree', () => {
    const na46 = plan.seats.find(({ seat }) => seat === 'NA-46')
    expect(na46?.candidates).toHaveLength(44)
    expect(na46?.columns).toEqual([
      { label: 'PTI-IND' },
      { label: 'PML-N', serial: 2 },
      { label: 'JIP', serial: 41 },
      { label: 'PPP', serial: 11 },
    ])
    expect(na46?.candidates[1]).toMatchObject({ serial: 2, party: 'PML(N)', symbol: 'TIGER' })
  })
})

describe('the Form 33 lists', () => {
  it('are left empty where their serials do not rise', async () => {
    const lists = [...(await readForm33(DATA))]
    expect(lists.filter(([seat]) => seat.startsWith('NA-'))).toHaveLength(266)
    const unusable = lists.filter(([, { notes }]) => notes.some(({ code }) => code === 'source/list-unusable'))
    expect(unusable).toHaveLength(21)
    expect(unusable.every(([, { candidates }]) => candidates.length === 0)).toBe(true)
    expect(unusable.map(([seat]) => seat).filter((seat) => seat.startsWith('NA-'))).toEqual(['NA-19', 'NA-99'])
  })

  it('say which serials are missing', () => {
    const missing = plan.notes?.filter(({ code }) => code === 'source/serial-missing')
    expect(missing?.map(({ seat, detail }) => [seat, detail])).toEqual([
      ['NA-249', 'serials 14, 15, 16 are not in the list'],
      ['NA-48', 'serials 24 are not in the list'],
    ])
  })
})

it('puts every seat of 2024 into its area', () => {
  expect(['NA-1', 'NA-46', 'NA-49', 'NA-190', 'NA-266', 'PK-79'].map(provinceOf2024)).toEqual(
    'kp islamabad punjab sindh balochistan kp'.split(' '),
  )
  expect(['NA-267', 'NA-0', 'NA-01', 'XX-1', ''].map(provinceOf2024)).toEqual(Array(5).fill(undefined))
})

function columnSums({ seat, columns = [], stations }: SeatPlan): [string, number][] {
  return columns.map(({ label }, column) => {
    const cells = stations.flatMap(({ figures }) => figures?.votes ?? []).filter((cell) => cell.column === column)
    return [`${seat} ${label}`, cells.reduce((sum, { total = Number.NaN }) => sum + total, 0)]
  })
}

/** Reads the lines without a CSV parser: names may hold commas, the columns used here cannot. */
function rawSums(): Map<string, number> {
  const sums = new Map<string, number>()
  for (const line of readFileSync(join(DATA, form45File), 'utf8').trim().split(/\r?\n/u).slice(1)) {
    const [, seat, label, votes] = /^([A-Z]+-\d+),.*,([A-Z-]+),(\d+),form45\.com$/u.exec(line) ?? []
    const key = `${seat} ${label}`
    sums.set(key, (sums.get(key) ?? 0) + Number(votes))
  }
  return sums
}

function keysOf(things: readonly object[]): Set<string> {
  return new Set(things.flatMap((thing) => Object.keys(thing)))
}

function stationOf(seat: string, number: number) {
  return plan.seats.find((one) => one.seat === seat)?.stations.find((station) => station.number === number)
}
