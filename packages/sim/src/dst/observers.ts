import {
  appendLeaf,
  type CheckpointTrust,
  emptyFrontier,
  equalBytes,
  type Frontier,
  frontierRoot,
  leafHash,
  openCheckpoint,
  toHex,
} from '@khata/ledger'
import { type ElectionReport, type LogSource, verifyElection } from '@khata/observer'
import { trust } from './election.ts'
import { plainVerifier } from './instruments.ts'

/** A log as somebody was shown it: a signed note, and the entries that it covers. */
export interface ShownLog {
  readonly note: Uint8Array
  readonly entries: readonly Uint8Array[]
}

/** Two signed notes of one log, of which neither continues the other. */
export interface Fork {
  readonly log: string
  readonly notes: readonly [Uint8Array, Uint8Array]
}

interface Kept extends ShownLog {
  readonly size: number
  readonly frontier: Frontier
  /** Root in hex at each size. */
  readonly roots: readonly string[]
}

/**
 * Somebody of the public, who reads logs wherever they are served. Keeps of each log every history that it was shown, and
 * in the end verifies them whole as the production observer does.
 */
export class Observer {
  readonly #trustIn: (log: string) => CheckpointTrust | undefined
  readonly #kept = new Map<string, Kept[]>()
  /** Notes that came without entries: proofs of a fork that a hub keeps. */
  readonly #bare = new Map<string, Uint8Array[]>()

  constructor(trustIn: (log: string) => CheckpointTrust | undefined) {
    this.#trustIn = trustIn
  }

  /** Takes what a site serves; false where the entries are not those that were signed. */
  see(log: string, shown: ShownLog): boolean {
    const signed = this.#open(log, shown.note)
    if (signed === undefined) return false
    const histories = this.#histories(log)
    if (histories.some((one) => one.roots[signed.size] === signed.root && beginsWith(one.entries, shown.entries))) {
      return true
    }
    const at = histories.findIndex((one) => beginsWith(shown.entries, one.entries))
    const grown = continued(histories[at], shown)
    if (grown.size !== signed.size || grown.roots[grown.size] !== signed.root) return false
    histories.splice(at < 0 ? histories.length : at, 1, grown)
    return true
  }

  /** Takes a signed note of which nobody shows the entries. */
  seeNote(log: string, note: Uint8Array): void {
    this.#bare.set(log, [...(this.#bare.get(log) ?? []), note])
  }

  /** A fork of the log, if this observer was shown one. */
  forkOf(log: string): Fork | undefined {
    const [first, second] = this.#histories(log)
    if (first === undefined) return undefined
    const other = second?.note ?? (this.#bare.get(log) ?? []).find((note) => this.#contradicts(first, log, note))
    return other && { log, notes: [first.note, other] }
  }

  /** The production observer's report on everything that was kept. */
  verify(now: number): Promise<ElectionReport> {
    return verifyElection({ source: this.#source(), trust, verifier: plainVerifier, servedOnly: true, now })
  }

  #contradicts(history: Kept, log: string, note: Uint8Array): boolean {
    const signed = this.#open(log, note)
    return signed !== undefined && signed.size <= history.size && history.roots[signed.size] !== signed.root
  }

  #open(log: string, note: Uint8Array): { readonly size: number; readonly root: string } | undefined {
    const trusted = this.#trustIn(log)
    const opened = trusted && openCheckpoint(note, trusted)
    if (opened?.ok !== true) return undefined
    const { size, root } = opened.value.checkpoint
    return { size, root: toHex(root) }
  }

  #histories(log: string): Kept[] {
    const known = this.#kept.get(log) ?? []
    this.#kept.set(log, known)
    return known
  }

  #source(): LogSource {
    const first = (log: string): Kept | undefined => this.#kept.get(log)?.[0]
    return {
      name: 'kept',
      checkpoint: async (log) => first(log)?.note,
      entries: async function* (log, from, size) {
        yield first(log)?.entries.slice(from, size) ?? []
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }
  }
}

/** Whether two beginnings of a log have another entry at the same place. */
export function differ(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  const common = Math.min(one.length, other.length)
  return one.slice(0, common).some((entry, at) => !equalBytes(entry, other[at] ?? none))
}

function continued(known: Kept | undefined, { note, entries }: ShownLog): Kept {
  let frontier = known?.frontier ?? emptyFrontier
  const roots = [...(known?.roots ?? [toHex(frontierRoot(emptyFrontier))])]
  for (const entry of entries.slice(frontier.size)) {
    frontier = appendLeaf(frontier, leafHash(entry))
    roots.push(toHex(frontierRoot(frontier)))
  }
  return { note, entries, size: frontier.size, frontier, roots }
}

function beginsWith(entries: readonly Uint8Array[], start: readonly Uint8Array[]): boolean {
  return start.length <= entries.length && start.every((entry, at) => equalBytes(entry, entries[at] ?? none))
}

const none = new Uint8Array()
