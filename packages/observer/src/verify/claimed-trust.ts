import { decodeOrder, type RootOrder } from '@khata/proto'
import {
  claimedCheckpoint,
  openEntry,
  type OpenedStatement,
  parseNote,
  parseOrigin,
  registerLog,
  toHex,
  type Trust,
} from '@khata/ledger'
import type { LogSource } from '../source/log-source.ts'

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
  for await (const opened of openingStatements(source, checkpoint.value.size)) {
    const approvals = opened.statement.body === 'rootOrder' ? declaring(opened.statement.rootOrder) : undefined
    if (approvals === undefined) continue
    const rootKeys = [...new Set(approvals.map(({ key }) => toHex(key)))]
    return { election, domain, rootKeys, threshold: rootKeys.length, registerKey: await firstSigner(source) }
  }
  return undefined
}

async function* openingStatements(source: LogSource, size: number): AsyncGenerator<OpenedStatement> {
  for await (const piece of source.entries(registerLog, 0, Math.min(size, openingEntriesMax))) {
    for (const bytes of piece) {
      const entry = openEntry(bytes)
      if (entry.ok && entry.value.statement.ok) yield entry.value.statement.value
    }
  }
}

async function firstSigner(source: LogSource): Promise<string> {
  for await (const opened of openingStatements(source, 1)) return opened.signerHex
  return ''
}

function declaring({ order, approvals }: RootOrder): RootOrder['approvals'] | undefined {
  const decoded = decodeOrder(order)
  return decoded.ok && decoded.value.body === 'electionDeclared' && approvals.length > 0 ? approvals : undefined
}
