import { decodeKeyClaim, type KeyClaim, type KeyEnrolled, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { HashHex, KeyHex } from '../event/statement.ts'

/** What an office is for. */
export interface OfficePost {
  readonly role: Role
  readonly station: number | null
  /** Serial of Form 33. */
  readonly candidate: number | null
}

/** An office, kept under the key that holds it. A person is never named: only the office and a salted commitment. */
export interface Office extends OfficePost {
  readonly office: string
  /** Empty for an office of the whole election. */
  readonly seat: string
  /** Salted commitment to the holder's name: the same person may hold several offices. */
  readonly person: HashHex
  /** Index of the entry that enrolled the key. */
  readonly since: number
  /** Set for a key enrolled after the seat was frozen. */
  readonly exception: KeyException | null
}

/** Whether an office that the register gives counts in a seat's log: one of that seat, or of the whole election. */
export function countsIn(seat: string, office: Pick<Office, 'seat'>): boolean {
  return office.seat === '' || office.seat === seat
}

export interface KeyException {
  readonly reason: string
  readonly secondOfficers: readonly KeyHex[]
}

/** A key with the office that it is given. */
export interface Enrolment {
  readonly key: KeyHex
  readonly office: Office
}

export type EnrolmentRefusal =
  | { readonly code: 'key/claim-malformed' }
  | { readonly code: 'key/claim-for-another-seat' }
  | { readonly code: 'key/holder-did-not-sign' }
  | { readonly code: 'key/already-enrolled'; readonly office: string }
  | { readonly code: 'key/role-not-given-here'; readonly role: Role }

/** Where an enrolment is made, and what its embedded signatures turned out to be. */
export interface EnrolmentPlace {
  readonly election: string
  /** The seat that the claim must name; undefined where it may name any (the register). */
  readonly seat: string | undefined
  readonly index: number
  readonly holderSigned: boolean
  readonly roles: readonly Role[]
  /** Name of the office that a key already holds here. */
  readonly heldBy: (key: KeyHex) => string | undefined
}

/** Offices of the whole election: the root gives all of them, HQ all but its own. */
const electionRoles: readonly Role[] = [Role.PROVINCIAL_COMMISSIONER, Role.DISTRICT_RETURNING_OFFICER, Role.OBSERVER]
export const rolesGivenByHq: readonly Role[] = [...electionRoles, Role.RETURNING_OFFICER]
export const rolesGivenByRoot: readonly Role[] = [...rolesGivenByHq, Role.HQ]

/** Offices that the returning officer gives in the seat's own log, where the freeze and its exceptions bind them. */
export const rolesGivenInSeat: readonly Role[] = [
  Role.ASSISTANT_RETURNING_OFFICER,
  Role.DATA_ENTRY_OPERATOR,
  Role.PRESIDING_OFFICER,
  Role.SENIOR_ASSISTANT_PRESIDING_OFFICER,
  Role.CANDIDATE,
  Role.POLLING_AGENT,
  Role.OBSERVER,
]

/** Roles whose post is at a station; and whose post is beside a candidate. */
export const rolesAtStation: readonly Role[] = [
  Role.PRESIDING_OFFICER,
  Role.SENIOR_ASSISTANT_PRESIDING_OFFICER,
  Role.POLLING_AGENT,
]
export const rolesOfCandidate: readonly Role[] = [Role.CANDIDATE, Role.POLLING_AGENT]

/** The word of a role, in forms and tables. */
export const roleNames = {
  [Role.UNSPECIFIED]: 'unknown',
  [Role.HQ]: 'hq',
  [Role.PROVINCIAL_COMMISSIONER]: 'provincial-commissioner',
  [Role.DISTRICT_RETURNING_OFFICER]: 'district-returning-officer',
  [Role.RETURNING_OFFICER]: 'returning-officer',
  [Role.ASSISTANT_RETURNING_OFFICER]: 'assistant-returning-officer',
  [Role.DATA_ENTRY_OPERATOR]: 'data-entry-operator',
  [Role.PRESIDING_OFFICER]: 'presiding-officer',
  [Role.SENIOR_ASSISTANT_PRESIDING_OFFICER]: 'senior-assistant-presiding-officer',
  [Role.CANDIDATE]: 'candidate',
  [Role.POLLING_AGENT]: 'polling-agent',
  [Role.OBSERVER]: 'observer',
} as const satisfies Readonly<Record<Role, string>>

/** Judges an enrolment: nobody enrols a key that its holder did not ask for. */
export function openEnrolment(enrolled: KeyEnrolled, place: EnrolmentPlace): Result<Enrolment, EnrolmentRefusal> {
  const claim = decodeKeyClaim(enrolled.claim)
  if (!claim.ok) return err({ code: 'key/claim-malformed' })
  const { election, seat } = claim.value
  if (election !== place.election || (place.seat !== undefined && seat !== place.seat)) {
    return err({ code: 'key/claim-for-another-seat' })
  }
  if (!place.holderSigned) return err({ code: 'key/holder-did-not-sign' })
  if (!place.roles.includes(claim.value.role)) return err({ code: 'key/role-not-given-here', role: claim.value.role })
  const key = toHex(claim.value.key)
  const held = place.heldBy(key)
  if (held !== undefined) return err({ code: 'key/already-enrolled', office: held })
  return ok({ key, office: { ...officeOf(claim.value), person: toHex(enrolled.person), since: place.index } })
}

function officeOf(claim: KeyClaim): Omit<Office, 'person' | 'since'> {
  return {
    office: claim.office,
    role: claim.role,
    seat: claim.seat,
    station: claim.station,
    candidate: claim.candidate,
    exception: null,
  }
}
