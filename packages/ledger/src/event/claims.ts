import {
  type Approval,
  decodeKeyClaim,
  decodeOrder,
  type KeyEnrolled,
  type Order,
  type PaperForm45Certified,
  type Statement,
  type StatementBody,
} from '@khata/proto'
import { concatBytes, utf8Encode } from '../base/bytes.ts'
import type { Triple } from '../signature/verifier.ts'
import { type OpenedStatement, signingBytesOfAll, statementSigningBytes } from './statement.ts'

const enrolmentTag = utf8Encode('khata/key-enrolment/v1\n')
const exceptionTag = utf8Encode('khata/key-exception/v1\n')
const paperTag = utf8Encode('khata/paper-form/v1\n')
const rootOrderTag = utf8Encode('khata/root-order/v1\n')

/**
 * Every signature that a statement carries, its own first, then those inside its body in the order of
 * the fields. Verdicts on them (by the one rule) are given to the fold in the same order.
 */
export function signatureClaims(opened: OpenedStatement): readonly Triple[] {
  return claimsOver(opened, statementSigningBytes(opened.bytes))
}

/** `signatureClaims` of each. */
export function claimsOfAll(statements: readonly OpenedStatement[]): readonly (readonly Triple[])[] {
  const messages = signingBytesOfAll(statements.map(({ bytes }) => bytes))
  return statements.map((opened, at) => claimsOver(opened, messages[at] ?? statementSigningBytes(opened.bytes)))
}

/** What a key's holder signs to ask for its enrolment. */
export function enrolmentSigningBytes(claim: Uint8Array): Uint8Array {
  return concatBytes(enrolmentTag, claim)
}

/** What a second officer signs for a key enrolled after the freeze. */
export function exceptionSigningBytes(claim: Uint8Array, reason: string): Uint8Array {
  return concatBytes(exceptionTag, claim, utf8Encode(reason))
}

/** What a second officer signs for a form that comes on paper. */
export function paperSigningBytes(
  { election, seat }: Pick<Statement, 'election' | 'seat'>,
  { station, image, reason }: Pick<PaperForm45Certified, 'station' | 'image' | 'reason'>,
): Uint8Array {
  const place = utf8Encode(`${election}\n${seat}\n${station}\n`)
  return concatBytes(paperTag, place, image?.sha256 ?? new Uint8Array(0), utf8Encode(reason))
}

/** What a root key signs to approve an order. */
export function rootOrderSigningBytes(election: string, order: Uint8Array): Uint8Array {
  return concatBytes(rootOrderTag, utf8Encode(`${election}\n`), order)
}

/** The signatures inside a body alone, of a statement that is yet to be signed itself. */
export function bodyClaims(statement: Pick<Statement, 'election' | 'seat'> & StatementBody): readonly Triple[] {
  switch (statement.body) {
    case 'keyEnrolled':
      return enrolmentClaims(statement.keyEnrolled)
    case 'rootOrder': {
      const message = rootOrderSigningBytes(statement.election, statement.rootOrder.order)
      return [...approvalClaims(statement.rootOrder.approvals, message), ...orderClaims(statement.rootOrder.order)]
    }
    case 'paperForm45Certified':
      return approvalClaims(
        statement.paperForm45Certified.secondOfficers,
        paperSigningBytes(statement, statement.paperForm45Certified),
      )
    default:
      return []
  }
}

function approvalClaims(approvals: readonly Approval[], message: Uint8Array): readonly Triple[] {
  return approvals.map(({ key, signature }) => ({ key, message, signature }))
}

function claimsOver({ statement, signature }: OpenedStatement, message: Uint8Array): readonly Triple[] {
  return [{ key: statement.signer, message, signature }, ...bodyClaims(statement)]
}

function orderClaims(bytes: Uint8Array): readonly Triple[] {
  const order = decodeOrder(bytes)
  if (!order.ok) return []
  const value: Order = order.value
  return value.body === 'keyEnrolled' ? enrolmentClaims(value.keyEnrolled) : []
}

function enrolmentClaims(enrolled: KeyEnrolled): readonly Triple[] {
  const holder = {
    key: holderKey(enrolled),
    message: enrolmentSigningBytes(enrolled.claim),
    signature: enrolled.holderSignature,
  }
  const { secondOfficers, claim, reason } = enrolled
  if (secondOfficers.length === 0) return [holder]
  return [holder, ...approvalClaims(secondOfficers, exceptionSigningBytes(claim, reason))]
}

function holderKey(enrolled: KeyEnrolled): Uint8Array {
  const claim = decodeKeyClaim(enrolled.claim)
  return claim.ok ? claim.value.key : new Uint8Array(0)
}
