import { Role, SeatOrder, StationOrder, type StatementInputBody, TribunalEffect } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import {
  begin,
  bodies,
  conclude,
  type FixtureElection,
  type FixtureSeat,
  fixtureElection,
  hashOf,
  issued,
  markingSigner,
} from '../fixture/index.ts'
import type { SeatStatus } from './proceedings.ts'

const votes = { votes: [10, 20, 30], excluded: 4 }
const zeros = new Uint8Array(32)

const acts = [
  'postpone',
  'declare unopposed',
  'withhold',
  'release',
  'void',
  'poll again',
  'accept a form',
  'order of a station',
  'issue Form 47',
  'notify',
  'request a recount',
  'decide on a recount',
  'order a recount',
  'begin',
  'recount',
  're-examine',
  'count postal ballots',
  'conclude',
  'send documents',
  'publish',
  'gazette',
  'draw a lot',
  'uphold',
  'return another',
  'find the election void',
] as const
type Act = (typeof acts)[number]

const ofCount = ['accept a form', 'order of a station'] as const
const beforeConsolidation = [
  ...ofCount,
  'issue Form 47',
  'notify',
  'request a recount',
  'decide on a recount',
  'order a recount',
  'begin',
] as const
const ofFinal = [
  'send documents',
  'publish',
  'draw a lot',
  'uphold',
  'return another',
  'find the election void',
] as const

/** What each status admits; every other act is refused. */
const admitted: Readonly<Record<SeatStatus, readonly Act[]>> = {
  counting: ['postpone', 'declare unopposed', 'withhold', 'void', ...beforeConsolidation],
  repoll: ['withhold', 'void', ...beforeConsolidation],
  postponed: ['release'],
  unopposed: ['gazette', 'uphold', 'return another', 'find the election void'],
  withheld: ['release', 'void', ...ofCount],
  void: ['poll again', 'uphold', 'return another', 'find the election void'],
  consolidating: ['withhold', 'void', 'order a recount', 'recount', 're-examine', 'count postal ballots', 'conclude'],
  concluded: ['withhold', 'void', 'gazette', ...ofFinal],
  gazetted: ['void', ...ofFinal],
  upheld: [...ofFinal],
  'another-returned': [...ofFinal],
}

/** Where an act leads from, and to; every other admitted act leaves the status as it is. */
const arrows: Readonly<Partial<Record<Act, SeatStatus>>> = {
  postpone: 'postponed',
  'declare unopposed': 'unopposed',
  withhold: 'withheld',
  void: 'void',
  'poll again': 'repoll',
  begin: 'consolidating',
  conclude: 'concluded',
  gazette: 'gazetted',
  uphold: 'upheld',
  'return another': 'another-returned',
  'find the election void': 'void',
}

/** How to come to each status from the frozen seat. */
const ways: Readonly<Record<SeatStatus, readonly Act[]>> = {
  counting: [],
  repoll: ['void', 'poll again'],
  postponed: ['postpone'],
  unopposed: ['declare unopposed'],
  withheld: ['withhold'],
  void: ['void'],
  consolidating: ['begin'],
  concluded: ['begin', 'conclude'],
  gazetted: ['begin', 'conclude', 'gazette'],
  upheld: ['begin', 'conclude', 'uphold'],
  'another-returned': ['begin', 'conclude', 'return another'],
}

describe('a seat', () => {
  const states = Object.keys(admitted) as SeatStatus[]
  it.each(states.flatMap((status) => acts.map((act) => [status, act, admitted[status].includes(act)] as const)))(
    '%s, asked to %s: %s',
    (status, act, isAdmitted) => {
      const world = worldIn(status, act)
      const refusal = world.seat.log.submit(said(world, act))
      if (isAdmitted) expect(refusal).toBeUndefined()
      else expect(refusal?.code).toMatch(/^(seat\/not-in-this-state|recount\/too-late)$/)
      const released = status === 'withheld' || status === 'postponed' ? 'counting' : undefined
      const expected = act === 'release' ? released : arrows[act]
      expect(world.seat.log.seat.proceedings.status).toBe(isAdmitted ? (expected ?? status) : status)
    },
  )

  it('keeps every change of its status with the entry that made it', () => {
    const world = worldIn('gazetted', 'gazette')
    const { log } = world.seat
    const at = (name: string) =>
      log.entries.findIndex(({ statement }) => statement.ok && statement.value.statement.body === name)
    expect(log.seat.proceedings.changes).toEqual([
      { from: 'counting', to: 'consolidating', index: at('consolidationBegun') },
      { from: 'consolidating', to: 'concluded', index: at('consolidationConcluded') },
      { from: 'concluded', to: 'gazetted', index: at('resultGazetted') },
    ])
  })

  it('gazetted without a poll has no documents to send or publish', () => {
    const world = worldIn('unopposed', 'gazette')
    world.seat.must(said(world, 'gazette'))
    for (const act of ['send documents', 'publish', 'draw a lot'] as const)
      expect(world.seat.log.admit(said(world, act))?.code).toBe('seat/not-in-this-state')
  })

  it('released goes on where it was withheld', () => {
    const world = worldIn('consolidating', 'conclude')
    for (const act of ['withhold', 'release'] as const) world.seat.must(said(world, act))
    expect(world.seat.log.seat.proceedings.status).toBe('consolidating')
    conclude(world.seat)
  })

  it.each(['consolidating', 'concluded'] as const)('withheld while %s takes in nothing of its stations', (status) => {
    const world = worldIn(status, 'withhold')
    world.seat.must(said(world, 'withhold'))
    for (const late of [world.seat.po(1).submit(votes), said(world, 'order of a station')])
      expect(world.seat.log.admit(late)?.code).toBe('seat/not-in-this-state')
  })

  it.each([
    [SeatOrder.POSTPONED, Role.RETURNING_OFFICER],
    [SeatOrder.UNOPPOSED, Role.RETURNING_OFFICER],
    [SeatOrder.WITHHELD, Role.HQ],
    [SeatOrder.RELEASED, Role.HQ],
    [SeatOrder.VOID, Role.HQ],
    [SeatOrder.REPOLL, Role.HQ],
  ])('order %i is of role %i alone, and needs a reason', (order, role) => {
    const { seat, election } = night(1)
    const body = bodies.seatOrder(order, { candidate: 1 })
    const [other, own] = role === Role.HQ ? [seat.ro, election.hq] : [election.hq, seat.ro]
    expect(seat.log.admit(other.say('NA-1', body))?.code).toBe('order/not-this-office')
    const silent = bodies.seatOrder(order, { candidate: 1, reason: '' })
    expect(seat.log.admit(own.say('NA-1', silent))?.code).toBe('act/needs-reason')
  })

  it('has nobody unopposed who is not in its Form 33', () => {
    const { seat } = night(1)
    const order = bodies.seatOrder(SeatOrder.UNOPPOSED, { candidate: 9 })
    expect(seat.log.admit(seat.ro.say('NA-1', order))?.code).toBe('candidate/not-in-form-33')
  })

  it('is ordered about only once it is frozen', () => {
    const election = fixtureElection({ signer: markingSigner(), until: 'listed' })
    const { ro, log } = election.seat('NA-1')
    expect(log.admit(ro.say('NA-1', bodies.seatOrder(SeatOrder.POSTPONED)))?.code).toBe('seat/not-frozen')
    expect(log.admit(ro.say('NA-1', bodies.stationOrder(1, StationOrder.CLOSED)))?.code).toBe('seat/not-frozen')
  })

  it.each([
    ['no order', bodies.seatOrder(SeatOrder.UNSPECIFIED), 'statement/bad-shape'],
    ['no effect', bodies.tribunal(TribunalEffect.UNSPECIFIED), 'statement/bad-shape'],
    ['no reason', bodies.tribunal(TribunalEffect.UPHELD, { reason: '' }), 'act/needs-reason'],
    ['nobody returned', bodies.tribunal(TribunalEffect.ANOTHER_RETURNED), 'candidate/not-in-form-33'],
  ])('is not ordered about with %s', (_, body, code) => {
    const { seat, election } = worldIn('concluded', 'uphold')
    expect(seat.log.admit(election.hq.say('NA-1', body))?.code).toBe(code)
  })
})

describe('a poll of the whole seat ordered again', () => {
  it('awaits every station anew, and counts nothing of the poll before', () => {
    const world = worldIn('concluded', 'void')
    const { seat } = world
    const before = seat.log.form47.counted.map(({ form }) => form)
    for (const act of ['void', 'poll again'] as const) seat.must(said(world, act))
    expect(seat.log.form47.stations).toMatchObject({ awaited: 3, accepted: 0 })
    expect(seat.log.seat.issued).toBeUndefined()
    expect(seat.log.form47.totals.valid.votes).toBe(0)
    expect(seat.log.form47.otherForms.map(({ form, why }) => [form, why])).toEqual(
      before.map((form) => [form, 'superseded']),
    )
    const late = seat.must(seat.po(1).submit(votes))
    expect(seat.log.admit(seat.ro.accept(late, 1))?.code).toBe('form-45/unknown-form')
    expect(seat.log.seat.stations.get(1)?.others.at(-1)?.why).toBe('form-45/other-poll')
    begin(seat, countSecondPoll(seat))
    conclude(seat)
    expect(seat.log.form49.outcome).toMatchObject({ kind: 'returned', candidates: [1], margin: 3 })
  })
})

interface World {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  /** A form of station 1 that has not been accepted yet, where the act needs one. */
  readonly form: Uint8Array
  readonly request: Uint8Array
}

function night(candidates = 3) {
  const election = fixtureElection({ signer: markingSigner(), watchers: true, candidates })
  return { election, seat: election.seat('NA-1') }
}

/** A seat in a status, with what the act needs so that nothing but the status can refuse it. */
function worldIn(status: SeatStatus, act: Act): World {
  // Only one candidate can be unopposed, and two must be equal for a lot.
  const candidates = act === 'declare unopposed' || status === 'unopposed' ? 1 : 3
  const { election, seat } = night(candidates)
  const figures = { votes: (act === 'draw a lot' ? [30, 30, 1] : votes.votes).slice(0, candidates), excluded: 4 }
  const world = { election, seat, form: zeros, request: zeros }
  const polls = ways[status].includes('begin') || status === 'repoll' || isOfCount(status)
  const counted = polls ? countFor(world, { act, figures, status }) : world
  for (const step of ways[status]) if (step !== 'poll again' && step !== 'void') seat.must(said(counted, step))
  if (status === 'void') seat.must(said(counted, 'void'))
  if (act === 'recount' && status === 'consolidating') {
    seat.must(election.hq.say('NA-1', bodies.recountOrdered({ stations: [1] })))
  }
  return counted
}

function isOfCount(status: SeatStatus): boolean {
  return status === 'counting' || status === 'withheld'
}

/** Counts all stations, but the one that a form is to be accepted of, and issues Form 47. */
function countFor(
  world: World,
  {
    act,
    figures,
    status,
  }: { readonly act: Act; readonly figures: { votes: number[]; excluded: number }; readonly status: SeatStatus },
): World {
  const { seat, election } = world
  const fields = status === 'repoll' ? { poll: 2 } : {}
  if (status === 'repoll') {
    for (const order of [SeatOrder.VOID, SeatOrder.REPOLL]) seat.must(election.hq.say('NA-1', bodies.seatOrder(order)))
  }
  const isOpen = act === 'accept a form' && (isOfCount(status) || status === 'repoll')
  const submitted = seat.must(seat.po(1).submit({ ...figures, fields }))
  for (const station of [2, 3]) {
    seat.must(seat.ro.accept(seat.must(seat.po(station).submit({ ...figures, fields })), station))
  }
  if (isOpen) return { ...world, form: hashOf(submitted) }
  seat.must(seat.ro.accept(submitted, 1))
  seat.must(seat.ro.issueForm47(seat.log))
  seat.must(seat.ro.say('NA-1', bodies.notified()))
  if (act !== 'decide on a recount') return { ...world, form: hashOf(submitted) }
  const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))
  if (!isOfCount(status) && status !== 'repoll') seat.must(seat.ro.say('NA-1', bodies.recountDecided(request, false)))
  return { ...world, form: hashOf(submitted), request: hashOf(request) }
}

function countSecondPoll(seat: FixtureSeat) {
  for (const station of [1, 2, 3]) {
    const again = seat.must(seat.po(station).submit({ votes: [2, 1, 0], fields: { poll: 2 } }))
    seat.must(seat.ro.accept(again, station))
  }
  return seat.must(seat.ro.issueForm47(seat.log))
}

function said({ election, seat, form, request }: World, act: Act) {
  const hq = (body: StatementInputBody) => election.hq.say('NA-1', body)
  const ro = (body: StatementInputBody) => seat.ro.say('NA-1', body)
  switch (act) {
    case 'postpone':
      return ro(bodies.seatOrder(SeatOrder.POSTPONED))
    case 'declare unopposed':
      return ro(bodies.seatOrder(SeatOrder.UNOPPOSED, { candidate: 1 }))
    case 'withhold':
      return hq(bodies.seatOrder(SeatOrder.WITHHELD))
    case 'release':
      return hq(bodies.seatOrder(SeatOrder.RELEASED))
    case 'void':
      return hq(bodies.seatOrder(SeatOrder.VOID))
    case 'poll again':
      return hq(bodies.seatOrder(SeatOrder.REPOLL))
    case 'accept a form':
      return ro({ body: 'form45Accepted', form45Accepted: { station: 1, form } })
    case 'order of a station':
      return ro(bodies.stationOrder(2, StationOrder.CLOSED))
    case 'issue Form 47':
      return ro(issued(seat.log))
    case 'notify':
      return ro(bodies.notified())
    case 'request a recount':
      return seat.candidate(1).say('NA-1', bodies.recountAsked(1))
    case 'decide on a recount':
      return ro({ body: 'recountDecided', recountDecided: { request, granted: true, reason: 'mixed' } })
    case 'order a recount':
      return hq(bodies.recountOrdered())
    case 'begin':
      return ro({ body: 'consolidationBegun', consolidationBegun: { form47: hashOfIssued(seat) } })
    case 'recount':
      return ro(bodies.recounted(1, votes))
    case 're-examine':
      return ro(bodies.reexamined(1, [1]))
    case 'count postal ballots':
      return ro(bodies.postal([1]))
    case 'conclude':
      return ro(bodies.concluded(seat.log))
    case 'send documents':
      return ro(bodies.documentsSent(3))
    case 'publish':
      return hq(bodies.published())
    case 'gazette':
      return hq(bodies.gazetted())
    case 'draw a lot':
      return ro(bodies.lot(1, 2))
    case 'uphold':
      return hq(bodies.tribunal(TribunalEffect.UPHELD))
    case 'return another':
      return hq(bodies.tribunal(TribunalEffect.ANOTHER_RETURNED, { candidate: 1 }))
    case 'find the election void':
      return hq(bodies.tribunal(TribunalEffect.ELECTION_VOID))
  }
}

function hashOfIssued({ log }: FixtureSeat): Uint8Array {
  const index = log.seat.issued?.index
  const statement = index === undefined ? undefined : log.entries[index]?.statement
  return statement?.ok === true ? statement.value.hash : zeros
}
