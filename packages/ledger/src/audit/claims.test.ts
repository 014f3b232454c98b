import { Role } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { signatureClaims } from '../event/claims.ts'
import type { SignedBytes } from '../event/statement.ts'
import {
  type FixtureElection,
  type FixtureLog,
  type FixtureSeat,
  fixtureElection,
  openedOf,
  portableSigner,
} from '../fixture/index.ts'
import { verifyTriple } from '../signature/verifier.ts'
import { admit } from './admission.ts'

const poOffice = { office: 'po/1/2', role: Role.PRESIDING_OFFICER, station: 1 }
const roOffice = { seat: 'NA-1', office: 'ro/2', role: Role.RETURNING_OFFICER }
const hqOffice = { seat: '', office: 'hq/2', role: Role.HQ }

/** Every kind of statement that carries signatures, with how many it carries; none is more than the law asks for. */
const kinds: readonly { readonly name: string; readonly signatures: number; readonly make: (world: World) => Made }[] =
  [
    {
      name: 'a form',
      signatures: 1,
      make: ({ seat }) => ({ log: seat.log, signed: seat.po(1).submit({ votes: [1, 2, 3] }) }),
    },
    {
      name: 'a key enrolled in the register',
      signatures: 2,
      make: ({ election, holder }) => ({ log: election.register, signed: election.enrol(holder, roOffice) }),
    },
    {
      name: 'a key enrolled after the freeze',
      signatures: 3,
      make: ({ seat, holder }) => {
        const exception = { reason: 'ill', secondOfficers: [seat.aro] }
        return { log: seat.log, signed: seat.ro.enrol(holder, poOffice, exception) }
      },
    },
    {
      name: 'an order of the root',
      signatures: 3,
      make: ({ election }) => ({ log: election.register, signed: election.order(election.seatDeclared('NA-9')) }),
    },
    {
      name: 'an order of the root that enrols a key',
      signatures: 4,
      make: ({ election, holder }) => {
        const keyEnrolled = holder.claim(hqOffice)
        return { log: election.register, signed: election.order({ body: 'keyEnrolled', keyEnrolled }) }
      },
    },
  ]

describe('no signature goes unchecked in', () => {
  const election = fixtureElection({ signer: portableSigner() })
  const world = { election, seat: election.seat('NA-1'), holder: election.actor('holder') }

  it.each(kinds)('$name', ({ signatures, make }) => {
    const { log, signed } = make(world)
    const claims = signatureClaims(openedOf(signed))
    expect(claims.map((triple) => verifyTriple(triple))).toEqual(claims.map(() => true))
    expect(claims.length).toBe(signatures)
    const all = claims.map(() => true)
    expect(judged(log, signed, all)).toBeUndefined()
    for (let at = 0; at < signatures; at += 1) expect(judged(log, signed, all.with(at, false))).toBeDefined()
    for (let length = 0; length < signatures; length += 1)
      expect(judged(log, signed, all.slice(0, length))).toBeDefined()
  })
})

interface World {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
  readonly holder: ReturnType<FixtureElection['actor']>
}

interface Made {
  readonly log: FixtureLog
  readonly signed: SignedBytes
}

function judged({ fold, register }: FixtureLog, signed: SignedBytes, claims: readonly boolean[]): string | undefined {
  const said = { opened: openedOf(signed), index: fold.size, sequencedAt: 0, claims, precedents: {} }
  return admit(fold, said, register)?.code
}
