import { describe, expect, it } from 'vitest'
import { utf8Decode } from '../base/bytes.ts'
import { type FixtureSeat, fixtureElection, markingSigner, portableSigner } from '../fixture/index.ts'
import { canonicalBytes, formHash, groupedHash } from './canonical.ts'
import { form45 } from './form45.ts'
import { form46 } from './form46.ts'
import { reconstructionNotice } from './reconstruction.ts'
import type { Mode } from '../identity/election.ts'

const votes = { votes: [1, 3, 2] }

describe('Form 47', () => {
  it.each(['live', 'drill'] as const)('names who leads in mode %s, by how much, and is no reconstruction', (mode) => {
    const { form47 } = counted(mode).log
    expect(form47.leading).toEqual({
      column: 1,
      votes: 3,
      marginOverNext: 1,
      outstandingVoters: 2_000,
      mayChange: true,
    })
    expect(form47.reconstruction).toBeUndefined()
    expect(text(form47)).not.toContain('RECONSTRUCTION')
  })

  it('declares no winner in mode replay and says inside its bytes what it is', () => {
    const { form47 } = counted('replay').log
    expect('leading' in form47).toBe(false)
    expect(form47.reconstruction).toEqual({ notice: reconstructionNotice, source: 'a fixture' })
    expect(text(form47)).toContain(reconstructionNotice)
    expect(reconstructionNotice).toContain('RECONSTRUCTION')
    expect(reconstructionNotice).toContain('not signed by officers')
  })

  it('says the same of a station, in Form 45 and in Form 46', () => {
    const { log } = counted('replay')
    const heading = { election: 'pk-fixture/replay', source: 'a fixture' }
    for (const form of [form45, form46])
      expect(text(form(heading, log.seat, 1, log.saidOf(1))!)).toContain(reconstructionNotice)
    const live = { election: 'pk-fixture/live', source: undefined }
    for (const form of [form45, form46])
      expect(text(form(live, log.seat, 1, log.saidOf(1))!)).not.toContain('RECONSTRUCTION')
  })

  it('has a station form that came on paper too: unknown until operators read it', () => {
    const seat = fixtureElection({ signer: markingSigner(), operators: 1 }).seat('NA-1')
    const heading = { election: 'pk-fixture/drill', source: undefined }
    const paper = seat.must(seat.ro.certifyPaper(1, [seat.aro]))
    const shown = () => form45(heading, seat.log.seat, 1, seat.log.saidOf(1))
    expect(shown()).toMatchObject({ basis: 'paper', totals: { valid: null }, readings: { agreed: 0, open: false } })
    seat.must(seat.operator(1).read(paper, votes, 1))
    expect(shown()).toMatchObject({ candidates: [{ total: 1 }, { total: 3 }, { total: 2 }], totals: { valid: 6 } })
    expect(shown()?.readings).toEqual({ agreed: 1, open: false })
  })

  it('has nobody leading where nothing is counted', () => {
    expect(fixtureElection({ signer: markingSigner() }).seat('NA-1').log.form47.leading).toBeUndefined()
  })

  it('shows a tie as a margin of none', () => {
    const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    count(seat, { votes: [0, 4, 4] })
    expect(seat.log.form47.leading).toMatchObject({ column: 1, votes: 4, marginOverNext: 0 })
  })

  it('names the entry that explains a warning, and which warnings nobody has explained', () => {
    const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    const form = seat.must(seat.po(1).submit({ ...votes, fields: { registeredTotal: 999, postedOutside: false } }))
    seat.must(seat.ro.handle(form, 1, 'form-45/not-posted'))
    const handled = seat.log.fold.size - 1
    expect(seat.log.form47.findings.map(({ code, handled: by }) => [code, by])).toEqual([
      ['form-45/registered-differs', null],
      ['form-45/not-posted', handled],
    ])
  })

  it('is the same bytes wherever the same entries are folded', () => {
    const [one, two] = [counted('drill', 'a'), counted('drill', 'a')]
    expect(canonicalBytes(one.log.form47)).toEqual(canonicalBytes(two.log.form47))
    expect(formHash(one.log.form47)).not.toBe(formHash(counted('drill', 'b').log.form47))
  })

  it('is canonical JSON: keys in order, no spaces, Urdu as it is', () => {
    const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    const bytes = text(seat.log.form47)
    expect(
      bytes.startsWith('{"assembly":"NA","candidates":[{"column":0,"disputed":0,"held":0,"label":"Candidate 1"'),
    ).toBe(true)
    expect(JSON.stringify(JSON.parse(bytes))).toBe(bytes)
  })

  it('prints its hash in groups of four', () => {
    expect(groupedHash('0123456789abcdef')).toBe('0123 4567 89ab cdef')
  })

  it('does not know the registered voters of a seat with a station that does not say', () => {
    const station = { registeredTotal: null, registeredMale: null }
    const seat = fixtureElection({ signer: markingSigner(), station }).seat('NA-1')
    expect(seat.log.form47.stations.registeredVoters).toBeNull()
  })
})

describe('Form 45', () => {
  const heading = { election: 'pk-fixture/drill', source: undefined }

  it('is made of the present form only', () => {
    const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    const { log } = seat
    const first = seat.must(seat.po(1).submit({ votes: [1, 3, 2] }))
    const superseded = log.saidOf(1)
    seat.must(seat.ro.ask(first, 1))
    expect(form45(heading, log.seat, 1, superseded)).toBeUndefined()
    expect(form45(heading, log.seat, 1, log.saidOf(1))?.status).toBe('returned')
    seat.must(seat.po(1).correct(first, { votes: [1, 3, 3] }))
    for (const form of [form45, form46]) {
      expect(form(heading, log.seat, 1, superseded)).toBeUndefined()
      expect(form(heading, log.seat, 1, log.saidOf(1))?.signed.entry).toBe(log.fold.size - 1)
    }
  })

  it('is made of no other station’s statement', () => {
    const { log } = counted('drill')
    expect(form45(heading, log.seat, 2, log.saidOf(1))).toBeUndefined()
  })

  it('shows every column, those that the presiding officer left out as unknown', () => {
    const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
    seat.must(seat.po(1).submit({ votes: [4] }))
    const form = form45(heading, seat.log.seat, 1, seat.log.saidOf(1))
    expect(form?.candidates.map(({ total }) => total)).toEqual([4, null, null])
    expect(form?.findings.map(({ code }) => code)).toContain('form-45/candidate-missing')
  })

  it('once made does not change with the log', () => {
    const seat = counted('drill')
    const before = form45(heading, seat.log.seat, 1, seat.log.saidOf(1))!
    const bytes = canonicalBytes(before)
    seat.must(seat.sapo(1).submit({ votes: [9, 9, 9] }))
    expect(canonicalBytes(before)).toEqual(bytes)
  })
})

describe('with real signatures', () => {
  it('a night runs from the first list to a complete Form 47', () => {
    const seat = fixtureElection({ stations: 1, signer: portableSigner() }).seat('NA-1')
    count(seat, votes)
    seat.must(seat.ro.issueForm47(seat.log))
    expect(seat.log.fold.voids).toEqual([])
    const forged = seat.po(1).submit(votes)
    forged.signature[0] = (forged.signature[0] ?? 0) ^ 1
    expect(seat.log.admit(forged)?.code).toBe('statement/bad-signature')
  })
})

function counted(mode: Mode, seed = 'election'): FixtureSeat {
  const seat = fixtureElection({ mode, seed, signer: markingSigner() }).seat('NA-1')
  count(seat, votes)
  return seat
}

function count(seat: FixtureSeat, figures: { readonly votes: readonly number[] }): void {
  seat.must(seat.ro.accept(seat.must(seat.po(1).submit(figures)), 1))
}

function text(form: object): string {
  return utf8Decode(canonicalBytes(form)) ?? expect.fail('canonical JSON is UTF-8')
}
