import type { TileId } from '@khata/ledger'

/**
 * Where an election's logs are read from: a node, a folder, a connection to NATS. Nothing that it says is
 * believed; what it leaves out is named. Every method may throw SourceFailed.
 */
export interface LogSource extends AsyncDisposable {
  /** How it is called in a report. */
  readonly name: string
  /** The newest checkpoint's signed note; undefined where the source has no such log. */
  checkpoint(log: string): Promise<Uint8Array | undefined>
  /**
   * Entries from `fromIndex` to before `size`, in pieces; ends early where the source has no more.
   * Throws LogDamaged where what it has are no entries.
   */
  entries(log: string, fromIndex: number, size: number): AsyncIterable<readonly Uint8Array[]>
  /** A hash tile's bytes, for a source that has tiles; undefined where it lacks this one. */
  hashTile?(log: string, tile: TileId): Promise<Uint8Array | undefined>
  /** The bytes that the source publishes as a seat's Form 47; undefined where it publishes none. */
  publishedForm47?(seat: string): Promise<Uint8Array | undefined>
}

/** Nothing can be said about the logs: the source did not answer, or not as such a source does. */
export class SourceFailed extends Error {
  override readonly name = 'SourceFailed'
  readonly code: SourceFailureCode

  constructor(code: SourceFailureCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, { cause })
    this.code = code
  }
}

export type SourceFailureCode = 'log-source/unreachable' | 'log-source/unusable'

/** What the source has at this place of the log are no entries. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged'
  readonly code: LogDamageCode
  /** First entry that is affected. */
  readonly index: number

  constructor(code: LogDamageCode, index: number, message: string) {
    super(message)
    this.code = code
    this.index = index
  }
}

export type LogDamageCode = 'tile/wrong-length' | 'tile/wrong-count'

/** A log's name as it stands in origins: safe in paths, URLs and subjects. */
export function isLogName(log: string): boolean {
  return log.length <= logNameCharactersMax && /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(log)
}

/** Shorter than a file's name may be on any system. */
const logNameCharactersMax = 128
