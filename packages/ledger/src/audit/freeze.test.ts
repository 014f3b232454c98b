import { ListKind, Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type FixtureElection,
  type FixtureSeat,
  fixtureElection,
  markingSigner,
  stationOf,
} from '../fixture/index.ts'

const votes = { votes: [1, 2, 3] }
const poAt1 = { office: 'po/1/2', role: Role.PRESIDING_OFFICER, station: 1 }

describe('a freeze', () => {
  it('lets forms in from the pin that knows of it, not before', () => {
    const { election, seat } = listed()
    expect(seat.log.admit(seat.po(1).submit(votes))?.code).toBe('seat/not-frozen')
    election.must(seat.frozenByHq())
    expect(seat.log.admit(seat.po(1).submit(votes))?.code).toBe('seat/not-frozen')
    seat.must(seat.pinned())
    expect(seat.log.admit(seat.po(1).submit(votes))).toBeUndefined()
  })

  it('covers what stood when HQ froze, though the log grew before it knew', () => {
    const { election, seat } = listed()
    election.must(seat.frozenByHq())
    const late = { version: 2, part: 1, parts: 1 }
    seat.must(seat.ro.listStations([1, 2, 3, 4].map(stationOf), late))
    seat.must(seat.ro.certify(seat.log, ListKind.FORM_28))
    const newcomer = seat.stranger('newcomer', 1)
    seat.must(seat.ro.enrol(newcomer, poAt1))
    seat.must(seat.pinned())
    expect([...seat.log.seat.stations.keys()]).toEqual([1, 2, 3])
    expect(seat.log.admit(newcomer.submit(votes))?.code).toBe('statement/unknown-key')
    expect(seat.log.admit(seat.po(1).submit(votes))).toBeUndefined()
  })

  it('covers certified lists only: the newest that was certified, whole', () => {
    const { election, seat } = listed()
    seat.must(seat.ro.listStations([stationOf(7)], { version: 2, part: 1, parts: 2 }))
    election.must(seat.frozenByHq())
    seat.must(seat.pinned())
    expect([...seat.log.seat.stations.keys()]).toEqual([1, 2, 3])
    expect(seat.log.form47.candidates.map(({ serial }) => serial)).toEqual([1, 2, 3])
  })

  it('of another history stops the log from pinning it', () => {
    const { election, seat } = listed()
    const foreign = { seat: 'NA-1', size: seat.log.fold.size + 1, root: new Uint8Array(32) }
    election.must(election.hq.say('', { body: 'seatFrozen', seatFrozen: foreign }))
    expect(seat.log.admit(seat.pinned())?.code).toBe('register/freeze-differs')
  })

  it('leaves nothing of the drafts in the state', () => {
    const { form28, form33 } = fixtureElection({ signer: markingSigner() }).seat('NA-1').log.seat
    for (const draft of [form28, form33]) {
      expect([draft.held.size, draft.certified.length]).toEqual([0, 0])
      expect(draft.frozen).not.toHaveProperty('parts')
    }
  })
})

describe('a key enrolled after the freeze', () => {
  it('speaks at once, with a reason and a second officer, and is counted in Form 47', () => {
    const { seat } = frozen()
    const substitute = seat.stranger('substitute', 1)
    seat.must(seat.ro.enrol(substitute, poAt1, { reason: 'device broken', secondOfficers: [seat.aro] }))
    seat.must(substitute.submit(votes))
    expect(seat.log.form47.exceptions.map(({ kind, of }) => [kind, of])).toEqual([['key-enrolled', 'po/1/2']])
    expect(seat.log.form47.stations.received).toBe(1)
    expect(seat.log.seat.rolls.get(substitute.keyHex)?.exception).toEqual({
      reason: 'device broken',
      secondOfficers: [seat.aro.keyHex],
    })
  })

  it.each<[string, boolean, (scene: Scene) => readonly Actor[]]>([
    ['an assistant returning officer', true, ({ seat }) => [seat.aro]],
    ['a presiding officer', true, ({ seat }) => [seat.po(2)]],
    ['the district returning officer', true, ({ election }) => [election.dro]],
    ['HQ', true, ({ election }) => [election.hq]],
    ['nobody', false, () => []],
    ['the returning officer himself', false, ({ seat }) => [seat.ro]],
    ['the new key itself', false, ({ substitute }) => [substitute]],
    ['somebody unknown', false, ({ election }) => [election.actor('unknown')]],
    ["the returning officer's sequencer", false, ({ seat }) => [seat.sequencer]],
    ['an agent', false, ({ agent }) => [agent]],
    ['a revoked officer', false, ({ revoked }) => [revoked]],
    ['an officer who is himself an exception', false, ({ exception }) => [exception]],
  ])('is vouched for by %s: %s', (_name, admitted, officers) => {
    const scene = sceneWithOfficers()
    const { seat, substitute } = scene
    const signed = seat.ro.enrol(substitute, poAt1, { reason: 'ill', secondOfficers: officers(scene) })
    expect(seat.log.admit(signed)?.code).toBe(admitted ? undefined : 'key/exception-needs-second-officer')
  })

  it('needs as many second officers as the register says, each counted once', () => {
    const election = fixtureElection({ signer: markingSigner(), parameters: { exceptionApprovalsMin: 2 } })
    const seat = election.seat('NA-1')
    const enrol = (officers: readonly Actor[]) =>
      seat.log.admit(seat.ro.enrol(seat.stranger('s', 1), poAt1, { reason: 'ill', secondOfficers: officers }))?.code
    expect(enrol([seat.aro, seat.aro])).toBe('key/exception-needs-second-officer')
    expect(enrol([seat.aro, seat.po(2)])).toBeUndefined()
  })

  it('needs the second officer to have signed this reason', () => {
    const { seat } = frozen()
    const substitute = seat.stranger('substitute', 1)
    const office = { seat: 'NA-1', ...poAt1 }
    const asked = substitute.claim(office, { reason: 'ill', secondOfficers: [seat.aro] })
    const keyEnrolled = { ...asked, reason: 'dismissed' }
    expect(seat.log.admit(seat.ro.say('NA-1', { body: 'keyEnrolled', keyEnrolled }))?.code).toBe(
      'key/exception-needs-second-officer',
    )
  })

  it('is no exception when a reason was given before the freeze', () => {
    const { election, seat } = listed()
    const early = seat.stranger('early', 1)
    seat.must(seat.ro.enrol(early, poAt1, { reason: 'second device' }))
    election.must(seat.frozenByHq())
    seat.must(seat.pinned())
    expect(seat.log.seat.rolls.get(early.keyHex)?.exception).toBeNull()
    expect(seat.log.form47.exceptions).toEqual([])
  })
})

interface Scene {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly substitute: Actor
  readonly agent: Actor
  readonly revoked: Actor
  readonly exception: Actor
}

function listed() {
  const election = fixtureElection({ signer: markingSigner(), until: 'listed' })
  return { election, seat: election.seat('NA-1') }
}

function frozen() {
  const election = fixtureElection({ signer: markingSigner() })
  return { election, seat: election.seat('NA-1') }
}

function sceneWithOfficers(): Scene {
  const { election, seat } = listed()
  const agent = election.actor('agent')
  seat.must(seat.ro.enrol(agent, { office: 'agent/1/1', role: Role.POLLING_AGENT, station: 1, candidate: 1 }))
  election.must(seat.frozenByHq())
  seat.must(seat.pinned())
  const exception = seat.stranger('exception', 2)
  const office = { office: 'po/2/2', role: Role.PRESIDING_OFFICER, station: 2 }
  seat.must(seat.ro.enrol(exception, office, { reason: 'ill', secondOfficers: [seat.aro] }))
  const revoked = seat.po(3)
  election.revoke(revoked.key, 'NA-1', seat.log.fold.size)
  return { election, seat, substitute: election.actor('substitute'), agent, revoked, exception }
}
