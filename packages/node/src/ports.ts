import type { Triple } from '@khata/ledger'

/**
 * A store of key and value with atomic, durable batches. Keys are ASCII strings in byte order.
 * Every adapter passes `contract/store.ts`.
 */
export interface Store extends AsyncDisposable {
  /** Values in the order of the keys; undefined where the store holds none. */
  read(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>
  /**
   * Writes all of the batch or nothing. With `fsync` the promise resolves only when the batch survives
   * the loss of power; a later fsynced batch makes earlier lazy ones durable too.
   */
  write(batch: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void>
  /** Rows with from <= key < to, in byte order, in pieces of at least one row. */
  scan(range: ScanRange): AsyncIterable<readonly Row[]>
}

export type Row = readonly [key: string, value: Uint8Array]

/** A row to write, or, where the value is undefined, an index row to take away. Entries are never taken away. */
export interface Put {
  readonly key: string
  readonly value: Uint8Array | undefined
}

export interface ScanRange {
  readonly from: string
  readonly to: string
  readonly limit?: number
  readonly reverse?: boolean
}

/**
 * The site's ordered log streams, one per log: position = entry index. Acceptance of an append is the
 * linearisation point of the log. Every adapter passes `contract/event-log.ts`.
 */
export interface EventLog extends AsyncDisposable {
  /** Opens the log's stream, creating it where there is none. Returns how many entries it holds. */
  open(log: string): Promise<number>
  /**
   * Appends all entries or none, only where the stream holds exactly `expectedSize` entries.
   * Where the stream already holds these very entries at that position (an acknowledgement was lost),
   * the answer is `appended`. Throws PortUnavailable when the outcome is unknown.
   */
  append(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<AppendOutcome>
  /** Entries from index `from`, at most `entriesMax`; fewer at the end. Throws PortDamaged when a hole is found. */
  read(log: string, from: number, entriesMax: number): Promise<readonly Uint8Array[]>
  /** The newest released checkpoint of the log, with its place in the log's checkpoint subject. */
  newestCheckpoint(log: string): Promise<ReleasedCheckpoint | undefined>
  /** Appends a checkpoint, only where the newest has place `expectedPlace` (0 when there is none). */
  releaseCheckpoint(log: string, note: string, expectedPlace: number): Promise<ReleaseOutcome>
}

export type AppendOutcome =
  | { readonly type: 'appended' }
  /** Someone else wrote: the stream holds this many entries. */
  | { readonly type: 'conflict'; readonly size: number }

export interface ReleasedCheckpoint {
  readonly note: string
  readonly place: number
}

export type ReleaseOutcome =
  | { readonly type: 'released'; readonly place: number }
  | { readonly type: 'conflict'; readonly place: number }

/** Checks signatures by the one rule (docs/protocol.md), in parallel; answers in the order of the triples. */
export interface VerifierPool extends AsyncDisposable {
  verify(batch: readonly Triple[]): Promise<readonly boolean[]>
}

/** Signs with the node's key. */
export interface Signer {
  readonly key: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after this many milliseconds, or rejects when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

/** A connection to another site's node: HQ, or the province's. Every adapter passes `contract/link.ts`. */
export interface Link extends AsyncDisposable {
  /** Asks about one log: who may ask about which is for the way between to enforce. Throws PortUnavailable when there is no answer. */
  request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array>
}

/** Answers the requests of other sites' nodes. */
export interface LinkServer extends AsyncDisposable {
  /** The answer is told which log the request was addressed to, whatever its payload says. */
  serve(verb: LinkVerb, answer: (log: string, payload: Uint8Array) => Promise<Uint8Array>): void
}

export type LinkVerb = 'push' | 'pull' | 'image'

/** The writer's own mark of its log's released size, kept on other media than the store. */
export interface LineageMarker {
  read(log: string): Promise<LineageMark | undefined>
  write(log: string, mark: LineageMark): Promise<void>
}

export interface LineageMark {
  readonly size: number
  readonly root: string
}

/**
 * Images by the SHA-256 of their bytes in lower-case hex, and drafts: what has come of an image so far, by a name. It takes
 * every caller's word for a hash: who keeps an image has checked it, and checks it again when it is read. What is kept is
 * never taken away. Every adapter passes `contract/image-store.ts`.
 */
export interface ImageStore {
  /** Bytes of each image that is held. */
  readonly images: ReadonlyMap<string, number>
  /** Bytes of each draft. After a loss of power some of them may be others than were written. */
  readonly drafts: ReadonlyMap<string, number>
  read(hash: string): Promise<Uint8Array | undefined>
  readDraft(draft: string): Promise<Uint8Array>
  /** Writes at a draft's end, beginning it where there is none. A draft that could not be written is as long as before. */
  append(draft: string, bytes: Uint8Array): Promise<void>
  /** Makes a draft the image of this hash, whole or not at all. Resolves when it survives the loss of power. */
  keep(draft: string, hash: string): Promise<void>
  drop(draft: string): Promise<void>
  /** An image is not what it was: held no longer, and kept beside for whoever examines it. */
  setAside(hash: string): Promise<void>
}

/** A port cannot answer now, and the outcome of the call is unknown. Try again. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable'
}

/** A port answered, and what it holds is damaged: it must be rebuilt from another replica. */
export class PortDamaged extends Error {
  override readonly name = 'PortDamaged'
}
