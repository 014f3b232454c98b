import { StationOrder } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { bodies, type FixtureSeat, fixtureElection, hashOf, markingSigner, pollClosedAt } from '../fixture/index.ts'
import { votesIn } from './figures.ts'
import type { StationStatus } from './state.ts'

const votes = { votes: [1, 2, 3] }

const orders = {
  'stop the poll': { order: StationOrder.POLL_STOPPED },
  adjourn: { order: StationOrder.ADJOURNED },
  'lose the box': { order: StationOrder.BOX_LOST },
  'extend its hours': { order: StationOrder.HOURS_EXTENDED, until: pollClosedAt + 1 },
  merge: { order: StationOrder.MERGED, into: 2 },
  void: { order: StationOrder.VOID },
  'poll again': { order: StationOrder.REPOLL },
  close: { order: StationOrder.CLOSED },
} as const
type Name = keyof typeof orders

const closing = ['stop the poll', 'adjourn', 'lose the box', 'merge', 'void', 'close'] as const
const whole = Object.fromEntries(closing.map((name) => [name, 'closed' as const]))

/** What each order makes of a station, by the status it is in; what is missing is refused. */
const arrows: Readonly<Record<StationStatus, Partial<Record<Name, StationStatus>>>> = {
  awaited: { ...whole, 'extend its hours': 'awaited' },
  received: { ...whole, 'poll again': 'awaited' },
  returned: { ...whole, 'poll again': 'awaited' },
  rejected: { ...whole, 'poll again': 'awaited' },
  held: { ...whole, 'poll again': 'awaited' },
  accepted: { ...whole, 'poll again': 'awaited' },
  closed: { 'poll again': 'awaited' },
}

const ofHq: readonly Name[] = ['void', 'poll again']

describe('a station', () => {
  const states = Object.keys(arrows) as StationStatus[]
  const names = Object.keys(orders) as Name[]
  it.each(states.flatMap((status) => names.map((name) => [status, name, arrows[status][name]] as const)))(
    '%s, ordered to %s: %s',
    (status, name, expected) => {
      const { seat, hq } = stationIn(status)
      const index = seat.log.fold.size
      const refusal = seat.log.submit(hq(ordered(name)))
      expect(refusal?.code).toBe(expected === undefined ? 'form-45/not-in-this-state' : undefined)
      const record = seat.log.seat.stations.get(1)!
      expect(record.status).toBe(expected ?? status)
      expect(record.orders.at(-1)?.index).toBe(expected === undefined ? orderOf(status) : index)
      if (expected === undefined) return
      expect(sums(seat)).toEqual([0, 0, 0])
      expect(seat.log.seat.sums.held.columns.map(({ known }) => known)).toEqual([0, 0, 0])
    },
  )

  it.each(names)('is ordered to %s by whom the law names, with a reason', (name) => {
    const { seat, hq } = stationIn('awaited')
    const order = { ...orders[name] }
    const silent = hq(bodies.stationOrder(1, order.order, { ...order, reason: '' }))
    expect(seat.log.admit(silent)?.code).toBe('act/needs-reason')
    const byRo = seat.log.admit(seat.ro.say('NA-1', ordered(name)))
    expect(byRo?.code).toBe(ofHq.includes(name) ? 'order/not-this-office' : undefined)
  })

  it.each([
    ['no order', bodies.stationOrder(1, StationOrder.UNSPECIFIED), 'statement/bad-shape'],
    ['a station that is none', bodies.stationOrder(9, StationOrder.CLOSED), 'station/not-in-form-28'],
    ['hours that end at no time', bodies.stationOrder(1, StationOrder.HOURS_EXTENDED), 'statement/bad-shape'],
    [
      'hours that end no later',
      bodies.stationOrder(1, StationOrder.HOURS_EXTENDED, { until: pollClosedAt }),
      'statement/bad-shape',
    ],
    ['nowhere to merge', bodies.stationOrder(1, StationOrder.MERGED), 'station/not-in-form-28'],
    ['a merger into none', bodies.stationOrder(1, StationOrder.MERGED, { into: 9 }), 'station/not-in-form-28'],
    ['a merger into itself', bodies.stationOrder(1, StationOrder.MERGED, { into: 1 }), 'order/cannot-merge'],
  ])('is not ordered about with %s', (_, body, code) => {
    const { seat } = stationIn('awaited')
    expect(seat.log.admit(seat.ro.say('NA-1', body))?.code).toBe(code)
  })

  it('is not merged into one that is closed', () => {
    const { seat } = stationIn('awaited')
    seat.must(seat.ro.say('NA-1', bodies.stationOrder(2, StationOrder.CLOSED)))
    expect(seat.log.admit(seat.ro.say('NA-1', ordered('merge')))?.code).toBe('order/cannot-merge')
  })

  it('that closes takes no further form, and shows the order with its entry in Form 47', () => {
    const { seat } = stationIn('closed')
    const { index } = seat.log.seat.stations.get(1)!.orders[0]!
    seat.must(seat.po(1).submit(votes))
    expect(seat.log.seat.stations.get(1)).toMatchObject({
      status: 'closed',
      current: undefined,
      others: [{ why: 'form-45/other-poll' }],
    })
    expect(seat.log.form47.notCounted[0]).toMatchObject({ station: 1, status: 'closed', since: index })
  })

  it('whose hours were extended may count later, and not before its own close', () => {
    const until = pollClosedAt + 7_200_000
    for (const [countedAt, found] of [
      [until - 1, true],
      [until, false],
    ] as const) {
      const { seat } = stationIn('awaited')
      seat.must(seat.ro.say('NA-1', bodies.stationOrder(1, StationOrder.HOURS_EXTENDED, { until })))
      for (const station of [1, 2]) seat.must(seat.po(station).submit({ ...votes, fields: { countedAt } }))
      const codes = seat.log.form47.findings.map(({ station, code }) => [station, code])
      expect(codes).toEqual(found ? [[1, 'form-45/counted-before-close']] : [])
    }
  })

  it('that polls again closes with the election again, whatever its hours were before', () => {
    const { seat, hq } = stationIn('awaited')
    const until = pollClosedAt + 7_200_000
    seat.must(hq(bodies.stationOrder(1, StationOrder.HOURS_EXTENDED, { until })))
    seat.must(seat.po(1).submit(votes))
    seat.must(hq(ordered('poll again')))
    seat.must(seat.po(1).submit({ ...votes, fields: { poll: 2, countedAt: until - 1 } }))
    expect(seat.log.form47.findings).toEqual([])
  })

  it('that polls again counts forms of the new poll alone', () => {
    const { seat, hq } = stationIn('accepted')
    const before = seat.log.seat.stations.get(1)!.current!.hash
    seat.must(hq(ordered('poll again')))
    expect(seat.log.seat.stations.get(1)).toMatchObject({
      status: 'awaited',
      poll: 2,
      current: undefined,
      others: [{ hash: before, why: 'superseded' }],
    })
    seat.must(seat.po(1).submit({ votes: [9, 9, 9] }))
    expect(seat.log.seat.stations.get(1)?.status).toBe('awaited')
    const again = seat.must(seat.po(1).submit({ votes: [4, 5, 6], fields: { poll: 2 } }))
    seat.must(seat.ro.accept(again, 1))
    expect(sums(seat)).toEqual([4, 5, 6])
  })

  it('that polls again has no form of the poll before left for HQ to let stand', () => {
    const { seat, hq } = stationIn('held')
    const [first] = seat.log.seat.stations.get(1)!.others
    seat.must(hq(ordered('poll again')))
    for (const own of [1, 2]) seat.must(seat.po(1).submit({ votes: [own, 5, 6], fields: { poll: 2 } }))
    expect(seat.log.seat.stations.get(1)?.status).toBe('held')
    const carrier = seat.log.entries[first!.index]!.statement
    const form = carrier.ok ? carrier.value.hash : new Uint8Array(32)
    const holdResolved = { station: 1, form, reason: 'seen the paper' }
    expect(seat.log.admit(hq({ body: 'holdResolved', holdResolved }))?.code).toBe('form-45/unknown-form')
  })
})

describe('over any sequence of forms and orders', () => {
  const act = fc.record({
    do: fc.constantFrom('submit', 'second', 'accept', 'ask', 'order'),
    name: fc.constantFrom(...(Object.keys(orders) as Name[])),
    station: fc.integer({ min: 1, max: 3 }),
    poll: fc.integer({ min: 1, max: 3 }),
    votes: fc.nat(9),
  })

  it('the sums are those of the accepted and the held forms of the present poll, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { seat, hq } = night()
        const forms = new Map<string, number>()
        for (const one of acts) {
          const signed = perform(one, seat, hq)
          if (signed === undefined || seat.log.submit(signed) !== undefined) continue
          forms.set(toHex(hashOf(signed)), one.poll)
        }
        for (const [status, running] of [
          ['accepted', seat.log.seat.sums.counted],
          ['held', seat.log.seat.sums.held],
        ] as const) {
          const records = [...seat.log.seat.stations.values()].filter((record) => record.status === status)
          const votesNow = records.map(({ current }) => votesIn(current!.figures!)[0] ?? 0)
          expect(running.columns[0]?.known).toBe(votesNow.reduce((sum, own) => sum + own, 0))
          for (const { current, poll } of records) expect(forms.get(current!.hash)).toBe(poll)
        }
        for (const { status, current } of seat.log.seat.stations.values())
          expect(status === 'awaited' ? current : undefined).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  interface Did {
    readonly do: string
    readonly name: Name
    readonly station: number
    readonly poll: number
    readonly votes: number
  }

  function perform(one: Did, seat: FixtureSeat, hq: ReturnType<typeof night>['hq']) {
    const { station, poll } = one
    const figures = { votes: [one.votes, 2, 3], fields: { poll } }
    const index = seat.log.seat.stations.get(station)?.current?.index
    const present = index === undefined ? undefined : seat.log.entries[index]?.entry
    switch (one.do) {
      case 'submit':
        return seat.po(station).submit(figures)
      case 'second':
        return seat.sapo(station).submit({ ...figures, fields: { poll, assistantReason: 'ill' } })
      case 'accept':
        return present && seat.ro.accept(present, station)
      case 'ask':
        return present && seat.ro.ask(present, station)
      default:
        return hq({ ...ordered(one.name), stationOrdered: { ...ordered(one.name).stationOrdered, station } })
    }
  }
})

function night() {
  const election = fixtureElection({ signer: markingSigner() })
  const seat = election.seat('NA-1')
  type Body = Parameters<typeof election.hq.say>[1]
  return { seat, hq: (body: Body) => election.hq.say('NA-1', body) }
}

function stationIn(status: StationStatus) {
  const { seat, hq } = night()
  if (status === 'closed') seat.must(hq(ordered('close')))
  if (status === 'awaited' || status === 'closed') return { seat, hq }
  const form = seat.must(seat.po(1).submit(votes))
  if (status === 'returned') seat.must(seat.ro.ask(form, 1))
  if (status === 'rejected') seat.must(seat.ro.reject(form, 1))
  if (status === 'accepted') seat.must(seat.ro.accept(form, 1))
  if (status === 'held') seat.must(seat.sapo(1).submit({ votes: [3, 2, 1] }))
  return { seat, hq }
}

function ordered(name: Name) {
  const { order, ...said } = { ...orders[name] }
  return bodies.stationOrder(1, order, said)
}

/** Entry of the order that a station in this status stands under. */
function orderOf(status: StationStatus): number | undefined {
  const { seat } = stationIn(status)
  return seat.log.seat.stations.get(1)?.orders[0]?.index
}

function sums(seat: FixtureSeat): readonly number[] {
  return seat.log.seat.sums.counted.columns.map(({ known }) => known)
}
