import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFECTS } from './defects.ts'
import { generateElection, seatsMax } from './generate.ts'
import type { ElectionPlan, Form45Figures, SeatPlan, StationPlan } from './plan.ts'
import { proportionsOf } from './proportions.ts'
import { seeded } from './seeded.ts'
import { mean, sd, sum } from './statistics.ts'

describe('generateElection', () => {
  it('makes a dozen seats of both assemblies in the five areas, a few thousand stations', () => {
    const plan = generateElection({ seed: 1 })
    expect(plan.mode).toBe('drill')
    expect(plan.seats).toHaveLength(12)
    expect(plan.provinces).toHaveLength(5)
    expect(plan.seats.filter((seat) => seat.assembly === 'NA')).toHaveLength(5)
    expect(stationsOf(plan).length).toBeGreaterThan(2300)
    expect(stationsOf(plan).length).toBeLessThan(3300)
  })

  it('makes the nation: 859 seats, each province with its share of the stations', () => {
    const scale = 1 / 11
    const nation = generateElection({ seed: 1, seats: 'nation', stationsPerNaSeat: 31 })
    const seatsOf = (prefix: string) => nation.seats.filter(({ seat }) => seat.startsWith(`${prefix}-`))
    expect(['NA', 'PP', 'PS', 'PK', 'PB'].map((prefix) => seatsOf(prefix).length)).toEqual([266, 297, 130, 115, 51])
    expect(new Set(nation.seats.map(({ seat }) => seat)).size).toBe(seatsMax)
    const stations = (province: string) =>
      sum(seatsOf('NA').flatMap((seat) => (seat.province === province ? seat.stations.length : [])))
    expectWithin(stations('punjab') + stations('islamabad'), 50_944 * scale, 0.04)
    expectWithin(stations('sindh'), 19_006 * scale, 0.04)
    expectWithin(stations('kp'), 15_697 * scale, 0.04)
    expectWithin(stations('balochistan'), 5_028 * scale, 0.06)
    expectWithin(sum(nation.seats.map(({ candidates }) => candidates.length)), 17_816, 0.02)
    for (const { name, real, generated } of proportionsOf(generateElection({ seed: 2024, seats: 120 }))) {
      if (!/seats$|^polling|^Forms|^seats with/.test(name)) expectWithin(generated, real, 0.09)
    }
    const margins = proportionsOf(nation).filter(({ name }) => name.startsWith('seats with'))
    expect(margins).toHaveLength(2)
    for (const { real, generated } of margins) expectWithin(generated, real, 0.2)
  })

  it('names agents on each form, nearly all of whom have not signed, with a reason', () => {
    const { seats } = generateElection({ seed: 1, seats: 6 })
    const agents = seats.flatMap(({ stations }) => stations.flatMap(({ figures }) => figures?.agents ?? []))
    const signed = agents.filter((agent) => agent.signed).length / agents.length
    expectWithin(signed, 0.05, 0.4)
    for (const agent of agents) expect(agent.signed).toBe(agent.absenceReason === '')
    for (const { candidates, stations } of seats) {
      const serials = new Set(candidates.map(({ serial }) => serial))
      const named = stations.flatMap(({ figures }) => figures?.agents ?? [])
      expect(new Set(named.map(({ candidate }) => candidate)).size).toBe(3)
      expect(named.every(({ candidate }) => serials.has(candidate))).toBe(true)
    }
  })

  it('gives the same bytes for the same seed, and others for another', () => {
    const text = (seed: number) => JSON.stringify(generateElection({ seed, seats: 3 }))
    expect(text(7)).toBe(text(7))
    expect(text(7)).not.toBe(text(8))
  })

  it('keeps a seat as it is when more seats are asked for', () => {
    const few = generateElection({ seed: 7, seats: 3 })
    const more = generateElection({ seed: 7, seats: 8 })
    expect(JSON.stringify(more.seats.slice(0, 3))).toBe(JSON.stringify(few.seats))
  })

  it('draws evenly from the first draw on, for small seeds too', () => {
    const first = Array.from({ length: 400 }, (_, seed) => seeded(seed, 0).uniform())
    expectWithin(mean(first), 0.5, 0.1)
    expectWithin(sd(first), Math.sqrt(1 / 12), 0.1)
  })

  it('refuses options out of range', () => {
    expect(() => generateElection({ seed: 1.5 })).toThrow(RangeError)
    expect(() => generateElection({ seed: 1, seats: 0 })).toThrow(RangeError)
    expect(() => generateElection({ seed: 1, seats: seatsMax + 1 })).toThrow(RangeError)
    expect(() => generateElection({ seed: 1, defectShare: Number.NaN })).toThrow(RangeError)
  })
})

describe('the proportions of a real night', () => {
  const plan = generateElection({ seed: 2024, seats: 120 })
  const stations = stationsOf(plan)
  const forms = sound(stations)

  it('has 2024 station types: 25,320 male, 23,950 female, 41,405 combined of 90,675', () => {
    expect(share(stations, (station) => station.type === 'male')).toBeCloseTo(0.279, 1.5)
    expect(share(stations, (station) => station.type === 'female')).toBeCloseTo(0.264, 1.5)
    expect(share(stations, (station) => station.type === 'combined')).toBeCloseTo(0.457, 1.5)
  })

  it('has 341 stations a National and 153 a Provincial Assembly seat', () => {
    const counts = (assembly: SeatPlan['assembly']) =>
      plan.seats.filter((seat) => seat.assembly === assembly).map((seat) => seat.stations.length)
    expectWithin(mean(counts('NA')), 341, 0.05)
    expectWithin(mean(counts('PA')), 153, 0.06)
  })

  it('has valid votes of mean 621, sd 244 and at most 2,028 a station', () => {
    const valid = forms.map(({ figures }) => figures.validTotal ?? 0)
    expectWithin(mean(valid), 621, 0.03)
    expectWithin(sd(valid), 244, 0.06)
    expect(Math.max(...valid)).toBeLessThanOrEqual(2028)
  })

  it('has excluded ballots of mean 20.6 and sd 18.8 a station', () => {
    const excluded = forms.map(({ figures }) => figures.excluded ?? 0)
    expectWithin(mean(excluded), 20.6, 0.05)
    expectWithin(sd(excluded), 18.8, 0.08)
  })

  it('has a turnout of 48 % and three booths a station', () => {
    const polled = sum(forms.map(({ figures }) => figures.polled ?? 0))
    expect(polled / sum(forms.map(({ station }) => station.registeredTotal ?? 0))).toBeCloseTo(0.48, 1.7)
    const booths = forms.map(({ station }) => (station.boothsMale ?? 0) + (station.boothsFemale ?? 0))
    expectWithin(mean(booths), 276_398 / 90_675, 0.08)
  })

  it('has 8 to 46 candidates a National Assembly seat, 19.4 on average, and leaders of about 42 %', () => {
    const all = generateElection({ seed: 5, seats: 859, stationsPerNaSeat: 3, stationsPerPaSeat: 1 })
    const na = all.seats.filter((seat) => seat.assembly === 'NA').map((seat) => seat.candidates.length)
    expectWithin(mean(na), 19.4, 0.05)
    expect(Math.min(...na)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...na)).toBeLessThanOrEqual(46)
    expectWithin(sd(na), 7.6, 0.15)
    expectWithin(mean(plan.seats.map(leaderShare)), 0.42, 0.08)
  })
})

describe('every form without a deliberate defect', () => {
  it('adds up', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        for (const seat of plan.seats) for (const form of sound(seat.stations)) expectToAddUp(form, seat)
      }),
      { numRuns: 40 },
    )
  })

  it('has numbers from 1 and buildings with two numbers', () => {
    fc.assert(
      fc.property(anyPlan(), (plan) => {
        for (const seat of plan.seats) {
          expect(seat.stations.map((station) => station.number)).toEqual(seat.stations.map((_, index) => index + 1))
        }
        expect(new Set(plan.seats.map((seat) => seat.seat)).size).toBe(plan.seats.length)
        expectSharedBuildings(plan)
      }),
      { numRuns: 40 },
    )
  })

  it('has nearly as many voters in the one poll of a building as in the other', () => {
    const plan = generateElection({ seed: 3, defectShare: 0 })
    const pairs = pairsOf(plan).map((pair) => pair.map((station) => station.figures?.polled ?? 0))
    expect(pairs.length).toBeGreaterThan(900)
    const apart = sum(pairs.map(([na = 0, pa = 0]) => Math.abs(na - pa)))
    expect(apart / sum(pairs.map(([na = 0]) => na))).toBeLessThan(0.02)
  })
})

describe('deliberate defects', () => {
  const plan = generateElection({ seed: 11, defectShare: 0.05 })
  const stations = stationsOf(plan)

  it('are a small share of each kind', () => {
    for (const defect of DEFECTS) expect(share(stations, isOf(defect)), defect).toBeGreaterThan(0.005)
    expect(share(stations, (station) => DEFECTS.some((defect) => isOf(defect)(station)))).toBeCloseTo(0.05, 1.7)
  })

  it('do what their label says', () => {
    for (const seat of plan.seats) for (const station of seat.stations) expectDefect(station, seat)
  })

  it('are none where none are asked for', () => {
    const clean = stationsOf(generateElection({ seed: 11, seats: 3, defectShare: 0 }))
    expect(clean.every((station) => station.figures !== undefined && station.figures.defect === undefined)).toBe(true)
  })
})

describe('candidates', () => {
  it('have serials in order, names of their own in both scripts, and symbols of their own', () => {
    for (const { candidates } of generateElection({ seed: 4, seats: 24, stationsPerNaSeat: 5 }).seats) {
      expect(candidates.map(({ serial }) => serial)).toEqual(candidates.map((_, index) => index + 1))
      for (const of of ['nameEn', 'nameUr', 'symbol'] as const) {
        expect(new Set(candidates.map((candidate) => candidate[of])).size).toBe(candidates.length)
      }
      const parties = candidates.map(({ party }) => party).filter((party) => party !== 'Independent')
      expect(new Set(parties).size).toBe(parties.length)
    }
  })
})

function anyPlan(): fc.Arbitrary<ElectionPlan> {
  return fc
    .record({
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      seats: fc.integer({ min: 1, max: 14 }),
      stationsPerNaSeat: fc.integer({ min: 1, max: 12 }),
      stationsPerPaSeat: fc.integer({ min: 1, max: 12 }),
      defectShare: fc.constantFrom(0, 0.3),
    })
    .map(generateElection)
}

interface SoundForm {
  readonly station: StationPlan
  readonly figures: Form45Figures
}

function sound(stations: readonly StationPlan[]): SoundForm[] {
  return stations.flatMap((station) => {
    const { figures } = station
    return figures === undefined || figures.defect !== undefined ? [] : [{ station, figures }]
  })
}

function stationsOf(plan: ElectionPlan): StationPlan[] {
  return plan.seats.flatMap((seat) => seat.stations)
}

function expectToAddUp({ station, figures }: SoundForm, seat: SeatPlan): void {
  expect(figures.votes.map(({ column }) => column)).toEqual(seat.candidates.map((_, index) => index))
  for (const { valid = -1, tendered = -1, challenged = -1, total } of figures.votes) {
    expect(Math.min(valid, tendered, challenged)).toBeGreaterThanOrEqual(0)
    expect(valid + tendered + challenged).toBe(total)
  }
  expect(sum(figures.votes.map(({ total = Number.NaN }) => total))).toBe(figures.validTotal)
  expect((figures.validTotal ?? 0) + (figures.excluded ?? 0)).toBe(figures.polled)
  expect((figures.votersMale ?? 0) + (figures.votersFemale ?? 0)).toBe(figures.votersTotal)
  expect(figures.votersTotal).toBe(figures.polled)
  expect(figures.votersMale).toBeLessThanOrEqual(station.registeredMale ?? 0)
  expect(figures.votersFemale).toBeLessThanOrEqual(station.registeredFemale ?? 0)
  expectPapers(figures)
}

function expectPapers({ ballots, polled, votes }: Form45Figures): void {
  expect(ballots?.takenFromBox).toBe(polled)
  const { received, unissued = -1, takenFromBox = 0, spoilt = 0, cancelled = 0 } = ballots ?? {}
  expect(unissued).toBeGreaterThanOrEqual(0)
  expect(received).toBe(unissued + takenFromBox + spoilt + cancelled)
  expect(ballots?.tendered).toBe(sum(votes.map(({ tendered = 0 }) => tendered)))
  expect(ballots?.challenged).toBe(sum(votes.map(({ challenged = 0 }) => challenged)))
}

function pairsOf(plan: ElectionPlan): StationPlan[][] {
  const byBuilding = Map.groupBy(stationsOf(plan), (station) => station.physicalStation)
  return [...byBuilding.values()].filter((stations) => stations.length === 2)
}

function expectSharedBuildings(plan: ElectionPlan): void {
  const paStations = plan.seats.filter((seat) => seat.assembly === 'PA').flatMap((seat) => seat.stations)
  const pairs = pairsOf(plan)
  expect(pairs).toHaveLength(paStations.length)
  for (const [na, pa] of pairs) {
    expect(na?.number).not.toBe(pa?.number)
    expect(na?.registeredTotal).toBe(pa?.registeredTotal)
  }
}

function isOf(defect: string) {
  return ({ figures }: StationPlan) => (figures === undefined ? defect === 'no-form' : figures.defect === defect)
}

function expectDefect(station: StationPlan, seat: SeatPlan): void {
  const { figures } = station
  if (figures?.defect === undefined) return
  const added = sum(figures.votes.map(({ total = 0 }) => total))
  const checks: Record<string, boolean> = {
    'sum-mismatch': added !== figures.validTotal,
    'columns-swapped': added === figures.validTotal,
    'votes-beyond-registered': (figures.polled ?? 0) > (station.registeredTotal ?? 0) && added === figures.validTotal,
    'candidate-missing': figures.votes.length === seat.candidates.length - 1 && added !== figures.validTotal,
  }
  expect(checks[figures.defect], figures.defect).toBe(true)
}

function leaderShare(seat: SeatPlan): number {
  const totals = seat.candidates.map((_, column) =>
    sum(sound(seat.stations).map(({ figures }) => figures.votes[column]?.total ?? 0)),
  )
  return Math.max(...totals) / sum(totals)
}

function share<T>(list: readonly T[], is: (item: T) => boolean): number {
  return list.filter(is).length / list.length
}

function expectWithin(value: number, wanted: number, shareOff: number): void {
  expect(Math.abs(value - wanted) / wanted, `${value} is not about ${wanted}`).toBeLessThan(shareOff)
}
