import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Form47 } from '@khata/ledger'
import { fixtureElection, markingSigner } from '@khata/ledger/fixture'
import { beforeAll, expect, it } from 'vitest'
import { form45Of } from '../officers/form45.ts'
import type { ElectionPlan, SeatPlan } from './plan.ts'
import { reconstruct2018, results2018File } from './results-2018.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

let plan: ElectionPlan

beforeAll(async () => {
  plan = await reconstruct2018(DATA)
})

it('has every seat and candidate of the file', () => {
  expect(plan.seats).toHaveLength(828)
  expect(plan.seats.reduce((sum, { candidates }) => sum + candidates.length, 0)).toBe(11_488)
  for (const prefix of ['NA 264', 'PP 294', 'PS 128', 'PK 95', 'PB 47']) {
    const [code, count] = prefix.split(' ')
    expect(plan.seats.filter(({ seat }) => seat.startsWith(`${code}-`))).toHaveLength(Number(count))
  }
})

it('has one labelled synthetic station a seat, and serials in the order of the file', () => {
  for (const { stations, candidates, serials } of plan.seats) {
    expect(stations).toHaveLength(1)
    expect(stations[0]?.synthetic).toContain('not a polling station')
    expect(candidates.map(({ serial }) => serial)).toEqual(candidates.map((_, index) => index + 1))
    expect(serials).toBe('order-of-file')
  }
})

it('carries every figure of the raw lines', () => {
  const figures = plan.seats.flatMap(({ seat, stations, candidates }) =>
    candidates.map(({ nameEn }, column) => {
      const form = stations[0]?.figures
      const { total } = form?.votes[column] ?? {}
      return [seat, nameEn, total, form?.polled, form?.validTotal, form?.excluded, stations[0]?.registeredTotal ?? 0]
    }),
  )
  expect(figures).toEqual(rawFigures())
})

it('keeps the 55 and the 143 inconsistent seats as they are', () => {
  const raw = rawInconsistencies()
  expect([raw.polled.length, raw.sum.length]).toEqual([55, 143])
  expect(plan.seats.filter(polledMismatch).map(({ seat }) => seat)).toEqual(raw.polled)
  expect(plan.seats.filter(sumMismatch).map(({ seat }) => seat)).toEqual(raw.sum)
  expect(noted('source/polled-mismatch')).toEqual(raw.polled)
  expect(noted('source/sum-mismatch')).toEqual(raw.sum)
})

it('has each inconsistent seat named by the count, under the finding that it deserves, and counted by nobody', () => {
  const raw = rawInconsistencies()
  const inconsistent = plan.seats.filter(({ seat }) => raw.polled.includes(seat) || raw.sum.includes(seat))
  const named = inconsistent.map((seat) => ({ seat: seat.seat, form47: replayed(seat) }))
  const withFinding = (code: string) =>
    named.filter(({ form47 }) => form47.findings.some((one) => one.code === code)).map(({ seat }) => seat)
  expect(withFinding('form-45/polled-mismatch')).toEqual(raw.polled)
  expect(withFinding('form-45/sum-mismatch')).toEqual(raw.sum)
  expect(named.filter(({ form47 }) => form47.stations.accepted > 0)).toEqual([])
  expect(named).toHaveLength(165)
})

it('leaves the one roll of 0 voters absent, and its published zeros as they are', () => {
  const station = plan.seats.find(({ seat }) => seat === 'PS-6')?.stations[0]
  expect(station).not.toHaveProperty('registeredTotal')
  expect(station?.figures).toMatchObject({ votes: [{ column: 0, total: 1 }], validTotal: 0, excluded: 0, polled: 0 })
  expect(noted('source/registered-zero')).toEqual(['PS-6'])
})

it('puts the tribal seats into Khyber Pakhtunkhwa and the capital apart', () => {
  const place = (code: string) => plan.seats.find(({ seat }) => seat === code)
  expect(place('NA-40')).toMatchObject({ province: 'kp', district: 'Bajaur Agency' })
  expect(place('NA-53')).toMatchObject({ province: 'islamabad', district: 'Islamabad' })
  expect(place('PB-1')?.province).toBe('balochistan')
})

/** The Form 47 of a seat whose one form the returning officer accepts where the law lets him. */
function replayed({ seat: name, candidates, stations }: SeatPlan): Form47 {
  const [station] = stations
  const columns = { candidates: candidates.length, stations: 1, seats: [name] }
  const registered = { registeredTotal: station?.registeredTotal ?? null, registeredMale: null, registeredFemale: null }
  const options = { ...columns, station: registered, mode: 'replay', signer: markingSigner() } as const
  const seat = fixtureElection(options).seat(name)
  if (station?.figures === undefined) return seat.log.form47
  const form = seat.po(1).say(name, {
    body: 'form45Submitted',
    form45Submitted: { form: form45Of(station, station.figures) },
  })
  seat.must(form)
  seat.log.submit(seat.ro.accept(form, 1))
  return seat.log.form47
}

type RawRow = [name: string, party: string, votes: number, registered: string, polled: string, ...string[]]

/** Each line is a list of JSON strings and numbers, so no CSV parser is needed to read it again. */
function rawRows(): RawRow[] {
  const lines = readFileSync(join(DATA, results2018File), 'utf8').trim().split(/\r?\n/u)
  return lines.slice(1).map((line) => JSON.parse(`[${line}]`) as RawRow)
}

function rawFigures() {
  return rawRows().map(([name, , votes, registered, polled, valid, rejected, seat]) => [
    seat,
    name.replaceAll('\u00a0', ' ').replaceAll(/ +/gu, ' ').trim(),
    votes,
    ...[polled, valid, rejected, registered].map(Number),
  ])
}

function rawInconsistencies(): { polled: string[]; sum: string[] } {
  const seats = [...Map.groupBy(rawRows(), (row) => row[7] ?? '')]
  const first = (rows: RawRow[]) => rows[0]?.slice(4, 7).map(Number) ?? []
  return {
    polled: seats.filter(([, rows]) => !adds(first(rows))).map(([seat]) => seat),
    sum: seats
      .filter(([, rows]) => rows.reduce((sum, row) => sum + row[2], 0) !== first(rows)[1])
      .map(([seat]) => seat),
  }
}

function adds([polled, valid = Number.NaN, rejected = Number.NaN]: number[]): boolean {
  return polled === valid + rejected
}

function polledMismatch({ stations }: SeatPlan): boolean {
  const { polled = 0, validTotal = 0, excluded = 0 } = stations[0]?.figures ?? {}
  return !adds([polled, validTotal, excluded])
}

function sumMismatch({ stations }: SeatPlan): boolean {
  const figures = stations[0]?.figures
  return figures?.votes.reduce((sum, { total = Number.NaN }) => sum + total, 0) !== figures?.validTotal
}

function noted(code: string): string[] | undefined {
  return plan.notes?.filter((note) => note.code === code).map(({ seat }) => seat)
}
