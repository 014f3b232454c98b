import { openEntry, type OpenedStatement, sha256, tileWidth, toHex } from '@khata/ledger'
import type { Drill } from '../../drill/drill.ts'
import { logLines } from '../../drill/log-sizes.ts'
import type { NodeClient } from '../../officers/node-client.ts'
import { readEntries } from '../../officers/register-reader.ts'

/** What anybody can read: a statement in its seat's log. */
export interface PublicEntry {
  readonly log: string
  readonly index: number
  readonly bytes: Uint8Array
  readonly said: OpenedStatement
}

/** What officers have said about seats so far, as HQ's tiles show it to everybody. */
export class PublicLogs {
  readonly entries: PublicEntry[] = []
  readonly #drill: Drill
  readonly #reader: NodeClient
  readonly #sizes = new Map<string, number>()
  readonly #sequencers: ReadonlySet<string>

  constructor(drill: Drill) {
    this.#drill = drill
    this.#reader = drill.line(drill.site('hq'))
    const { hubs, seats } = drill.register
    this.#sequencers = new Set([...hubs.values(), ...seats.values()].map(({ value }) => toHex(value.sequencerKey)))
  }

  /** Reads what has come since the last time. */
  async readOn(): Promise<void> {
    const lines = await logLines(this.#reader)
    for (const { seat } of this.#drill.plan.seats) {
      const [from, size] = [this.#sizes.get(seat) ?? 0, lines.get(seat)?.size ?? 0]
      this.#sizes.set(seat, size)
      for (const entry of await entriesFrom(this.#reader, seat, from, size)) {
        if (!this.#sequencers.has(entry.said.signerHex)) this.entries.push(entry)
      }
    }
  }
}

/** Entries of a log from one index on; what is no statement is left out. */
export async function entriesFrom(
  client: NodeClient,
  log: string,
  from: number,
  size: number,
): Promise<readonly PublicEntry[]> {
  if (from >= size) return []
  const found: PublicEntry[] = []
  let index = from - (from % tileWidth)
  for await (const entries of readEntries(client, log, size, from)) {
    for (const bytes of entries) {
      const opened = openEntry(bytes)
      if (index >= from && opened.ok && opened.value.statement.ok) {
        found.push({ log, index, bytes, said: opened.value.statement.value })
      }
      index += 1
    }
  }
  return found
}

/** Names a statement with its signature: the same bytes in another log are the same statement. */
export function statementName({ bytes, signature }: Pick<OpenedStatement, 'bytes' | 'signature'>): string {
  return toHex(sha256(Buffer.concat([bytes, signature])))
}
