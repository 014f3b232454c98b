import { Role } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import {
  type Actor,
  type FixtureElection,
  type FixtureLog,
  fixtureElection,
  form45Of,
  markingSigner,
  stationOf,
} from '../fixture/index.ts'
import { registerSize, sizeConcerning } from './register.ts'

type Growth = (election: FixtureElection, at: number) => SignedBytes

/** What the register may come to hold; `at` tells several of a kind apart. */
const growth = {
  'a seat': (election, at) => election.order(election.seatDeclared(seatNamed(at))),
  'a hub': (election, at) => election.order(election.hubDeclared(`hub-${at}`)),
  'its returning officer': (election, at) => enrolled(election, at, 'NA-1', Role.RETURNING_OFFICER),
  'the returning officer of another seat': (election, at) => enrolled(election, at, 'PP-1', Role.RETURNING_OFFICER),
  'an officer of the whole election': (election, at) => enrolled(election, at, '', Role.PROVINCIAL_COMMISSIONER),
  'an officer of HQ': (election, at) =>
    election.order({ body: 'keyEnrolled', keyEnrolled: officer(election, at).claim(officeAt(at, '', Role.HQ)) }),
  'its freeze': (election) => election.seat('NA-1').frozenByHq(),
  'the freeze of another seat': (election) => election.seat('PP-1').frozenByHq(),
  'a revoked key': (election) => revoked(election),
  'root keys': (election) =>
    election.order({
      body: 'rootKeysChanged',
      rootKeysChanged: { keys: election.root.map(({ key }) => key), threshold: 2 },
    }),
  'a policy': (election) => election.order({ body: 'policyDeclared', policyDeclared: { text: 'Cosigned by two.' } }),
} as const satisfies Readonly<Record<string, Growth>>

const kinds = Object.keys(growth) as (keyof typeof growth)[]

describe('an entry of the register', () => {
  it.each<[what: keyof typeof growth, concerned: readonly string[]]>([
    ['a seat', ['intake-hq']],
    ['a hub', []],
    ['its returning officer', ['NA-1']],
    ['the returning officer of another seat', []],
    ['an officer of the whole election', ['NA-1']],
    ['an officer of HQ', ['NA-1']],
    ['its freeze', ['NA-1']],
    ['the freeze of another seat', []],
    ['a revoked key', []],
    ['root keys', []],
    ['a policy', []],
  ])('that holds %s concerns %j', (what, concerned) => {
    const { election, logs } = scene('listed')
    const before = registerSize(election.registerState)
    election.must(growth[what](election, 0))
    const concernedNow = logs.filter(({ name }) => sizeConcerning(election.registerState, name) === before + 1)
    expect(concernedNow.map(({ name }) => name)).toEqual(concerned)
    for (const { name } of logs)
      expect(sizeConcerning(election.registerState, name, before)).toBeLessThanOrEqual(before)
  })

  it('that does not concern a log changes no verdict on it by being pinned', () => {
    const said = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(said, fc.constantFrom('listed', 'frozen'), (what, until) => {
        const { election, logs } = scene(until)
        const register = election.registerState
        const pin = registerSize(register)
        what.forEach((kind, at) => election.register.submit(growth[kind](election, at)))
        for (const log of logs) {
          const probes = probesOf(election, log)
          const unconcerned = sizesFrom(pin, register).filter((size) => sizeConcerning(register, log.name, size) <= pin)
          const verdicts = unconcerned.map((size) => verdictsAt(log, size, probes))
          for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0])
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** NA-1 with its officers, and another seat and an intake log beside it: each has pinned the register as it stands. */
function scene(until: 'listed' | 'frozen') {
  const options = { seats: ['NA-1', 'PP-1'], stations: 1, candidates: 2, signer: markingSigner() }
  const election = fixtureElection({ ...options, until: 'listed' })
  const seat = election.seat('NA-1')
  if (until === 'frozen') seat.freeze()
  else seat.must(seat.pinned())
  return { election, logs: [seat.log, election.intake('hq')] }
}

function sizesFrom(pin: number, register: Parameters<typeof registerSize>[0]): readonly number[] {
  return Array.from({ length: registerSize(register) - pin + 1 }, (_, at) => pin + at)
}

/** What the law says of each statement as the log's next entry, with the register pinned at this size. */
function verdictsAt(log: FixtureLog, size: number, probes: readonly SignedBytes[]): readonly (string | undefined)[] {
  log.fold.pin = size
  return probes.map((signed) => log.admit(signed)?.code)
}

const officersMax = 6

/** What everyone could say next in the log: each body of which some office speaks, by each key that has any office. */
function probesOf(election: FixtureElection, log: FixtureLog): readonly SignedBytes[] {
  const [na, pp] = [election.seat('NA-1'), election.seat('PP-1')]
  const added = Array.from({ length: officersMax }, (_, at) => officer(election, at))
  const everybody = [election.hq, election.dro, na.ro, pp.ro, na.po(1), pp.po(1), na.aro, ...added]
  if (log.name !== 'NA-1') {
    const seats = ['NA-1', 'PP-1', ...added.map((_, at) => seatNamed(at))]
    return seats.flatMap((seat) => everybody.map((actor) => actor.say(seat, form)))
  }
  const hash = new Uint8Array(32)
  return everybody.flatMap((actor) => [
    actor.say('NA-1', { body: 'verified', verified: { log: 'NA-1', size: 1, root: hash, forms: [] } }),
    actor.say('NA-1', form),
    actor.say('NA-1', { body: 'form45Accepted', form45Accepted: { station: 1, form: hash } }),
    actor.say('NA-1', {
      body: 'stationsListed',
      stationsListed: { version: 2, part: 1, parts: 1, stations: [stationOf(1)] },
    }),
    na.ro.enrol(actor, poOfStation1),
    na.ro.enrol(election.actor('substitute'), poOfStation1, { reason: 'ill', secondOfficers: [actor] }),
  ])
}

const poOfStation1 = { office: 'po/1/2', role: Role.PRESIDING_OFFICER, station: 1 }
const form = { body: 'form45Submitted', form45Submitted: { form: form45Of(1, { votes: [1, 2] }) } } as const

function officer(election: FixtureElection, at: number): Actor {
  return election.actor(`officer/${at}`)
}

function officeAt(at: number, seat: string, role: Role) {
  return { seat, office: `office/${at}`, role }
}

function enrolled(election: FixtureElection, at: number, seat: string, role: Role): SignedBytes {
  return election.enrol(officer(election, at), officeAt(at, seat, role))
}

function revoked(election: FixtureElection): SignedBytes {
  const { aro, log } = election.seat('NA-1')
  const cuts = [{ log: 'NA-1', size: log.fold.size, root: new Uint8Array(32) }]
  return election.order({ body: 'keyRevoked', keyRevoked: { key: aro.key, reason: 'lost', cuts } })
}

function seatNamed(at: number): string {
  return `NA-${20 + at}`
}
