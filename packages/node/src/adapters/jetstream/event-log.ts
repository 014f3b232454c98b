import type { AppendOutcome, EventLog, ReleasedCheckpoint, ReleaseOutcome } from '../../ports.ts'
import { PortDamaged } from '../../ports.ts'
import { checkAppend, sameBytes } from '../append.ts'
import type { Names } from './names.ts'
import { namesOf } from './names.ts'
import type { Published } from './publish.ts'
import { publishBatch, publishOne } from './publish.ts'
import { readPayloads } from './read.ts'
import type { NatsSession } from './session.ts'
import { ensureStream, readFromLeader, requireVersion, streamSize } from './streams.ts'

/**
 * The site's logs as JetStream streams of one server: stream sequence = entry index + 1, so the expected last sequence is
 * the whole concurrency protocol, and no duplicate window is relied on. The caller closes the session.
 */
export class JetStreamEventLog implements EventLog {
  readonly #session: NatsSession
  readonly #names: Names
  readonly #opened = new Set<string>()
  #checkpoints: Promise<void> | undefined

  constructor(session: NatsSession, election: string) {
    this.#session = session
    this.#names = namesOf(election)
  }

  async open(log: string): Promise<number> {
    const stream = { name: this.#names.logStream(log), subject: this.#names.logSubject(log) }
    await this.#ensureCheckpoints()
    const found = await ensureStream(this.#session, stream)
    this.#opened.add(log)
    return found.state.last_seq
  }

  async append(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<AppendOutcome> {
    checkAppend(expectedSize, entries)
    this.#requireOpened(log)
    requireVersion(this.#session.connection())
    const published = await this.#publish(log, expectedSize, entries)
    if (published.type === 'stored') {
      requirePlace(log, published.sequence, expectedSize + entries.length)
      return { type: 'appended' }
    }
    return await this.#judgeConflict(log, expectedSize, entries)
  }

  async read(log: string, from: number, entriesMax: number): Promise<readonly Uint8Array[]> {
    this.#requireOpened(log)
    const stream = this.#names.logStream(log)
    const entries: Uint8Array[] = []
    while (entries.length < entriesMax) {
      const next = from + entries.length
      const more = await readPayloads(this.#session, stream, next + 1, entriesMax - entries.length)
      for (const entry of more) entries.push(entry)
      if (more.length > 0) continue
      // Nothing at this place: the end, a hole, or a server of a cluster that is behind. The stream's leader knows.
      const size = await streamSize(this.#session, stream)
      if (size <= next) break
      const led = await readFromLeader(this.#session, stream, { seq: next + 1 })
      if (led === undefined) throw new PortDamaged(`event-log/hole: ${log} holds ${size} entries, not ${next}`)
      entries.push(led.payload)
    }
    return entries
  }

  async newestCheckpoint(log: string): Promise<ReleasedCheckpoint | undefined> {
    await this.#ensureCheckpoints()
    const { checkpointStream, checkpointSubject } = this.#names
    const newest = await readFromLeader(this.#session, checkpointStream, { last_by_subj: checkpointSubject(log) })
    return newest === undefined ? undefined : { note: new TextDecoder().decode(newest.payload), place: newest.sequence }
  }

  async releaseCheckpoint(log: string, note: string, expectedPlace: number): Promise<ReleaseOutcome> {
    await this.#ensureCheckpoints()
    const published = await publishOne(
      this.#session,
      this.#names.checkpointSubject(log),
      new TextEncoder().encode(note),
      { header: 'Nats-Expected-Last-Subject-Sequence', sequence: expectedPlace },
    )
    if (published.type === 'stored') return { type: 'released', place: published.sequence }
    const newest = await this.newestCheckpoint(log)
    const place = newest?.place ?? 0
    // The very note being there already means that the acknowledgement of an earlier attempt was lost.
    return newest?.note === note ? { type: 'released', place } : { type: 'conflict', place }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#opened.clear()
  }

  async #publish(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<Published> {
    const subject = this.#names.logSubject(log)
    const [single, ...others] = entries
    if (single === undefined || others.length > 0) {
      return await publishBatch(this.#session, subject, entries, expectedSize)
    }
    return await publishOne(this.#session, subject, single, {
      header: 'Nats-Expected-Last-Sequence',
      sequence: expectedSize,
    })
  }

  /** Byte-identical entries at these places mean that an acknowledgement was lost; anything else, another writer. */
  async #judgeConflict(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<AppendOutcome> {
    const held = await this.read(log, expectedSize, entries.length)
    if (sameBytes(held, entries)) return { type: 'appended' }
    return { type: 'conflict', size: await streamSize(this.#session, this.#names.logStream(log)) }
  }

  /** One stream for the checkpoints of all logs, ensured once however many logs are opened together. */
  async #ensureCheckpoints(): Promise<void> {
    this.#checkpoints ??= this.#ensureCheckpointStream()
    try {
      await this.#checkpoints
    } catch (cause) {
      this.#checkpoints = undefined
      throw cause
    }
  }

  async #ensureCheckpointStream(): Promise<void> {
    const { checkpointStream, checkpointSubjects } = this.#names
    await ensureStream(this.#session, { name: checkpointStream, subject: checkpointSubjects })
  }

  #requireOpened(log: string): void {
    if (!this.#opened.has(log)) throw new Error(`log ${log} was not opened`)
  }
}

/** A batch's acknowledgement names its last sequence. Anything else means that index + 1 is no longer the sequence. */
function requirePlace(log: string, sequence: number, expected: number): void {
  if (sequence !== expected) throw new PortDamaged(`event-log/hole: ${log} stored at ${sequence}, not at ${expected}`)
}
