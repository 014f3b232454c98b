import type { OrderInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { type FixtureElection, fixtureElection, markingSigner } from '../fixture/index.ts'
import { form47 } from '../form/form47.ts'
import { supersededAt } from '../identity/register.ts'
import { declaredLog, judgedAtRegisterSize, openLogFold } from './fold.ts'

const votes = { votes: [1, 2, 3] }

describe('a revocation', () => {
  it('takes standing away from its cut on; what was said before stays', () => {
    const { election, seat } = night()
    const before = seat.must(seat.po(1).submit(votes))
    election.revoke(seat.po(1).key, 'NA-1', seat.log.fold.size)
    expect(seat.log.admit(seat.po(1).submit({ votes: [9, 9, 9] }))?.code).toBe('statement/revoked-key')
    seat.must(seat.ro.accept(before, 1))
    expect(seat.log.form47.candidates.map((candidate) => candidate.votes)).toEqual([1, 2, 3])
  })

  it('that names a place behind the end makes what was said since void when the log is read again', () => {
    const { election, seat } = night()
    const first = seat.must(seat.po(1).submit(votes))
    const cut = seat.log.fold.size
    const second = seat.must(seat.po(2).submit(votes))
    seat.must(seat.ro.accept(first, 1))
    seat.must(seat.ro.accept(second, 2))
    election.revoke(seat.po(2).key, 'NA-1', cut)
    const again = seat.log.replayInto(openLogFold(declaredLog(election.registerState, 'NA-1')!))
    expect(again.fold.voids).toMatchObject([
      { index: cut, signer: seat.po(2).keyHex, refusal: { code: 'statement/revoked-key' } },
      { index: cut + 2, signer: seat.ro.keyHex, refusal: { code: 'form-45/unknown-form' } },
    ])
    expect(again.form47.stations).toMatchObject({ accepted: 1, awaited: 2 })
    expect(again.form47.register.size).toBe(election.register.fold.size)
  })

  it('leaves an issued Form 47 said whose figures it does not change', () => {
    const { election, seat } = night()
    seat.must(seat.ro.accept(seat.must(seat.po(1).submit(votes)), 1))
    const cut = seat.log.fold.size
    seat.must(seat.ro.issueForm47(seat.log))
    seat.must(seat.po(2).submit(votes))
    seat.must(seat.ro.issueForm47(seat.log))
    const again = () => seat.log.replayInto(openLogFold(declaredLog(election.registerState, 'NA-1')!))
    election.revoke(seat.po(3).key, 'NA-1', cut - 1)
    expect(again().fold.voids).toEqual([])
    election.revoke(seat.po(2).key, 'NA-1', cut - 1)
    expect(again().fold.voids.map(({ index, refusal }) => [index, refusal.code])).toEqual([
      [cut + 1, 'statement/revoked-key'],
      [cut + 2, 'form-47/differs'],
    ])
  })

  it('binds in the log that it names and in no other', () => {
    const { election, seat } = night()
    election.revoke(seat.po(1).key, 'PP-1', 0)
    expect(seat.log.admit(seat.po(1).submit(votes))).toBeUndefined()
  })

  it('without a cut, or of no key, is no order', () => {
    const { election, seat } = night()
    const revoked = { key: seat.po(1).key, reason: '', cuts: [] }
    expect(orderRefusal(election, { body: 'keyRevoked', keyRevoked: revoked })).toBe('root-order/malformed')
    const cuts = [{ log: 'NA-1', size: 1, root: new Uint8Array(32) }]
    const noKey = { key: new Uint8Array(31), reason: '', cuts }
    expect(orderRefusal(election, { body: 'keyRevoked', keyRevoked: noKey })).toBe('root-order/malformed')
  })
})

describe('the register size that a verdict prints', () => {
  it('is the newest pin, whatever else the register has come to hold', () => {
    const { election, seat } = night()
    const before = form47(seat.log.fold, seat.log.seat, election.registerState)
    election.must(election.order(election.seatDeclared('NA-9')))
    expect(form47(seat.log.fold, seat.log.seat, election.registerState)).toEqual(before)
    expect(before.register.size).toBe(election.register.fold.size - 1)
  })

  it('is that of the newest order which cuts into the log', () => {
    const { election, seat } = night()
    election.revoke(seat.po(1).key, 'NA-1', seat.log.fold.size - 1)
    expect(judgedAtRegisterSize(seat.log.fold, election.registerState)).toBe(election.register.fold.size)
  })
})

describe('a supersession', () => {
  it('ends one generation from its cut on, and not the successor of the same name', () => {
    const { election, seat } = night()
    const at = seat.log.fold.size
    expect(orderRefusal(election, superseding(election, { generation: 2, size: at }))).toBeUndefined()
    expect(seat.log.admit(seat.po(1).submit(votes))?.code).toBe('log/superseded')
    const register = election.registerState
    expect(supersededAt(register, { log: 'NA-1', generation: 1 }, at - 1)).toBe(false)
    expect(supersededAt(register, { log: 'NA-1', generation: 2 }, at + 100)).toBe(false)
  })

  it('still ends the first generation when a third is ordered', () => {
    const { election, seat } = night()
    const at = seat.log.fold.size
    expect(orderRefusal(election, superseding(election, { generation: 2, size: at }))).toBeUndefined()
    expect(orderRefusal(election, superseding(election, { generation: 3, size: 5 }))).toBeUndefined()
    expect(seat.log.admit(seat.po(1).submit(votes))?.code).toBe('log/superseded')
    expect(supersededAt(election.registerState, { log: 'NA-1', generation: 2 }, 5)).toBe(true)
  })

  it.each([
    ['skips a generation', { generation: 3 }],
    ['names the same one', { generation: 1 }],
    ['has no usable key', { generation: 2, sequencerKey: new Uint8Array(32).fill(255) }],
    ['has no cut', { generation: 2, cut: null }],
  ])('that %s is no order', (_name, otherwise) => {
    const { election } = night()
    const order = superseding(election, { generation: 2, size: 5 })
    const logSuperseded = { ...order.logSuperseded, ...otherwise }
    expect(orderRefusal(election, { body: 'logSuperseded', logSuperseded })).toBe('root-order/malformed')
  })
})

function night() {
  const election = fixtureElection({ signer: markingSigner() })
  return { election, seat: election.seat('NA-1') }
}

function superseding(election: FixtureElection, { generation, size }: { generation: number; size: number }) {
  const cut = { log: 'NA-1', size, root: new Uint8Array(32) }
  const sequencerKey = election.actor(`sequencer/${generation}`).key
  return { body: 'logSuperseded', logSuperseded: { cut, generation, sequencerKey, reason: 'disk lost' } } as const
}

function orderRefusal(election: FixtureElection, order: OrderInput): string | undefined {
  return election.register.submit(election.order(order))?.code
}
