import type { Frontier, LogFold, NoteKey, OpenedEntry, OpenedStatement, Refusal, RegisterState } from '@khata/ledger'
import type { StatementBody } from '@khata/proto'
import type { LineageMark, Put } from '../ports.ts'
import type { GrowingIndexes } from './group.ts'
import type { NameTags } from './places.ts'
import type { StoredPrecedents } from './recents.ts'

/** What a writer starts from: its log as the store and the stream hold it, already compared. */
export interface WriterStart extends GrowingIndexes {
  /** Everything committed. */
  readonly committed: LogFold
  /** A copy of it, to decide on: it runs ahead of what is committed. */
  readonly tip: LogFold
  /** The register that this log is judged by; in the register itself, undefined. */
  readonly register: RegisterState | undefined
  readonly noteKey: NoteKey
  readonly signer: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
  readonly released: Released
  /** Committed entries that no released checkpoint covers yet. */
  readonly unreleased: readonly OpenedEntry[]
}

/** The newest checkpoint that has left this node: its frontier, and its place in the log's checkpoint subject. */
export interface Released {
  readonly frontier: Frontier
  readonly place: number
}

export type WriterInput =
  | {
      readonly type: 'submit'
      readonly ticket: number
      readonly opened: OpenedStatement
      readonly claims: readonly boolean[]
      readonly tags: NameTags
      readonly stored: StoredPrecedents
      /** How many entries the store held when it was asked for `stored`. */
      readonly storedSize: number
      readonly at: number
    }
  /** The node itself has something to say in its log; with verdicts on the signatures inside the body. */
  | { readonly type: 'say'; readonly body: StatementBody; readonly bodyClaims: readonly boolean[]; readonly at: number }
  | { readonly type: 'stored' }
  | { readonly type: 'appended' }
  | { readonly type: 'released'; readonly place: number }
  /** Someone else wrote to the stream or released a checkpoint. */
  | { readonly type: 'conflict'; readonly detail: string }

export type WriterEffect =
  | { readonly type: 'store'; readonly size: number; readonly rows: readonly Put[] }
  | { readonly type: 'append'; readonly expectedSize: number; readonly entries: readonly Uint8Array[] }
  | {
      readonly type: 'release'
      readonly size: number
      readonly note: Uint8Array
      readonly expectedPlace: number
      readonly mark: LineageMark
    }
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: Answer }
  /** The store was asked too long ago: ask again. */
  | { readonly type: 'lookUp'; readonly ticket: number }
  /** What the node wanted to say is not admitted. */
  | { readonly type: 'unsaid'; readonly body: StatementBody['body']; readonly refusal: Refusal }
  | { readonly type: 'halt'; readonly detail: string }

export type Answer =
  /** Logged, and covered by this checkpoint. */
  | {
      readonly type: 'logged'
      readonly entry: Uint8Array
      readonly index: number
      readonly proof: readonly Uint8Array[]
      readonly note: Uint8Array
    }
  /** These very bytes were logged before, at this index; its checkpoint has been released. */
  | { readonly type: 'repeated'; readonly index: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** Not now: nothing is decided, send the same bytes again. */
  | { readonly type: 'busy' }
  | { readonly type: 'halted' }
