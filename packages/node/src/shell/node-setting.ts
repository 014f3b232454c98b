import type { Trust } from '@khata/ledger'
import type { Link, Signer } from '../ports.ts'
import type { Site } from './site.ts'

export type NodeRole = 'ro' | 'province' | 'hq'

/** What a node is, beside the machine it runs on. */
export interface NodeSetting {
  readonly name: string
  readonly role: NodeRole
  readonly site: Site
  readonly trust: Trust
  /** Key of every log that this node writes. */
  readonly signer: Signer
  /** Adds a hub's cosignature to a checkpoint; an RO's node leaves the note as it is. */
  readonly cosign: (note: Uint8Array) => Uint8Array
  /** Seats whose log this node writes: role ro. */
  readonly seats: readonly string[]
  /** hq, or a province's code; undefined for an RO's node. */
  readonly hub: string | undefined
  /** Nodes above this one, by hub; empty at HQ. */
  readonly links: ReadonlyMap<string, Link>
  /** Hash of the folding code. */
  readonly code: string
  /** Versions of the rules that this program has. */
  readonly rulesVersions: readonly number[]
  /** Told of each released checkpoint: how many entries it adds to its log. */
  readonly onCheckpoint?: (entries: number) => void
  /** Something is damaged or wrong: the node must stop. */
  readonly onFailed: (error: unknown) => void
}
