import type { ListKind } from '@khata/proto'

/** The parts of a list's newest version, by number, and the versions that the returning officer has signed for. */
export interface ListDraft<Part> {
  version: number
  parts: number
  readonly held: Map<number, HeldPart<Part>>
  /** Oldest first. Kept until the freeze, which names a size of the log that may lie behind its end. */
  readonly certified: CertifiedList<Part>[]
  /** From the freeze on, the version that it froze; absent where none was certified. Its rows are in its entries. */
  frozen: Omit<CertifiedList<Part>, 'parts'> | undefined
}

export interface HeldPart<Part> {
  readonly part: Part
  readonly hash: Uint8Array
  readonly index: number
}

export interface CertifiedList<Part> {
  readonly version: number
  readonly parts: readonly Part[]
  /** Indices of the entries that carry the parts, in order. */
  readonly entries: readonly number[]
  readonly sha256: Uint8Array
  /** Index of the entry that certified it. */
  readonly since: number
}

/** That an office above the seat has a version of a list as it was certified. */
export interface ListAcknowledgement {
  readonly list: ListKind
  readonly version: number
  readonly office: string
  readonly index: number
}

export type ExceptionKind =
  | 'key-enrolled'
  | 'station-added'
  | 'station-moved'
  | 'station-corrected'
  | 'candidate-retired'

/** A change after the freeze. It stands as said; what HQ judges of it is shown beside it. */
export interface ExceptionRecord {
  readonly kind: ExceptionKind
  /** Name of the office, station number, or Form 33 serial. */
  readonly of: string | number
  readonly index: number
  judgement: ExceptionJudgement | undefined
}

/** The newest that HQ or a province has judged of an exception. */
export interface ExceptionJudgement {
  readonly ratified: boolean
  readonly office: string
  readonly index: number
}

export type NominationStatus = 'nominated' | 'accepted' | 'rejected' | 'withdrawn'

/** A nomination paper: where it stands, and every entry that decided on it, its filing first. Names are in the entries. */
export interface NominationRecord {
  status: NominationStatus
  readonly decisions: NominationDecision[]
}

export interface NominationDecision {
  readonly status: NominationStatus
  readonly index: number
}

export function emptyDraft<Part>(): ListDraft<Part> {
  return { version: 0, parts: 0, held: new Map(), certified: [], frozen: undefined }
}
