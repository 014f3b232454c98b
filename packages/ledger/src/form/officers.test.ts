import { Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'
import { noParameters } from '../identity/election.ts'
import { rolesGivenInSeat } from '../identity/office.ts'
import { readOfficers } from '../list/officer-table.ts'
import { officersJson, officersTable } from './officers.ts'

describe('officers of a seat', () => {
  it('are those that its log enrolled, in that order, and a table of them has no fault', () => {
    const { form } = seatOf()
    const shown = form()
    expect(shown).toMatchObject({ form: 'officers', seat: 'NA-1', assembly: 'NA' })
    expect(shown.officers.slice(0, 3).map(({ office, role, station }) => [office, role, station])).toEqual([
      ['aro', 'assistant-returning-officer', null],
      ['po/1', 'presiding-officer', 1],
      ['sapo/1', 'senior-assistant-presiding-officer', 1],
    ])
    expect(shown.officers.map(({ entry }) => entry)).toEqual(
      shown.officers.map(({ entry }) => entry).toSorted((a, b) => a - b),
    )
    const { rows, faults } = readOfficers(officersTable(shown), noParameters)
    expect(faults).toEqual([])
    expect(rows.map(({ key }) => key)).toEqual(shown.officers.map(({ key }) => key))
    expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(rolesGivenInSeat))
  })

  it('are without a key that the root revoked in this log', () => {
    const { seat, form, revoke } = seatOf()
    const before = form()
    revoke(seat.po(1).key, 'NA-2')
    expect(form().officers).toEqual(before.officers)
    revoke(seat.po(1).key, 'NA-1')
    expect(form().officers).toEqual(before.officers.filter(({ office }) => office !== 'po/1'))
    expect(form().register.size).toBe(before.register.size + 2)
  })

  it('are without a key enrolled too late for the freeze, and with one enrolled as an exception', () => {
    const { seat, form, freeze } = seatOf('listed')
    const observer = { role: Role.OBSERVER }
    const officesNow = () => form().officers.map(({ office }) => office)
    freeze(() => seat.must(seat.ro.enrol(seat.stranger('late', 1), { office: 'late', ...observer })))
    expect(officesNow()).not.toContain('late')
    const exception = { reason: 'fell ill', secondOfficers: [seat.aro] }
    seat.must(seat.ro.enrol(seat.stranger('next', 1), { office: 'next', ...observer }, exception))
    expect(officesNow().at(-1)).toBe('next')
  })
})

function seatOf(until: 'listed' | 'frozen' = 'frozen') {
  const options = { signer: markingSigner(), until, operators: 1, watchers: true, seats: ['NA-1', 'NA-2'] }
  const election = fixtureElection(options)
  const seat: FixtureSeat = election.seat('NA-1')
  return {
    seat,
    form: () => officersJson(seat.log.fold, seat.log.seat, election.registerState),
    revoke: (key: Uint8Array, log: string) => election.revoke(key, log, seat.log.fold.size),
    freeze: (meanwhile: () => unknown) => {
      election.must(seat.frozenByHq())
      meanwhile()
      seat.must(seat.pinned())
    },
  }
}
