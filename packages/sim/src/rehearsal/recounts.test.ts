import { describe, expect, it } from 'vitest'
import { ruleParameters } from '../ceremony/rules.ts'
import { generateElection } from '../election/generate.ts'
import type { Margin } from '../election/margins.ts'
import { marginsOf } from '../election/margins.ts'
import { hasGround, recountsOf } from './recounts.ts'

const plan = generateElection({ seed: 4, seats: 60, stationsPerNaSeat: 20, stationsPerPaSeat: 9, defectShare: 0 })
const rules = ruleParameters(plan)
const [na, pa] = (['NA', 'PA'] as const).map((assembly) => plan.seats.find((seat) => seat.assembly === assembly)!)

describe('the ground of a recount', () => {
  it.each<[words: string, holds: boolean, margin: Margin]>([
    ['below 5 % and 8,000 votes', true, { seat: na!, polled: 200_000, margin: 7_999, excluded: 0 }],
    ['8,000 votes', false, { seat: na!, polled: 200_000, margin: 8_000, excluded: 0 }],
    ['5 %', false, { seat: na!, polled: 100_000, margin: 5_000, excluded: 0 }],
    ['4,000 votes in a Provincial Assembly seat', false, { seat: pa!, polled: 100_000, margin: 4_000, excluded: 0 }],
    ['as many excluded ballots', true, { seat: pa!, polled: 100_000, margin: 6_000, excluded: 6_000 }],
  ])('a margin of %s', (_, holds, margin) => {
    expect(hasGround(margin, rules)).toBe(holds)
  })
})

describe('margins', () => {
  it('are those of the sums of a seat’s stations', () => {
    const { seat, margin, polled, excluded } = marginsOf(plan)[0]!
    const forms = seat.stations.flatMap(({ figures }) => figures ?? [])
    const sums = seat.candidates.map((__, column) =>
      forms.reduce((sum, { votes }) => sum + (votes.find((cell) => cell.column === column)?.total ?? 0), 0),
    )
    const [first = 0, second = 0] = sums.toSorted((a, b) => b - a)
    expect(margin).toBe(first - second)
    expect(polled).toBe(forms.reduce((sum, form) => sum + (form.polled ?? 0), 0))
    expect(excluded).toBe(forms.reduce((sum, form) => sum + (form.excluded ?? 0), 0))
  })
})

describe('recounts', () => {
  it('are asked for in some of the seats that have a ground, and are the same for the same seed', () => {
    const told = recountsOf(plan, 4, rules)
    expect(told.grounds).toBe(marginsOf(plan).filter((margin) => hasGround(margin, rules)).length)
    expect(told.asked).toBeGreaterThan(0)
    expect(told.asked).toBeLessThan(told.grounds)
    expect(told.hours.p50).toBeGreaterThan(0)
    expect(recountsOf(plan, 4, rules)).toEqual(told)
  })
})
