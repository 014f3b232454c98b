import { fromHex } from '../base/bytes.ts'
import { publicKeyBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { KeyHex } from '../event/statement.ts'
import { parseElectionId } from './election.ts'

/** What a verifier is given beforehand and never takes from a node: docs/protocol.md, "Trust file". */
export interface Trust {
  readonly election: string
  /** First part of every checkpoint's origin. */
  readonly domain: string
  readonly rootKeys: readonly KeyHex[]
  /** Distinct root keys that put an order in force. */
  readonly threshold: number
  /** Sequencer of the register. Every other log's key stands in the register. */
  readonly registerKey: KeyHex
}

export const trustFormat = 'khata-trust/v1'

export interface TrustFault {
  readonly code: 'trust/malformed'
  readonly field: string
}

/** Reads a trust file's JSON value. */
export function parseTrust(json: unknown): Result<Trust, TrustFault> {
  if (typeof json !== 'object' || json === null) return malformed('file')
  const file = json as Record<string, unknown>
  if (file['format'] !== trustFormat) return malformed('format')
  const { election, domain, rootKeys, threshold, registerKey } = file
  if (typeof election !== 'string' || !parseElectionId(election).ok) return malformed('election')
  if (typeof domain !== 'string' || !/^[a-z0-9.-]+$/.test(domain)) return malformed('domain')
  if (!Array.isArray(rootKeys) || !rootKeys.every(isKeyHex)) return malformed('rootKeys')
  if (new Set(rootKeys).size !== rootKeys.length) return malformed('rootKeys')
  if (!isThreshold(threshold, rootKeys.length)) return malformed('threshold')
  if (!isKeyHex(registerKey)) return malformed('registerKey')
  return ok({ election, domain, rootKeys, threshold, registerKey })
}

export function trustJson(trust: Trust): string {
  return `${JSON.stringify({ format: trustFormat, ...trust }, null, 2)}\n`
}

function malformed(field: string): Result<Trust, TrustFault> {
  return err({ code: 'trust/malformed', field })
}

function isKeyHex(value: unknown): value is KeyHex {
  return typeof value === 'string' && fromHex(value)?.length === publicKeyBytes
}

function isThreshold(value: unknown, keys: number): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= keys
}
