import {
  decodeStatement,
  encodeStatement,
  type Form45,
  type Statement,
  type StatementInput,
  type WireError,
} from '@khata/proto'
import { concatBytes, toHex, utf8Encode } from '../base/bytes.ts'
import { sha256Joined } from '../base/hash.ts'
import { hashBytes, publicKeyBytes, signatureBytes, statementBytesMax, statementIdBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'

/** Tag in front of every signed and hashed statement: docs/protocol.md, "Statement". */
const statementTag = utf8Encode('khata/statement/v1\n')

/** `previous` of an actor's first statement about a seat. */
export const zeroHash: Uint8Array = new Uint8Array(hashBytes)

/** Lower-case hex of a 32-byte hash, for use as a map's key. */
export type HashHex = string
/** Lower-case hex of a 32-byte Ed25519 public key. */
export type KeyHex = string

declare const opened: unique symbol

/** A statement with its exact bytes, decoded and well-formed; nothing is said yet about its signature. */
export interface OpenedStatement {
  readonly [opened]: true
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
  readonly hash: Uint8Array
  readonly hashHex: HashHex
  readonly signerHex: KeyHex
  readonly idHex: string
  readonly statement: Statement
}

export type StatementFault =
  | { readonly code: 'statement/malformed'; readonly wire: WireError['code']; readonly detail: string }
  | { readonly code: 'statement/too-large'; readonly bytes: number; readonly bytesMax: number }
  | { readonly code: 'statement/bad-shape'; readonly field: string }

export interface SignedBytes {
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

/** Decodes a statement and checks the lengths of its fixed parts. The only maker of `OpenedStatement`. */
export function openStatement(bytes: Uint8Array, signature: Uint8Array): Result<OpenedStatement, StatementFault> {
  if (bytes.length > statementBytesMax) {
    return err({ code: 'statement/too-large', bytes: bytes.length, bytesMax: statementBytesMax })
  }
  const decoded = decodeStatement(bytes)
  if (!decoded.ok) return err({ code: 'statement/malformed', wire: decoded.error.code, detail: decoded.error.detail })
  const field = misshapenField(decoded.value, signature)
  if (field !== undefined) return err({ code: 'statement/bad-shape', field })
  return ok(withHashes(decoded.value, bytes, signature))
}

/** Encodes and signs what an actor says. */
export function signStatement(input: StatementInput, sign: (message: Uint8Array) => Uint8Array): SignedBytes {
  const statement = encodeStatement(input)
  return { statement, signature: sign(statementSigningBytes(statement)) }
}

/** The Form 45 that a statement carries; null where it carries none. */
export function form45In(statement: Statement): Form45 | null {
  if (statement.body === 'form45Submitted') return statement.form45Submitted.form
  return statement.body === 'form45Corrected' ? statement.form45Corrected.form : null
}

/** What the signature of a statement is over. */
export function statementSigningBytes(statement: Uint8Array): Uint8Array {
  return concatBytes(statementTag, statement)
}

/** The same for many statements, as views of one buffer: allocating one for each takes longer than decoding it. */
export function signingBytesOfAll(statements: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = statements.reduce((sum, statement) => sum + statementTag.length + statement.length, 0)
  const joined = new Uint8Array(length)
  let end = 0
  return statements.map((statement) => {
    const start = end
    joined.set(statementTag, start)
    joined.set(statement, start + statementTag.length)
    end = start + statementTag.length + statement.length
    return joined.subarray(start, end)
  })
}

export function statementHash(statement: Uint8Array, signature: Uint8Array): Uint8Array {
  return sha256Joined(statementTag, statement, signature)
}

function misshapenField(statement: Statement, signature: Uint8Array): string | undefined {
  if (statement.format !== 1) return 'format'
  if (statement.id.length !== statementIdBytes) return 'id'
  if (statement.signer.length !== publicKeyBytes) return 'signer'
  if (statement.previous.length !== hashBytes) return 'previous'
  if (statement.sequence < 1) return 'sequence'
  if (signature.length !== signatureBytes) return 'signature'
  return undefined
}

function withHashes(statement: Statement, bytes: Uint8Array, signature: Uint8Array): OpenedStatement {
  const hash = statementHash(bytes, signature)
  return {
    bytes,
    signature,
    hash,
    hashHex: toHex(hash),
    signerHex: toHex(statement.signer),
    idHex: toHex(statement.id),
    statement,
  } as OpenedStatement
}
