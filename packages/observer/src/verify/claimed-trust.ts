import { decodeOrder, type RootOrder } from '@khata/proto'
import {
  claimedCheckpoint,
  fromHex,
  openEntry,
  type OpenedStatement,
  parseNote,
  parsePublicKey,
  parseOrigin,
  registerLog,
  toHex,
  type Trust,
} from '@khata/ledger'
import type { LogSource } from '../source/log-source.ts'
import { untilDamaged } from './audit-log.ts'

/** Entries of the register in which its election must have been declared. */
const openingEntriesMax = 256

/**
 * What a source says about itself, for showing only: whoever runs the source can make up all of it. Undefined
 * where it shows no register.
 */
export async function claimedTrust(source: LogSource): Promise<Trust | undefined> {
  const note = await source.checkpoint(registerLog)
  const parsed = note && parseNote(note)
  const checkpoint = parsed?.ok ? claimedCheckpoint(parsed.value) : undefined
  if (!checkpoint?.ok) return undefined
  const origin = parseOrigin(checkpoint.value.origin)
  if (!origin.ok) return undefined
  const { election, domain } = origin.value
  let registerKey: string | undefined
  for await (const opened of openingStatements(source, checkpoint.value.size)) {
    registerKey ??= opened.signerHex
    const approvals = opened.statement.body === 'rootOrder' ? declaring(opened.statement.rootOrder) : undefined
    if (approvals === undefined) continue
    const rootKeys = [...new Set(approvals.map(({ key }) => toHex(key)))]
    const trust = { election, domain, rootKeys, threshold: rootKeys.length, registerKey }
    return hasGoodKeys(trust) ? trust : undefined
  }
  return undefined
}

/** Whether every key is a point that can have signed something: docs/protocol.md, "One rule for Ed25519". */
export function hasGoodKeys({ rootKeys, registerKey }: Trust): boolean {
  return [registerKey, ...rootKeys].every((hex) => parsePublicKey(fromHex(hex) ?? new Uint8Array(0)).ok)
}

async function* openingStatements(source: LogSource, size: number): AsyncGenerator<OpenedStatement> {
  const pieces = source.entries(registerLog, 0, Math.min(size, openingEntriesMax))
  for await (const piece of untilDamaged(pieces, [])) {
    for (const bytes of piece) {
      const entry = openEntry(bytes)
      if (entry.ok && entry.value.statement.ok) yield entry.value.statement.value
    }
  }
}

function declaring({ order, approvals }: RootOrder): RootOrder['approvals'] | undefined {
  const decoded = decodeOrder(order)
  return decoded.ok && decoded.value.body === 'electionDeclared' && approvals.length > 0 ? approvals : undefined
}
