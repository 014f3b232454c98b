import { SignatoryRole } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'
import { textsOf } from '../count/check-texts.ts'
import { form45 } from './form45.ts'

const votes = { votes: [1, 2, 3] }
const heading = { election: 'pk-fixture/drill', source: undefined }

describe('Form 45 shows', () => {
  it('who signed it beside the presiding officer, who refused and why, and who has a copy', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    seat.must(seat.agent(1, 1).countersign(form, 1))
    seat.must(seat.agent(1, 2).countersign(form, 1, { refused: 'I was kept outside', copyReceived: false }))
    const entry = seat.log.fold.size - 2
    expect(shown(seat)?.countersigned).toEqual([
      { office: 'agent/1/1', entry, refused: false, reason: '', copyReceived: true },
      { office: 'agent/1/2', entry: entry + 1, refused: true, reason: 'I was kept outside', copyReceived: false },
    ])
  })

  it('each finding with its title, formula and what comes next, in English and in Urdu', () => {
    const seat = night()
    seat.must(seat.po(1).submit({ ...votes, fields: { validTotal: 7, excludedTotal: 0, polledTotal: 7 } }))
    const found = shown(seat)?.findings.find(({ code }) => code === 'form-45/sum-mismatch')
    expect(found).toEqual({
      code: 'form-45/sum-mismatch',
      severity: 'error',
      figures: { stated: 7, summed: 6 },
      ...textsOf('form-45/sum-mismatch'),
    })
  })

  it('what put the station into its status: by whom, by which act, and why', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    const cause = () => {
      const { status, since } = shown(seat)!
      expect(since.entry).toBe(seat.log.fold.size - 1)
      return [status, since.key, since.act, since.codes, since.reason]
    }
    expect(cause()).toEqual(['received', seat.po(1).keyHex, 'form45Submitted', [], ''])
    seat.must(seat.ro.reject(form, 1, 'a Form 46'))
    expect(cause()).toEqual(['rejected', seat.ro.keyHex, 'form45Rejected', [], 'a Form 46'])
    seat.must(seat.ro.ask(form, 1))
    expect(cause()).toEqual(['returned', seat.ro.keyHex, 'correctionRequested', ['form-45/sum-mismatch'], ''])
    seat.must(seat.sapo(1).submit({ votes: [4, 2, 3] }))
    expect(cause()).toEqual(['held', seat.sapo(1).keyHex, 'form45Submitted', [], ''])
  })

  it('nobody on a corrected form until it is signed anew', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    seat.must(seat.agent(1, 1).countersign(form, 1))
    seat.must(seat.ro.ask(form, 1))
    const corrected = seat.must(seat.po(1).correct(form, { votes: [2, 2, 3] }))
    expect(shown(seat)?.countersigned).toEqual([])
    seat.must(seat.agent(1, 1).countersign(corrected, 1))
    expect(shown(seat)?.countersigned).toHaveLength(1)
  })

  it('who signed the paper or why not, and what a recount before signing changed', () => {
    const seat = night()
    const recount = { askedBy: 'agent of 2', before: [{ column: 1, valid: 9, tendered: 0, challenged: 0, total: 9 }] }
    const signatories = [{ role: SignatoryRole.POLLING_AGENT, candidate: 2, signed: false, absenceReason: 'left' }]
    seat.must(seat.po(1).submit({ ...votes, fields: { recount, signatories } }))
    expect(shown(seat)?.signatories).toEqual([
      { role: 'polling-agent', candidate: 2, signed: false, absenceReason: 'left', copyGiven: null },
    ])
    expect(shown(seat)?.recount?.askedBy).toBe('agent of 2')
    expect(shown(seat)?.recount?.before.map(({ total }) => total)).toEqual([null, 9, null])
  })

  it('nothing while a countersignature has not been read', () => {
    const seat = night()
    const form = seat.must(seat.po(1).submit(votes))
    const said = seat.log.saidOf(1)
    seat.must(seat.agent(1, 1).countersign(form, 1))
    expect(form45(heading, seat.log.seat, 1, said)).toBeUndefined()
    expect(form45(heading, seat.log.seat, 2, said)).toBeUndefined()
  })
})

function shown({ log }: FixtureSeat) {
  return form45(heading, log.seat, 1, log.saidOf(1))
}

function night(): FixtureSeat {
  return fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
}
