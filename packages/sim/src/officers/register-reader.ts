import {
  auditLog,
  decodeBundle,
  formatTilePath,
  claimedCheckpoint,
  openRegisterFold,
  parseNote,
  type RegisterState,
  sequentialVerifier,
  tileWidth,
  tileWidthAt,
  type Trust,
} from '@khata/ledger'
import { DrillError } from './drill-error.ts'
import type { NodeClient } from './node-client.ts'

/** The register as a node serves it, believed only as far as the trust file and every signature in it reach. */
export async function readRegister(client: NodeClient, trust: Trust): Promise<RegisterState> {
  const checkpoint = await readCheckpoint(client, 'register')
  if (checkpoint === undefined) throw unbelieved('no checkpoint')
  const fold = openRegisterFold(trust)
  if (fold.content.kind !== 'register') throw unbelieved('no register')
  const { register } = fold.content
  const entries = readEntries(client, 'register', claimedSize(checkpoint))
  const verdict = await auditLog({ fold, register, checkpoint, entries, verifier: sequentialVerifier() })
  if (verdict.holds) return register
  throw unbelieved(
    [...verdict.faults, ...verdict.voids.map(({ refusal }) => refusal)].map(({ code }) => code).join(' '),
  )
}

/** A log's newest checkpoint as served: a signed note; undefined where the node has none. */
export async function readCheckpoint(client: NodeClient, log: string): Promise<Uint8Array | undefined> {
  const { status, bytes } = await client.get(`/v1/logs/${log}/checkpoint`, 'text/plain')
  return status === 200 ? bytes : undefined
}

/** Entries of a log in order, bundle by bundle (C2SP tlog-tiles), from the bundle that has entry `from`. */
export async function* readEntries(
  client: NodeClient,
  log: string,
  size: number,
  from = 0,
): AsyncGenerator<readonly Uint8Array[]> {
  for (let index = Math.floor(from / tileWidth); index * tileWidth < size; index += 1) {
    const width = tileWidthAt('entries', index, size)
    const path = formatTilePath({ level: 'entries', index, width })
    const { status, bytes } = await client.get(`/v1/logs/${log}/${path}`, 'application/octet-stream')
    const bundle = status === 200 ? decodeBundle(bytes, width) : undefined
    if (bundle?.ok !== true) throw unbelieved(`${path}: status ${status}`)
    yield bundle.value
  }
}

function claimedSize(checkpoint: Uint8Array): number {
  const note = parseNote(checkpoint)
  const claimed = note.ok ? claimedCheckpoint(note.value) : note
  if (!claimed.ok) throw unbelieved(claimed.error.code)
  return claimed.value.size
}

function unbelieved(detail: string): DrillError {
  return new DrillError('drill/register-not-believed', detail)
}
