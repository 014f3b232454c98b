import { describe, expect, it } from 'vitest'
import { type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'
import { pollClosedAt } from '../fixture/figures.ts'

const partialDue = pollClosedAt + 9 * 3_600_000
const completeDue = pollClosedAt + 17 * 3_600_000
const votes = { votes: [1, 2, 3] }

describe('the deadlines of the provisional result', () => {
  it('are met where an office outside the seat has held the form by then, and the entries are named', () => {
    const night = theNight()
    const issued = night.issue()
    const seen = night.verifiedAt(partialDue)
    expect(night.deadline('partial')).toMatchObject({
      outcome: 'met',
      entry: issued,
      before: { at: partialDue, index: seen },
    })
  })

  it('are missed where the form followed a later outside time: whatever the office says of its own clock', () => {
    const night = theNight()
    const late = night.verifiedAt(partialDue + 1)
    night.election.stage.now = pollClosedAt
    const issued = night.issue()
    expect(night.deadline('partial')).toMatchObject({
      outcome: 'missed',
      entry: issued,
      after: { at: partialDue + 1, index: late },
    })
  })

  it('are missed by a form that is not there, once an outside time has passed them', () => {
    const night = theNight()
    expect(night.deadline('complete')).toMatchObject({ outcome: 'not-provable', entry: null })
    night.verifiedAt(completeDue + 1)
    expect(night.deadline('complete')).toMatchObject({ outcome: 'missed', entry: null })
  })

  it('are passed by the time of the register that the log pins', () => {
    const night = theNight()
    night.election.stage.now = partialDue + 1_000
    night.election.must(night.election.hq.say('', { body: 'keyEnrolled', keyEnrolled: night.newObserver() }))
    night.seat.must(night.seat.pinned())
    expect(night.deadline('partial')).toMatchObject({ outcome: 'missed' })
  })

  it('are not provable where nobody outside has seen the form in time', () => {
    const night = theNight()
    night.issue()
    expect(night.deadline('partial').outcome).toBe('not-provable')
    night.verifiedAt(partialDue + 1)
    expect(night.deadline('partial').outcome).toBe('not-provable')
  })

  it('are not shown met by a look at an earlier size, or at another log', () => {
    const night = theNight()
    const issued = night.issue()
    night.verifiedAt(partialDue, { size: issued })
    night.verifiedAt(partialDue, { log: 'NA-2' })
    expect(night.deadline('partial')).toMatchObject({ outcome: 'not-provable', before: null })
  })

  it('are not shown met by a look that came before the form, whatever size it names', () => {
    const night = theNight()
    night.verifiedAt(pollClosedAt, { size: 1_000 })
    night.issue()
    expect(night.deadline('partial')).toMatchObject({ outcome: 'not-provable', before: null })
  })

  it('are judged by the first form of each stage: a complete one is in time for both', () => {
    const night = theNight()
    const partial = night.issue()
    for (const station of [1, 2, 3]) night.accept(station)
    const complete = night.issue()
    night.issue()
    night.verifiedAt(partialDue)
    expect(night.deadline('partial')).toMatchObject({ outcome: 'met', entry: partial })
    expect(night.deadline('complete')).toMatchObject({ outcome: 'met', entry: complete })
    const other = theNight()
    for (const station of [1, 2, 3]) other.accept(station)
    const only = other.issue()
    for (const stage of ['partial', 'complete'] as const) expect(other.deadline(stage).entry).toBe(only)
  })

  it('that the register does not set are none', () => {
    const { log } = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    expect(log.form47.deadlines.map(({ outcome }) => outcome)).toEqual(['no-deadline', 'no-deadline'])
  })
})

function theNight() {
  const parameters = { form47PartialDueAt: partialDue, form47CompleteDueAt: completeDue }
  const election = fixtureElection({ signer: markingSigner(), parameters })
  const seat = election.seat('NA-1')
  const said = (say: Parameters<FixtureSeat['must']>[0]) => {
    seat.must(say)
    return seat.log.fold.size - 1
  }
  return {
    election,
    seat,
    issue: () => said(seat.ro.issueForm47(seat.log)),
    accept: (station: number) => said(seat.ro.accept(seat.must(seat.po(station).submit(votes)), station)),
    verifiedAt: (saidAt: number, changed: { readonly size?: number; readonly log?: string } = {}) => {
      const verified = { log: 'NA-1', size: seat.log.fold.size, root: new Uint8Array(32), forms: [], ...changed }
      election.stage.now = saidAt - 1_000
      return said(election.hq.say('NA-1', { body: 'verified', verified }))
    },
    newObserver: () => election.actor('observer').claim({ seat: '', office: 'observer/1', role: 11 }),
    deadline: (stage: 'partial' | 'complete') => seat.log.form47.deadlines.find((one) => one.stage === stage)!,
  }
}
