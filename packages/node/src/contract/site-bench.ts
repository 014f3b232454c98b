import {
  appendLeaf,
  emptyFrontier,
  frontierRoot,
  invariant,
  leafHash,
  logNoteKey,
  type OpenedEntry,
  registerSize,
  signCheckpoint,
  toHex,
} from '@khata/ledger'
import { MemoryEventLog, MemoryStreams } from '../adapters/memory/event-log.ts'
import { MemoryImages, MemoryImageStore } from '../adapters/memory/image-store.ts'
import { MemoryLineageMarker } from '../adapters/memory/lineage-marker.ts'
import { MemoryDisk, MemoryStore } from '../adapters/memory/store.ts'
import { SequentialVerifierPool } from '../adapters/memory/verifier-pool.ts'
import { groupRows } from '../replica/group.ts'
import { StatementPlaces } from '../replica/places.ts'
import { genesisRow } from '../replica/rows.ts'
import { TileBuilder } from '../replica/tile-builder.ts'
import type { LogSetting } from '../shell/open-log.ts'
import type { Site } from '../shell/site.ts'
import { type FrozenSeat, groupOf } from './writer-bench.ts'

/** One office's site in memory, whose store and stream a test fills as it likes. */
export class SiteBench {
  readonly frozen: FrozenSeat
  readonly streams = new MemoryStreams()
  readonly marker = new MemoryLineageMarker()
  readonly alarms: string[] = []
  readonly site: Site

  constructor(frozen: FrozenSeat) {
    this.frozen = frozen
    this.site = {
      store: new MemoryStore(new MemoryDisk()),
      eventLog: new MemoryEventLog(this.streams),
      images: new MemoryImageStore(new MemoryImages()),
      verifier: new SequentialVerifierPool(),
      clock: { now: () => 1_707_400_000_000, sleep: () => Promise.resolve() },
      marker: this.marker,
      journal: { info: () => undefined, alarm: (event) => void this.alarms.push(event) },
    }
  }

  get entries(): readonly OpenedEntry[] {
    return this.frozen.seat.log.entries
  }

  get setting(): LogSetting {
    const { election, seat } = this.frozen
    const { log, generation, sequencerKey } = seat.log.fold
    const register = election.registerState
    return {
      site: this.site,
      identity: { log, generation, sequencerKey },
      trust: election.trust,
      register,
      reach: { durable: () => registerSize(register), whole: () => false },
      code: 'one',
    }
  }

  /** Writes entries to the store as one group after another would have, where the operator had allowed it. */
  async store(entries: readonly OpenedEntry[]): Promise<void> {
    const { name } = this.frozen.seat
    const indexes = { tiles: new TileBuilder(name, 0, []), places: new StatementPlaces(name) }
    await this.allow()
    await this.site.store.write(groupRows(name, groupOf(entries), indexes), 'fsync')
  }

  /** What `khata init` does. */
  async allow(): Promise<void> {
    await this.site.store.write([{ key: genesisRow(this.frozen.seat.name), value: new Uint8Array(0) }], 'fsync')
  }

  async stream(entries: readonly OpenedEntry[]): Promise<void> {
    const { name } = this.frozen.seat
    const size = await this.site.eventLog.open(name)
    for (let at = size; at < entries.length; at += 500) {
      const bytes = entries.slice(at, at + 500).map((entry) => entry.bytes)
      await this.site.eventLog.append(name, at, bytes)
    }
  }

  /** What this log's sequencer signs for these entries. */
  noteOf(entries: readonly OpenedEntry[]): Uint8Array {
    const { election, seat } = this.frozen
    const key = logNoteKey(election.trust, seat.log.fold)
    invariant(key !== undefined, 'a fixture has good keys')
    const checkpoint = { origin: key.name, size: entries.length, root: rootOf(entries), epoch: 1 }
    return signCheckpoint(checkpoint, key, (message) => seat.sequencer.sign(message))
  }

  async release(entries: readonly OpenedEntry[]): Promise<void> {
    const note = new TextDecoder().decode(this.noteOf(entries))
    await this.site.eventLog.releaseCheckpoint(this.frozen.seat.name, note, 0)
  }

  async mark(entries: readonly OpenedEntry[]): Promise<void> {
    await this.marker.write(this.frozen.seat.name, { size: entries.length, root: toHex(rootOf(entries)) })
  }

  /** The log with another entry in the place of its last, as another writer would have written it. */
  otherwise(): readonly OpenedEntry[] {
    const { seat } = this.frozen
    const form = seat.po(1).submit({ votes: [1, 2, 3] })
    const earlier = this.entries.slice(0, -1)
    const last = this.entries.at(-1)
    invariant(last !== undefined, 'a frozen seat has entries')
    const { index, previous, epoch, sequencedAt } = last.entry
    return [...earlier, seat.log.entryOf(form, { index, previous, epoch, sequencedAt })]
  }
}

export function rootOf(entries: readonly OpenedEntry[]): Uint8Array {
  return frontierRoot(entries.map(({ bytes }) => leafHash(bytes)).reduce(appendLeaf, emptyFrontier))
}
