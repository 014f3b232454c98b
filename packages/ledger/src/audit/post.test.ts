import { Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { fixtureElection, type FixtureOptions, type FixtureSeat, markingSigner } from '../fixture/index.ts'

const { PRESIDING_OFFICER, SENIOR_ASSISTANT_PRESIDING_OFFICER, CANDIDATE, POLLING_AGENT, DATA_ENTRY_OPERATOR } = Role

describe('an office names its post', () => {
  it.each([
    ['a presiding officer of no station', { role: PRESIDING_OFFICER }, 'key/post-missing', 'key/post-missing'],
    [
      'a senior assistant of no station',
      { role: SENIOR_ASSISTANT_PRESIDING_OFFICER },
      'key/post-missing',
      'key/post-missing',
    ],
    ['an agent of no station', { role: POLLING_AGENT, candidate: 1 }, 'key/post-missing', 'key/post-missing'],
    ['an agent of no candidate', { role: POLLING_AGENT, station: 1 }, 'key/post-missing', 'key/post-missing'],
    ['a candidate of no serial', { role: CANDIDATE }, 'key/post-missing', 'key/post-missing'],
    ['a presiding officer of a station', { role: PRESIDING_OFFICER, station: 1 }, undefined, undefined],
    [
      'an officer of a station not listed',
      { role: PRESIDING_OFFICER, station: 9 },
      undefined,
      'station/not-in-form-28',
    ],
    ['an agent of a listed candidate', { role: POLLING_AGENT, station: 1, candidate: 3 }, undefined, undefined],
    ['an agent of nobody', { role: POLLING_AGENT, station: 1, candidate: 9 }, undefined, 'candidate/not-in-form-33'],
    ['a candidate not listed', { role: CANDIDATE, candidate: 9 }, undefined, 'candidate/not-in-form-33'],
    ['an operator', { role: DATA_ENTRY_OPERATOR }, undefined, undefined],
  ])('%s', (_, { role, ...post }, before, after) => {
    expect(enrolled(seatOf({ until: 'listed' }), role, post)?.code).toBe(before)
    expect(enrolled(seatOf(), role, post)?.code).toBe(after)
  })
})

describe('an office is limited in number', () => {
  const agentOf = (candidate: number, station: number) => ({ candidate, station })

  it('to as many operators as the rules allow, any number without a rule', () => {
    const limited = seatOf({ operators: 1, parameters: { operatorsMax: 2 } })
    expect(enrolled(limited, DATA_ENTRY_OPERATOR, {})).toBeUndefined()
    expect(enrolled(limited, DATA_ENTRY_OPERATOR, {}, 'x')?.code).toBe('key/too-many-of-this-office')
    expect(enrolled(limited, DATA_ENTRY_OPERATOR, { candidate: 1 }, 'y')?.code).toBe('key/too-many-of-this-office')
    const unlimited = seatOf({ operators: 5 })
    expect(enrolled(unlimited, DATA_ENTRY_OPERATOR, {})).toBeUndefined()
  })

  it('to as many agents of one candidate at one station; others have their own', () => {
    const seat = seatOf({ parameters: { agentsPerStationMax: 1 } })
    expect(enrolled(seat, POLLING_AGENT, agentOf(1, 1), 'a')).toBeUndefined()
    expect(enrolled(seat, POLLING_AGENT, agentOf(1, 1), 'b')?.code).toBe('key/too-many-of-this-office')
    expect(enrolled(seat, POLLING_AGENT, agentOf(2, 1), 'c')).toBeUndefined()
    expect(enrolled(seat, POLLING_AGENT, agentOf(1, 2), 'd')).toBeUndefined()
  })

  it('without those who were enrolled too late for the freeze, and whose key was revoked', () => {
    const election = fixtureElection({ signer: markingSigner(), until: 'listed', parameters: { operatorsMax: 1 } })
    const seat = election.seat('NA-1')
    election.must(seat.frozenByHq())
    expect(enrolled(seat, DATA_ENTRY_OPERATOR, {}, 'late')).toBeUndefined()
    seat.must(seat.pinned())
    expect(enrolled(seat, DATA_ENTRY_OPERATOR, {}, 'first')).toBeUndefined()
    expect(enrolled(seat, DATA_ENTRY_OPERATOR, {}, 'second')?.code).toBe('key/too-many-of-this-office')
    election.revoke(seat.stranger('first', 1).key, 'NA-1', seat.log.fold.size)
    expect(enrolled(seat, DATA_ENTRY_OPERATOR, {}, 'second')).toBeUndefined()
  })
})

function seatOf(options: FixtureOptions = {}): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), ...options }).seat('NA-1')
}

function enrolled(
  seat: FixtureSeat,
  role: Role,
  post: { readonly station?: number; readonly candidate?: number },
  name = 'newcomer',
) {
  const exception = seat.log.seat.frozen ? { reason: 'late', secondOfficers: [seat.aro] } : undefined
  return seat.log.submit(seat.ro.enrol(seat.stranger(name, 1), { office: name, role, ...post }, exception))
}
