import type { Approval, Assembly, Role, Statement, StatementBody } from '@khata/proto'
import type { Refusal } from '../event/refusal.ts'
import type { KeyHex } from '../event/statement.ts'
import type { Office } from '../identity/office.ts'
import type { Rules, Said } from './said.ts'
import type { SeatState } from './state.ts'

/** A seat and the rules in force for it. */
export interface RuledSeat {
  readonly state: SeatState
  readonly rules: Rules
  readonly assembly: Assembly
}

/** A statement of an office at its place in a seat's log. */
export interface SeatPlace extends RuledSeat {
  readonly said: Said
  /** The speaker's office: of the seat, or one above it that speaks in its log. */
  readonly office: Office
  /** Whether the register as pinned has a building of this id; any, where it declares none. */
  readonly knowsPhysicalStation: (id: string) => boolean
  /** Of the approvals, whose verdicts stand among the claims from `claimsAt` on, the officers who may vouch, each once. */
  readonly secondOfficers: (approvals: readonly Approval[], claimsAt: number) => readonly KeyHex[]
}

/** One kind of statement in a seat's log: whose it is, when it is admitted, and what it does. */
export interface BodyLaw<B extends Statement['body'], Place extends SeatPlace = SeatPlace> {
  readonly offices: readonly Role[]
  /** Figures are never a reason to refuse: only what cannot be attached to anything, or does not apply, is. */
  decide(place: Place, body: BodyOf<B>): Refusal | undefined
  /** Applies an admitted statement to the seat, in place. The caller has decided on it first. */
  evolve(place: Place, body: BodyOf<B>): void
}

/** The laws of several kinds of statement that belong together. */
export type Laws<Bodies extends Statement['body'], Place extends SeatPlace = SeatPlace> = {
  readonly [B in Bodies]: BodyLaw<B, Place>
}

export type BodyOf<B extends Statement['body']> = Extract<StatementBody, { readonly body: B }>[B &
  keyof Extract<StatementBody, { readonly body: B }>]
