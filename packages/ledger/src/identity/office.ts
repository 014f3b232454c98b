import { decodeKeyClaim, type KeyClaim, type KeyEnrolled, type Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { KeyHex } from '../event/statement.ts'

/** An office as a key holds it. A person is never named: only the office, the key and a salted commitment. */
export interface Office {
  readonly key: KeyHex
  readonly office: string
  readonly role: Role
  /** Empty for an office of the whole election. */
  readonly seat: string
  readonly station: number | null
  readonly candidate: number | null
  /** Index of the entry that enrolled the key. */
  readonly since: number
  /** Set for a key enrolled after the seat was frozen. */
  readonly exception: KeyException | null
}

export interface KeyException {
  readonly reason: string
  readonly secondOfficers: readonly KeyHex[]
}

export type EnrolmentRefusal =
  | { readonly code: 'key/claim-malformed' }
  | { readonly code: 'key/claim-for-another-seat' }
  | { readonly code: 'key/holder-did-not-sign' }
  | { readonly code: 'key/already-enrolled'; readonly office: string }

/** Where an enrolment is made, and what its embedded signatures turned out to be. */
export interface EnrolmentPlace {
  readonly election: string
  /** The seat that the claim must name; undefined where it may name any (the register). */
  readonly seat: string | undefined
  readonly index: number
  readonly holderSigned: boolean
  readonly enrolled: (key: KeyHex) => Office | undefined
}

/** Judges an enrolment: nobody enrols a key that its holder did not ask for. */
export function openEnrolment(enrolled: KeyEnrolled, place: EnrolmentPlace): Result<Office, EnrolmentRefusal> {
  const claim = decodeKeyClaim(enrolled.claim)
  if (!claim.ok) return err({ code: 'key/claim-malformed' })
  const { election, seat } = claim.value
  if (election !== place.election || (place.seat !== undefined && seat !== place.seat)) {
    return err({ code: 'key/claim-for-another-seat' })
  }
  if (!place.holderSigned) return err({ code: 'key/holder-did-not-sign' })
  const known = place.enrolled(toHex(claim.value.key))
  if (known !== undefined) return err({ code: 'key/already-enrolled', office: known.office })
  return ok(officeOf(claim.value, enrolled, place.index))
}

function officeOf(claim: KeyClaim, enrolled: KeyEnrolled, since: number): Office {
  const secondOfficers = enrolled.secondOfficers.map(({ key }) => toHex(key))
  return {
    key: toHex(claim.key),
    office: claim.office,
    role: claim.role,
    seat: claim.seat,
    station: claim.station,
    candidate: claim.candidate,
    since,
    exception: enrolled.reason === '' ? null : { reason: enrolled.reason, secondOfficers },
  }
}
