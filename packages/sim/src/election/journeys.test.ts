import { describe, expect, it } from 'vitest'
import { CONDITIONS, type ConditionsName } from './conditions.ts'
import { generateElection } from './generate.ts'
import { journeys, networkFrom } from './journeys.ts'
import { reachableFrom } from './outages.ts'

const HOUR_MS = 3_600_000
const plan = generateElection({ seed: 9, seats: 12, stationsPerNaSeat: 60, stationsPerPaSeat: 27 })
const names = Object.keys(CONDITIONS) as ConditionsName[]

describe.each(names)('under %s', (name) => {
  const all = journeys(plan, 9, CONDITIONS[name])

  it('each officer takes all forms of his building, and leaves after the last signature', () => {
    const signed = plan.seats.flatMap(({ seat, stations }) =>
      stations.filter(({ figures }) => figures !== undefined).map(({ number }) => `${seat}/${number}`),
    )
    const taken = all.flatMap(({ forms }) => forms.map(({ seat, station }) => `${seat}/${station}`))
    expect(taken.toSorted()).toEqual(signed.toSorted())
    for (const { forms, leavesMs } of all)
      expect(leavesMs).toBeGreaterThan(Math.max(...forms.map(({ signedMs }) => signedMs)))
  })

  it('goes to two offices where the building has two polls, in either order', () => {
    const double = all.filter(({ forms }) => forms.length === 2)
    expect(double.length).toBeGreaterThan(100)
    const naFirst = double.filter(({ forms }) => forms[0]?.seat.startsWith('NA')).length / double.length
    expect(naFirst).toBeGreaterThan(0.35)
    expect(naFirst).toBeLessThan(0.65)
  })

  it('sends nothing without a network', () => {
    const { network } = CONDITIONS[name]
    const sent = all.flatMap(({ forms }) => forms.flatMap(({ sentMs }) => sentMs ?? []))
    for (const ms of sent) expect(network.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)).toBe(true)
    expect(sent.length > 0).toBe(network.length > 0)
  })
})

describe('what befalls some', () => {
  const conditions = { ...CONDITIONS.open, substituteShare: 0.2, outages: { ...CONDITIONS.open.outages, share: 0.5 } }
  const all = journeys(plan, 9, conditions)

  it('substitutes take over before the first signature', () => {
    const substitutes = all.filter(({ takenOverMs }) => takenOverMs !== undefined)
    expect(Math.abs(substitutes.length / all.length - 0.2)).toBeLessThan(0.05)
    for (const { takenOverMs = 0, forms } of substitutes) {
      expect(takenOverMs).toBeLessThanOrEqual(Math.min(...forms.map(({ signedMs }) => signedMs)))
    }
    expect(
      journeys(plan, 9, { ...conditions, substituteShare: 0 }).every(({ takenOverMs }) => takenOverMs === undefined),
    ).toBe(true)
  })

  it('a district that is cut off sends nothing, and all of its buildings are', () => {
    const cutOff = all.filter(({ outage }) => outage !== undefined)
    expect(cutOff.length).toBeGreaterThan(0)
    expect(cutOff.length).toBeLessThan(all.length)
    for (const { forms, outage } of cutOff) {
      for (const { sentMs } of forms) {
        if (sentMs !== undefined && outage !== undefined) expect(reachableFrom(outage, sentMs)).toBe(sentMs)
      }
    }
    const districtOf = new Map(plan.seats.map(({ seat, district }) => [seat, district]))
    const outages = Map.groupBy(all, ({ forms }) => districtOf.get(forms[0]?.seat ?? ''))
    for (const own of outages.values()) expect(new Set(own.map(({ outage }) => outage?.fromMs)).size).toBe(1)
  })
})

describe('the nights that were', () => {
  const hours = (share: number, list: readonly number[]) => (list[Math.floor(share * list.length)] ?? 0) / HOUR_MS

  it('2018: about half of the stations are in when the flow stops at 23:47', () => {
    const forms = journeys(plan, 9, CONDITIONS['stopped-2018']).flatMap((journey) => journey.forms)
    const share = forms.filter(({ sentMs }) => sentMs !== undefined).length / forms.length
    expect(share).toBeGreaterThan(0.45)
    expect(share).toBeLessThan(0.58)
  })

  it('Nigeria 2023: half of all leave after more than forty hours, a quarter are replaced', () => {
    const all = journeys(plan, 9, CONDITIONS['late-tail'])
    const leaving = all.map(({ leavesMs }) => leavesMs).toSorted((a, b) => a - b)
    expect(hours(0.5, leaving)).toBeGreaterThan(40)
    const forms = all.flatMap((journey) => journey.forms)
    const replaced = forms.filter(({ replacedAfterMs }) => replacedAfterMs !== undefined).length / forms.length
    expect(Math.abs(replaced - 51_101 / 206_430)).toBeLessThan(0.04)
  })

  it('what is signed while there is no network waits for the next', () => {
    const spans = [
      { fromMs: 0, toMs: 10 },
      { fromMs: 50, toMs: 60 },
    ]
    const conditions = { ...CONDITIONS.open, network: spans }
    expect([0, 9, 10, 55, 60].map((ms) => networkFrom(conditions, undefined, ms))).toEqual([0, 9, 50, 55, undefined])
    const cutOff = { fromMs: 5, toMs: 52 }
    expect([0, 5, 9, 51, 60].map((ms) => networkFrom(conditions, cutOff, ms))).toEqual([0, 52, 52, 52, undefined])
    const toTheEnd = { fromMs: 5, toMs: 70 }
    expect([4, 5].map((ms) => networkFrom(conditions, toTheEnd, ms))).toEqual([4, undefined])
  })
})
