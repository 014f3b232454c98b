import { encodeOrder, type OrderInput, Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { type Actor, FixtureElection, fixtureElection, markingSigner } from '../fixture/index.ts'
import { freezeAt, officeAt, registerSize } from './register.ts'

describe('an order of the root', () => {
  it.each<[string, string | undefined, (election: FixtureElection) => readonly Actor[]]>([
    ['two of three root keys', undefined, ({ root }) => [root[0]!, root[2]!]],
    ['all root keys', undefined, ({ root }) => root],
    ['one root key', 'root-order/below-threshold', ({ root }) => [root[1]!]],
    ['one root key twice', 'root-order/below-threshold', ({ root }) => [root[1]!, root[1]!]],
    ['a root key and HQ', 'root-order/below-threshold', ({ root, hq }) => [root[1]!, hq]],
    ['nobody', 'root-order/below-threshold', () => []],
  ])('approved by %s: %s', (_name, refusal, approving) => {
    const election = declared()
    const signed = election.order(election.seatDeclared('NA-9'), approving(election))
    expect(election.register.admit(signed)?.code).toBe(refusal)
  })

  it('is not approved by a signature over another order', () => {
    const election = declared()
    const signedFor = encodeOrder(election.seatDeclared('NA-9'))
    const other = election.orderBody(encodeOrder(election.seatDeclared('NA-8')), election.root)
    if (other.body !== 'rootOrder') expect.fail('a root order')
    const body = { ...other, rootOrder: { ...other.rootOrder, order: signedFor } }
    expect(election.register.admit(election.registerSequencer.say('', body))?.code).toBe('root-order/below-threshold')
  })

  it('changes the root keys, and from then on only the new ones approve', () => {
    const election = declared()
    const successors = ['new-1', 'new-2'].map((name) => election.actor(name))
    election.must(
      election.order(
        rootKeys(
          successors.map(({ key }) => key),
          2,
        ),
      ),
    )
    const order = election.seatDeclared('NA-9')
    expect(election.register.admit(election.order(order))?.code).toBe('root-order/below-threshold')
    expect(election.register.admit(election.order(order, successors))).toBeUndefined()
  })

  it.each<[string, (election: FixtureElection) => OrderInput]>([
    ['the same root key twice', ({ root }) => rootKeys([root[0]!.key, root[0]!.key], 1)],
    ['a threshold that cannot be met', ({ root }) => rootKeys([root[0]!.key], 2)],
    ['a threshold of none', ({ root }) => rootKeys([root[0]!.key], 0)],
    ['a root key that is no key', () => rootKeys([new Uint8Array(32).fill(255)], 1)],
    ['a seat of a bad name', (election) => seat(election, { seat: '../NA-1' })],
    ['a seat in generation 0', (election) => seat(election, { generation: 0 })],
    ['a seat whose log nobody can sign', (election) => seat(election, { sequencerKey: new Uint8Array(32).fill(255) })],
    ['a seat with a key of small order', (election) => seat(election, { sequencerKey: smallOrder })],
    ['a hub of a bad name', (election) => hub(election, { hub: 'HQ/1' })],
    ['a hub without a cosigner', (election) => hub(election, { cosignerKey: new Uint8Array(0) })],
  ])('is malformed with %s', (_name, order) => {
    const election = declared()
    expect(election.register.admit(election.order(order(election)))?.code).toBe('root-order/malformed')
  })

  it('declares the election of the trust file, once; a reconstruction with its source', () => {
    const election = opened('drill')
    const declaration = election.electionDeclared()
    if (declaration.body !== 'electionDeclared') expect.fail('an election')
    const other = { ...declaration.electionDeclared, election: 'pk-other/drill' }
    expect(election.register.admit(election.order({ ...declaration, electionDeclared: other }))?.code).toBe(
      'statement/wrong-election',
    )
    const replay = opened('replay')
    const sourceless = replay.electionDeclared()
    if (sourceless.body !== 'electionDeclared') expect.fail('an election')
    const body = { ...sourceless, electionDeclared: { ...sourceless.electionDeclared, source: '' } }
    expect(replay.register.admit(replay.order(body))?.code).toBe('root-order/malformed')
    expect(replay.register.admit(replay.order(sourceless))).toBeUndefined()
  })
})

describe("the register's offices", () => {
  it("are given by HQ for seats that it declares; HQ's own by the root alone", () => {
    const election = declared()
    const someone = election.actor('someone')
    const ro = { office: 'ro', role: Role.RETURNING_OFFICER }
    expect(election.register.admit(election.enrol(someone, { seat: 'NA-9', ...ro }))?.code).toBe(
      'register/unknown-seat',
    )
    expect(election.register.admit(election.enrol(someone, { seat: '', ...ro }))?.code).toBe('register/unknown-seat')
    const hq = { seat: '', office: 'hq/2', role: Role.HQ }
    expect(election.register.admit(election.enrol(someone, hq))?.code).toBe('key/role-not-given-here')
    const dro = { seat: 'NA-1', office: 'dro', role: Role.DISTRICT_RETURNING_OFFICER }
    expect(election.register.admit(election.enrol(someone, dro))?.code).toBe('key/claim-for-another-seat')
    expect(
      election.register.admit(election.order({ body: 'keyEnrolled', keyEnrolled: someone.claim(hq) })),
    ).toBeUndefined()
  })

  it('are asked for by the key that holds them, for this election', () => {
    const election = declared()
    const [someone, thief] = [election.actor('someone'), election.actor('thief')]
    const office = { seat: '', office: 'dro/2', role: Role.DISTRICT_RETURNING_OFFICER }
    const stolen = { ...thief.claim(office), claim: someone.claim(office).claim }
    const signed = election.hq.say('', { body: 'keyEnrolled', keyEnrolled: stolen })
    expect(election.register.admit(signed)?.code).toBe('key/holder-did-not-sign')
    const elsewhere = fixtureElection({ mode: 'live', signer: markingSigner() }).actor('someone').claim(office)
    const mixed = election.hq.say('', { body: 'keyEnrolled', keyEnrolled: elsewhere })
    expect(election.register.admit(mixed)?.code).toBe('key/claim-for-another-seat')
  })

  it('are not held by the key that sequences the register', () => {
    const election = declared()
    const office = { seat: '', office: 'dro/2', role: Role.DISTRICT_RETURNING_OFFICER }
    expect(election.register.admit(election.enrol(election.registerSequencer, office))?.code).toBe(
      'key/already-enrolled',
    )
  })

  it('end at a cut of the register itself', () => {
    const election = declared()
    election.revoke(election.hq.key, 'register', election.register.fold.size)
    const office = { seat: '', office: 'dro/2', role: Role.DISTRICT_RETURNING_OFFICER }
    expect(election.register.admit(election.enrol(election.actor('x'), office))?.code).toBe('statement/revoked-key')
  })
})

describe('a register seen from a pin', () => {
  it('holds the facts below it and no others', () => {
    const election = fixtureElection({ signer: markingSigner() })
    const register = election.registerState
    const { since } = register.offices.get(election.dro.keyHex)!
    expect(officeAt(register, election.dro.keyHex, since)).toBeUndefined()
    expect(officeAt(register, election.dro.keyHex, since + 1)?.office).toBe('dro')
    expect(freezeAt(register, 'NA-1', registerSize(register) - 1)).toBeUndefined()
    expect(freezeAt(register, 'NA-1', registerSize(register))).toBeDefined()
  })

  it('has a root for each size', () => {
    const { fold } = declared().register
    if (fold.content.kind !== 'register') expect.fail('a register')
    expect(new Set(fold.content.register.roots).size).toBe(fold.size + 1)
  })
})

/** The point of order 1 (RFC 8032): its one encoding is 1. */
const smallOrder = Uint8Array.of(1, ...new Uint8Array(31))

function declared(): FixtureElection {
  return fixtureElection({ signer: markingSigner(), until: 'register' })
}

function opened(mode: 'drill' | 'replay'): FixtureElection {
  const election = new FixtureElection({ mode, signer: markingSigner() })
  const logOpened = { log: 'register', generation: 1 }
  election.must(election.registerSequencer.say('', { body: 'logOpened', logOpened }))
  return election
}

function rootKeys(keys: readonly Uint8Array[], threshold: number): OrderInput {
  return { body: 'rootKeysChanged', rootKeysChanged: { keys, threshold } }
}

function seat(election: FixtureElection, change: object): OrderInput {
  const order = election.seatDeclared('NA-9')
  if (order.body !== 'seatDeclared') expect.fail('a seat')
  return { ...order, seatDeclared: { ...order.seatDeclared, ...change } }
}

function hub(election: FixtureElection, change: object): OrderInput {
  const order = election.hubDeclared('sindh')
  if (order.body !== 'hubDeclared') expect.fail('a hub')
  return { ...order, hubDeclared: { ...order.hubDeclared, ...change } }
}
