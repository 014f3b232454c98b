import { Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import type { SignedBytes } from '../event/statement.ts'
import { type FixtureSeat, fixtureElection, hashOf, markingSigner } from '../fixture/index.ts'
import { toHex } from '../base/bytes.ts'

const votes = { votes: [1, 2, 3] }
const other = { votes: [4, 2, 3] }

describe('a form', () => {
  it('counts from its acceptance on', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    expect(sums(seat)).toEqual([0, 0, 0])
    seat.must(seat.ro.accept(form, 1))
    expect(sums(seat)).toEqual([1, 2, 3])
    expect(seat.log.form47.counted).toEqual([{ station: 1, entry: 15, form: toHex(hashOf(form)), acceptedIn: 16 }])
  })

  it('that is returned late leaves the sums, and comes back corrected', () => {
    const seat = night()
    const form = accepted(seat, 1)
    seat.must(seat.ro.ask(form, 1))
    expect(sums(seat)).toEqual([0, 0, 0])
    expect(status(seat)).toBe('returned')
    const corrected = seat.must(seat.po(1).correct(form, other))
    seat.must(seat.ro.accept(corrected, 1))
    expect(sums(seat)).toEqual([4, 2, 3])
    expect(kept(seat)).toEqual(['superseded'])
  })

  it('with errors is corrected by the presiding officer alone', () => {
    const seat = night()
    const wrong = seat.must(seat.po(1).submit({ ...votes, fields: { validTotal: 7 } }))
    expect(seat.log.admit(seat.ro.accept(wrong, 1))?.code).toBe('form-45/has-errors')
    seat.must(seat.ro.ask(wrong, 1))
    expect(seat.log.admit(seat.sapo(1).correct(wrong, votes))?.code).toBe('statement/no-standing')
    expect(seat.log.admit(seat.ro.say('NA-1', correction(wrong)))?.code).toBe('statement/no-standing')
    const corrected = seat.must(seat.po(1).correct(wrong, votes))
    seat.must(seat.ro.accept(corrected, 1))
    expect(seat.log.form47.otherForms).toMatchObject([
      { why: 'superseded', findings: expect.arrayContaining(['form-45/sum-mismatch']) },
    ])
  })

  it('of a station that differs from its first holds the station: neither counts until one is corrected', () => {
    const seat = night()
    const first = accepted(seat, 1)
    const second = seat.must(seat.sapo(1).submit(other))
    expect(status(seat)).toBe('held')
    expect(sums(seat)).toEqual([0, 0, 0])
    for (const form of [first, second]) expect(seat.log.admit(seat.ro.accept(form, 1))).toBeDefined()
    seat.must(seat.ro.ask(second, 1))
    seat.must(seat.ro.accept(seat.must(seat.po(1).correct(second, other)), 1))
    expect(sums(seat)).toEqual([4, 2, 3])
    expect(kept(seat)).toEqual(['form-45/second-form', 'superseded'])
  })

  it('that follows a second form does not put off when the hold is due', () => {
    const within = 3_600_000
    const seat = fixtureElection({ signer: markingSigner(), parameters: { holdResolvedWithinMs: within } }).seat('NA-1')
    seat.must(seat.po(1).submit(votes))
    seat.must(seat.sapo(1).submit(other))
    const { holds } = seat.log.form47
    const { entry } = seat.log.entries.at(-1)!
    expect(holds).toMatchObject([{ station: 1, entry: entry.index, dueAt: entry.sequencedAt + within }])
    seat.must(seat.po(1).submit({ votes: [5, 5, 5] }))
    expect(seat.log.form47.holds).toEqual(holds)
  })

  it('of a hold that a correction has ended does not stand in a later one', () => {
    const election = fixtureElection({ signer: markingSigner() })
    const seat = election.seat('NA-1')
    const resolve = (form: SignedBytes) => {
      const holdResolved = { station: 1, form: hashOf(form), reason: 'the other is of the Provincial Assembly' }
      return election.hq.say('NA-1', { body: 'holdResolved', holdResolved })
    }
    seat.must(seat.po(1).submit(votes))
    const second = seat.must(seat.sapo(1).submit(other))
    expect(seat.log.admit(resolve(second))).toBeUndefined()
    seat.must(seat.ro.ask(second, 1))
    const corrected = seat.must(seat.po(1).correct(second, { votes: [7, 2, 3] }))
    const third = seat.must(seat.sapo(1).submit({ votes: [8, 2, 3] }))
    expect(seat.log.admit(resolve(second))?.code).toBe('form-45/unknown-form')
    expect(seat.log.admit(resolve(corrected))).toBeUndefined()
    seat.must(resolve(third))
    expect(status(seat)).toBe('received')
  })

  it('that repeats the figures is kept and changes nothing, whatever the order of its rows', () => {
    const seat = night()
    accepted(seat, 1)
    const counts = [3, 2, 1].map((total, at) => ({ column: 2 - at, valid: total, tendered: 0, challenged: 0, total }))
    seat.must(seat.sapo(1).submit({ ...votes, fields: { counts } }))
    expect([status(seat), sums(seat), kept(seat)]).toEqual(['accepted', [1, 2, 3], ['form-45/repeated']])
  })

  it('that excludes as many ballots on other grounds is another form', () => {
    const seat = night()
    const excluding = (ground: 1 | 2) => ({
      ...votes,
      excluded: 4,
      fields: { excludedByGround: [{ ground, count: 4 }] },
    })
    seat.must(seat.po(1).submit(excluding(1)))
    seat.must(seat.sapo(1).submit(excluding(2)))
    expect(status(seat)).toBe('held')
  })

  it("of another station's officer is kept and neither counts nor waits", () => {
    const seat = night()
    const foreign = seat.must(seat.po(2).submit(votes, 1))
    expect([status(seat), kept(seat)]).toEqual(['awaited', ['form-45/key-of-another-station']])
    expect(seat.log.admit(seat.ro.accept(foreign, 1))?.code).toBe('form-45/unknown-form')
    expect(seat.log.admit(seat.ro.ask(foreign, 1))?.code).toBe('form-45/not-in-this-state')
    seat.must(seat.ro.accept(seat.must(seat.po(1).correct(foreign, votes)), 1))
    expect(sums(seat)).toEqual([1, 2, 3])
  })

  it('corrected without having been returned holds the station', () => {
    const seat = night()
    const form = accepted(seat, 1)
    seat.must(seat.po(1).correct(form, other))
    expect([status(seat), sums(seat), kept(seat)]).toEqual(['held', [0, 0, 0], ['form-45/correction-not-asked']])
  })

  it('corrects only a form that this station has', () => {
    const seat = night()
    const elsewhere = seat.must(seat.po(2).submit(votes))
    expect(seat.log.admit(seat.po(1).correct(elsewhere, votes))?.code).toBe('form-45/unknown-form')
  })

  it('is returned under its own name: not by that of an older form of the station', () => {
    const seat = night()
    const first = seat.must(seat.po(1).submit(votes))
    seat.must(seat.ro.ask(first, 1))
    seat.must(seat.po(1).correct(first, other))
    expect(seat.log.admit(seat.ro.ask(first, 1))?.code).toBe('form-45/not-in-this-state')
  })
})

describe('figures that nobody knows', () => {
  it('stay unknown in the sums, counted by how many forms lack them', () => {
    const election = fixtureElection({
      mode: 'replay',
      columns: [{ label: 'A' }, { label: 'B' }],
      signer: markingSigner(),
    })
    const seat = election.seat('NA-1')
    const unknown = { validTotal: null, polledTotal: null, excludedTotal: null, votersMale: null }
    accept(seat, 1, { votes: [5, null], fields: unknown })
    expect(seat.log.form47.candidates.map(({ votes: sum, unknownAt }) => [sum, unknownAt])).toEqual([
      [5, 0],
      [null, 1],
    ])
    accept(seat, 2, { votes: [7, 0], fields: unknown })
    expect(seat.log.form47.candidates.map(({ votes: sum, unknownAt }) => [sum, unknownAt])).toEqual([
      [12, 0],
      [0, 1],
    ])
    expect(seat.log.form47.totals.valid).toMatchObject({ votes: null, unknownAt: 2 })
    expect(seat.log.form47.totals.votersMale).toMatchObject({ votes: null, unknownAt: 2 })
  })

  it('are as unknown again when the form that lacked them is returned', () => {
    const election = fixtureElection({
      mode: 'replay',
      columns: [{ label: 'A' }, { label: 'B' }],
      signer: markingSigner(),
    })
    const seat = election.seat('NA-1')
    const before = structuredClone(seat.log.seat.sums)
    const form = accept(seat, 1, { votes: [5, null], fields: { validTotal: null, polledTotal: null } })
    seat.must(seat.ro.ask(form, 1))
    expect(seat.log.seat.sums).toEqual(before)
  })
})

describe('a second presiding officer of one station', () => {
  it('corrects what the first one signed', () => {
    const election = fixtureElection({ signer: markingSigner() })
    const seat = election.seat('NA-1')
    const form = seat.must(seat.po(1).submit(votes))
    const substitute = seat.stranger('substitute', 1)
    const exception = { reason: 'lost device', secondOfficers: [seat.aro] }
    const post = { office: 'po/1/2', role: Role.PRESIDING_OFFICER, station: 1 }
    seat.must(seat.ro.enrol(substitute, post, exception))
    seat.must(seat.ro.ask(form, 1))
    seat.must(seat.ro.accept(seat.must(substitute.correct(form, other)), 1))
    expect(sums(seat)).toEqual([4, 2, 3])
  })
})

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner() }).seat('NA-1')
}

function accepted(seat: FixtureSeat, station: number) {
  return accept(seat, station, votes)
}

function accept(seat: FixtureSeat, station: number, figures: Parameters<ReturnType<FixtureSeat['po']>['submit']>[0]) {
  const form = seat.must(seat.po(station).submit(figures))
  seat.must(seat.ro.accept(form, station))
  return form
}

function correction(form: Parameters<typeof hashOf>[0]) {
  const body = { supersedes: hashOf(form), form: { station: 1, channel: 0 }, note: '' } as const
  return { body: 'form45Corrected', form45Corrected: body } as const
}

function sums({ log }: FixtureSeat) {
  return log.form47.candidates.map((candidate) => candidate.votes)
}

function status({ log }: FixtureSeat) {
  return log.seat.stations.get(1)?.status
}

function kept({ log }: FixtureSeat) {
  return log.seat.stations.get(1)?.others.map(({ why }) => why)
}
