import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withDefect } from './defects.ts'
import { generateElection } from './generate.ts'
import { seeded } from './seeded.ts'

const clean = generateElection({ seed: 6, seats: 1, stationsPerNaSeat: 60, defectShare: 0 })
const stations = clean.seats[0]?.stations ?? []

it('swaps the figures of exactly the two leaders', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stations), fc.integer(), (station, seed) => {
      const totals = station.figures?.votes.map(({ total = 0 }) => total) ?? []
      const swapped = withDefect(station, 'columns-swapped', seeded(seed, 0)).figures?.votes
      expect(swapped?.map(({ column }) => column)).toEqual(totals.map((_, index) => index))
      const after = swapped?.map(({ total = 0 }) => total) ?? []
      expect(after.toSorted()).toEqual(totals.toSorted())
      const moved = totals.filter((total, column) => after[column] !== total)
      const [first, second] = totals.toSorted((a, b) => b - a)
      expect(moved.toSorted((a, b) => b - a)).toEqual(first === second ? [] : [first, second])
    }),
  )
})

it('stuffs papers and voters along with the votes, so that only the roll shows it', () => {
  for (const station of stations) {
    const { figures } = withDefect(station, 'votes-beyond-registered', seeded(1, 0))
    const { ballots } = figures ?? {}
    expect(figures?.polled).toBeGreaterThan(station.registeredTotal ?? 0)
    expect(ballots?.takenFromBox).toBe(figures?.polled)
    expect((figures?.votersMale ?? 0) + (figures?.votersFemale ?? 0)).toBe(figures?.polled)
    const used = (ballots?.takenFromBox ?? 0) + (ballots?.spoilt ?? 0) + (ballots?.cancelled ?? 0)
    expect(ballots?.received).toBe(used + (ballots?.unissued ?? -1))
  }
})

it('leaves a station without a form awaited, not at zero', () => {
  const [station] = stations
  if (station === undefined) throw new Error('the plan has no station')
  expect('figures' in withDefect(station, 'no-form', seeded(1, 0))).toBe(false)
})
