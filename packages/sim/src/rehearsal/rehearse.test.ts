import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONDITIONS, type ConditionsName } from '../election/conditions.ts'
import { generateElection } from '../election/generate.ts'
import { type Journey, journeys } from '../election/journeys.ts'
import { outagesOf } from '../election/outages.ts'
import type { OfficeTold } from './office-night.ts'
import { type Beside, outcomeOf } from './outcome.ts'
import { rehearse } from './rehearse.ts'
import { ALL_GATES, type Gates, OFFICE, type Office } from './settings.ts'

const HOUR_MS = 3_600_000
const names = Object.keys(CONDITIONS) as ConditionsName[]
const due = { twoMs: 9 * HOUR_MS, tenMs: 17 * HOUR_MS }

interface Night {
  readonly seed: number
  readonly conditions: ConditionsName
  readonly gates: Gates
}

const night: fc.Arbitrary<Night> = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  conditions: fc.constantFrom(...names),
  gates: fc.constantFrom(...ALL_GATES),
})

describe('on any night', () => {
  it('every form that comes is counted once, or waits for more than this night', () => {
    fc.assert(
      fc.property(night, (one) => {
        const { offices, journeys: all } = play(one)
        for (const { seat, countedMs, stuck } of offices) {
          const forms = all.flatMap((journey) => journey.forms.filter((form) => form.seat === seat))
          const lasting = forms.filter(({ defect }) => defect === 'votes-beyond-registered')
          expect(stuck).toBe(lasting.length)
          expect(countedMs).toHaveLength(forms.length - lasting.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('nothing is counted before it is signed, nor, where the lock is to be shown, before its officer is there', () => {
    fc.assert(
      fc.property(night, (one) => {
        const { offices, journeys: all } = play(one)
        for (const { seat, countedMs } of offices) {
          const earliest = all.flatMap((journey) => earliestAt(journey, seat, one.gates))
          countedMs.forEach((ms, at) => expect(ms).toBeGreaterThan(earliest.toSorted((a, b) => a - b)[at] ?? 0))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same for the same seed', () => {
    const one: Night = { seed: 7, conditions: 'open', gates: { lock: 'shown', readings: 2 } }
    expect(play(one).offices).toEqual(play(one).offices)
    expect(play(one).offices).not.toEqual(play({ ...one, seed: 8 }).offices)
  })
})

describe('who waits for whom', () => {
  const open = (gates: Gates, office: Partial<Office> = {}) => told({ seed: 3, conditions: 'open', gates }, office)

  it('with one reading no operator is waited for where the officers have devices, with two each form is keyed', () => {
    const devices = { conditions: { ...CONDITIONS.open, noDeviceShare: 0 } }
    const one = play({ seed: 3, conditions: 'open', gates: { lock: 'remote', readings: 1 } }, {}, devices)
    expect(one.offices.flatMap(({ operators }) => operators.waits)).toEqual([])
    const two = play({ seed: 3, conditions: 'open', gates: { lock: 'remote', readings: 2 } }, {}, devices)
    const corrected = two.offices.reduce((sum, { askedBack, stuck }) => sum + askedBack - stuck, 0)
    const forms = two.journeys.flatMap((journey) => journey.forms).length
    expect(two.offices.flatMap(({ operators }) => operators.waits)).toHaveLength(forms + corrected)
  })

  it('paper needs one reading more than a form from a device', () => {
    const paper = { conditions: { ...CONDITIONS['cut-2024'], noDeviceShare: 1 } }
    const { offices, journeys: all } = play(
      { seed: 3, conditions: 'cut-2024', gates: { lock: 'remote', readings: 1 } },
      {},
      paper,
    )
    const corrected = offices.reduce((sum, { askedBack, stuck }) => sum + askedBack - stuck, 0)
    const forms = all.flatMap((journey) => journey.forms).length
    expect(offices.flatMap(({ operators }) => operators.waits)).toHaveLength(forms + corrected)
  })

  it('a lock to be shown makes the count wait for the roads, and a door with more desks makes them shorter', () => {
    const remote = open({ lock: 'remote', readings: 1 })
    const shown = open({ lock: 'shown', readings: 1 })
    expect(shown.medianCounted).toBeGreaterThan(remote.medianCounted + 1)
    const wide = open({ lock: 'shown', readings: 1 }, { doorDesks: 8 })
    expect(wide.door.waitMinutes.p99).toBeLessThan(shown.door.waitMinutes.p99)
  })

  it('fewer operators make longer queues, and their errors are settled one by one', () => {
    const gates: Gates = { lock: 'remote', readings: 2 }
    const four = open(gates)
    const one = open(gates, { operators: 1 })
    expect(one.operators.waitMinutes.p99).toBeGreaterThan(10 * four.operators.waitMinutes.p99)
    expect(open(gates, { keyingErrorShare: 0 }).settled).toBe(0)
    expect(open(gates, { keyingErrorShare: 0.2 }).settled).toBeGreaterThan(four.settled)
  })

  it('a substitute’s device sends only once its key is enrolled', () => {
    const gates: Gates = { lock: 'remote', readings: 1 }
    const all = { conditions: { ...CONDITIONS.open, substituteShare: 1, noDeviceShare: 0, signalShare: 1 } }
    const slow = { enrolling: { medianMs: 10 * HOUR_MS, sigma: 0 } }
    const [quick, late] = [{}, slow].map((office) => play({ seed: 3, conditions: 'open', gates }, office, all))
    const first = (played: Played | undefined) =>
      Math.min(...(played?.offices ?? []).flatMap(({ countedMs }) => countedMs))
    expect(first(late)).toBeGreaterThan(first(quick))
    expect(first(late)).toBeGreaterThan(6 * HOUR_MS)
  })

  it('an office that is cut off counts as before, and tells the hubs later', () => {
    const one: Night = { seed: 3, conditions: 'open', gates: { lock: 'remote', readings: 1 } }
    const { offices, beside } = play(one)
    const districts = new Set(beside.plan.seats.map(({ district }) => district))
    const outages = new Map([...districts].map((district) => [district, { fromMs: 0, toMs: 12 * HOUR_MS }]))
    const whole = outcomeOf(offices, { ...beside, outages: new Map() })
    const cut = outcomeOf(offices, { ...beside, outages })
    expect(whole.shownByTwo).toBe(whole.countedByTwo)
    expect(cut).toMatchObject({ countedByTwo: whole.countedByTwo, shownByTwo: 0, shownByTen: whole.countedByTen })
  })

  it('forms that others take the place of are held, corrected and counted later', () => {
    const late = told({ seed: 3, conditions: 'late-tail', gates: { lock: 'remote', readings: 1 } })
    expect(late.held).toBeGreaterThan(0)
    expect(told({ seed: 3, conditions: 'cut-2024', gates: { lock: 'remote', readings: 1 } }).held).toBe(0)
  })
})

interface Played {
  readonly offices: readonly OfficeTold[]
  readonly journeys: readonly Journey[]
  readonly beside: Beside
}

function play(
  { seed, conditions: name, gates }: Night,
  office: Partial<Office> = {},
  { conditions = CONDITIONS[name] }: { readonly conditions?: (typeof CONDITIONS)[ConditionsName] } = {},
): Played {
  const plan = generateElection({ seed, seats: 4, stationsPerNaSeat: 40, stationsPerPaSeat: 18, defectShare: 0.05 })
  const all = journeys(plan, seed, conditions)
  return {
    offices: rehearse({ plan, journeys: all, seed, conditions, gates, office: { ...OFFICE, ...office } }),
    journeys: all,
    beside: { plan, outages: outagesOf(plan, seed, conditions), deadlines: due },
  }
}

function told(one: Night, office: Partial<Office> = {}) {
  const { offices, beside } = play(one, office)
  return outcomeOf(offices, beside)
}

/** When each of an officer's forms for a seat could be counted at the earliest. */
function earliestAt({ forms, leavesMs }: Journey, seat: string, { lock }: Gates): readonly number[] {
  let onTheRoadMs = leavesMs
  return forms.flatMap((form) => {
    onTheRoadMs += form.roadMs
    if (form.seat !== seat) return []
    return lock === 'shown' ? onTheRoadMs : Math.min(form.sentMs ?? Infinity, onTheRoadMs)
  })
}
