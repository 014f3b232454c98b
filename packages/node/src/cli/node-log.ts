import {
  auditLog,
  claimedCheckpoint,
  decodeBundle,
  formatTilePath,
  openRegisterFold,
  parseNote,
  registerLog,
  type RegisterState,
  sequentialVerifier,
  tileWidth,
  tileWidthAt,
  type Trust,
} from '@khata/ledger'
import { get, NodeUnreachable } from './ask.ts'

/** A log's newest checkpoint as a node serves it, and how many entries it claims. Nothing is verified. */
export interface ServedCheckpoint {
  readonly note: Uint8Array
  readonly size: number
  readonly root: Uint8Array
}

/** Undefined where the node has no such log, or nothing in it. */
export async function readCheckpoint(node: string, log: string): Promise<ServedCheckpoint | undefined> {
  const { status, bytes } = await get(node, `v1/logs/${encodeURIComponent(log)}/checkpoint`)
  if (status !== 200) return undefined
  const parsed = parseNote(bytes)
  const claimed = parsed.ok ? claimedCheckpoint(parsed.value) : parsed
  if (!claimed.ok) throw new NodeUnreachable('node/unintelligible', `${log}: ${claimed.error.code}`)
  return { note: bytes, size: claimed.value.size, root: claimed.value.root }
}

/** Entries of a log, bundle by bundle (C2SP tlog-tiles). Throws NodeUnreachable where one is missing or no bundle. */
export async function* readEntries(node: string, log: string, size: number): AsyncGenerator<readonly Uint8Array[]> {
  for (let index = 0; index * tileWidth < size; index++) {
    const width = tileWidthAt('entries', index, size)
    const path = formatTilePath({ level: 'entries', index, width })
    const { status, bytes } = await get(node, `v1/logs/${encodeURIComponent(log)}/${path}`)
    const bundle = status === 200 ? decodeBundle(bytes, width) : undefined
    if (bundle?.ok !== true) throw new NodeUnreachable('node/unintelligible', `${log}/${path}: status ${status}`)
    yield bundle.value
  }
}

/** The register as a node serves it, believed as far as the trust file and every signature in it reach. */
export async function readRegister(node: string, trust: Trust): Promise<RegisterState | undefined> {
  const checkpoint = await readCheckpoint(node, registerLog)
  const fold = openRegisterFold(trust)
  if (checkpoint === undefined || fold.content.kind !== 'register') return undefined
  const { register } = fold.content
  const entries = readEntries(node, registerLog, checkpoint.size)
  const verdict = await auditLog({
    fold,
    register,
    checkpoint: checkpoint.note,
    entries,
    verifier: sequentialVerifier(),
  })
  return verdict.holds ? register : undefined
}
