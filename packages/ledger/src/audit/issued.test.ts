import { Form47Stage, type Form47IssuedInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { type FixtureSeat, fixtureElection, issued, markingSigner } from '../fixture/index.ts'
import { formHash } from '../form/canonical.ts'

const votes = { votes: [1, 2, 3] }

describe('a Form 47 that the returning officer issues', () => {
  it('is the one that the log folds to at that size, partial with a reason for each station', () => {
    const seat = night()
    accept(seat, 1)
    seat.must(seat.ro.issueForm47(seat.log))
    expect(seat.log.seat.issued).toMatchObject({ stage: Form47Stage.PARTIAL })
    expect(seat.log.form47.notCounted).toEqual([
      { station: 2, name: 'Government School 2', status: 'awaited', since: null, reason: 'No link to the station' },
      { station: 3, name: 'Government School 3', status: 'awaited', since: null, reason: 'No link to the station' },
    ])
  })

  it('is complete when every station is accepted', () => {
    const seat = night()
    for (const station of [1, 2, 3]) accept(seat, station)
    seat.must(seat.ro.issueForm47(seat.log))
    expect(seat.log.seat.issued?.stage).toBe(Form47Stage.COMPLETE)
  })

  it.each<[string, string, (body: Form47IssuedInput) => Partial<Form47IssuedInput>]>([
    ['of a smaller log', 'form-47/not-at-head', ({ size }) => ({ size: size - 1 })],
    ['of a larger log', 'form-47/not-at-head', ({ size }) => ({ size: size + 1 })],
    ['with another hash', 'form-47/differs', ({ sha256 }) => ({ sha256: sha256.map((byte) => byte ^ 1) })],
    ['partial without reasons', 'form-47/awaited-without-reason', () => ({ awaited: [] })],
    [
      'partial with an empty reason',
      'form-47/awaited-without-reason',
      ({ awaited = [] }) => ({ awaited: awaited.map(({ station }) => ({ station, reason: '' })) }),
    ],
    [
      'partial with one reason missing',
      'form-47/awaited-without-reason',
      ({ awaited = [] }) => ({ awaited: awaited.slice(1) }),
    ],
    [
      'awaiting a station that is none',
      'station/not-in-form-28',
      ({ awaited = [] }) => ({ awaited: [...awaited, { station: 9, reason: 'x' }] }),
    ],
    ['complete with open stations', 'form-47/not-complete', () => ({ stage: Form47Stage.COMPLETE })],
    ['of no stage', 'statement/bad-shape', () => ({ stage: Form47Stage.UNSPECIFIED })],
  ])('is refused %s: %s', (_name, code, change) => {
    const seat = night()
    accept(seat, 1)
    const body = issued(seat.log).form47Issued
    const form47Issued = { ...body, ...change(body) }
    expect(seat.log.admit(seat.ro.say('NA-1', { body: 'form47Issued', form47Issued }))?.code).toBe(code)
  })

  it('is refused once another entry has come before it', () => {
    const seat = night()
    const signed = seat.ro.issueForm47(seat.log)
    seat.must(seat.po(1).submit(votes))
    expect(seat.log.admit(signed)?.code).toBe('form-47/not-at-head')
  })

  it('is refused before the freeze: there is nothing to be complete about', () => {
    const seat = fixtureElection({ signer: markingSigner(), until: 'listed' }).seat('NA-1')
    expect(seat.log.admit(seat.ro.issueForm47(seat.log))?.code).toBe('seat/not-frozen')
  })

  it('does not end the night: a late form changes the next one', () => {
    const seat = night()
    for (const station of [1, 2, 3]) accept(seat, station)
    seat.must(seat.ro.issueForm47(seat.log))
    const before = formHash(seat.log.form47)
    seat.must(seat.po(1).submit({ votes: [9, 2, 3] }))
    expect(seat.log.form47.stations).toMatchObject({ accepted: 2, held: 1 })
    seat.must(seat.ro.issueForm47(seat.log))
    expect(formHash(seat.log.form47)).not.toBe(before)
  })
})

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner() }).seat('NA-1')
}

function accept(seat: FixtureSeat, station: number): void {
  seat.must(seat.ro.accept(seat.must(seat.po(station).submit(votes)), station))
}
