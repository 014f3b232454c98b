import { describe, expect, it } from 'vitest'
import { fixtureElection, markingSigner } from '../fixture/index.ts'

interface Published {
  readonly seat: string
  readonly votes: readonly number[]
  readonly valid: number
  readonly rejected: number
  readonly polled: number
  readonly findings: readonly string[]
}

/**
 * The results of 2018 as the Election Commission's site published them: of 828 seats 55 whose votes polled are not
 * valid and rejected together, and 143 whose candidates do not add up to the valid votes (OSPK/elections2018).
 * These are some of each; the whole file is replayed where it is read.
 */
const published: readonly Published[] = [
  {
    seat: 'NA-230',
    votes: [1_761, 849, 96_875, 96_015, 1_369, 1_609, 7_578],
    valid: 206_056,
    rejected: 10_263,
    polled: 218_319,
    findings: ['form-45/polled-mismatch'],
  },
  {
    seat: 'PK-26',
    votes: [17_087, 11_312, 151, 201],
    valid: 28_751,
    rejected: 631,
    polled: 28_382,
    findings: ['form-45/polled-mismatch'],
  },
  {
    seat: 'NA-29',
    votes: [20_392, 10_569, 29_357, 49_762, 10_569],
    valid: 125_538,
    rejected: 4_619,
    polled: 130_157,
    findings: ['form-45/sum-mismatch'],
  },
  {
    seat: 'PK-64',
    votes: [5_115, 19_655, 11_766, 38_234, 3_953, 1_303],
    valid: 80_028,
    rejected: 2_507,
    polled: 82_535,
    findings: ['form-45/sum-mismatch'],
  },
  { seat: 'PS-6', votes: [1], valid: 0, rejected: 0, polled: 0, findings: ['form-45/sum-mismatch'] },
]

describe('an inconsistent seat of 2018', () => {
  it.each(published)('$seat is kept as published, named, and counted by nobody', ({ seat: name, ...form }) => {
    const station = { registeredTotal: null, registeredMale: null, registeredFemale: null }
    const options = { seats: [name], stations: 1, candidates: form.votes.length, station }
    const seat = fixtureElection({ ...options, mode: 'replay', signer: markingSigner() }).seat(name)
    const { valid: validTotal, rejected: excludedTotal, polled: polledTotal } = form
    const unknown = { excludedByGround: [], votersMale: null, votersFemale: null, votersTotal: null, ballots: null }
    const fields = { ...unknown, validTotal, excludedTotal, polledTotal, registeredTotal: null }
    const signed = seat.must(seat.po(1).submit({ votes: form.votes, fields }))
    const { form47 } = seat.log
    expect(form47.findings.map(({ code }) => code)).toEqual(form.findings)
    expect(form47.notCounted).toMatchObject([{ station: 1, status: 'received' }])
    expect(seat.log.admit(seat.ro.accept(signed, 1))?.code).toBe('form-45/has-errors')
  })
})
