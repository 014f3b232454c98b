import {
  appendLeaf,
  emptyFrontier,
  formatOrigin,
  type Frontier,
  frontierRoot,
  noteKey,
  parsePublicKey,
  signCheckpoint,
} from '@khata/ledger'
import type { Actor, FixtureElection, FixtureLog } from '@khata/ledger/fixture'
import { decodePullRequest, encodePullReply } from '@khata/proto'
import { type Link, type LinkVerb, PortUnavailable } from '@khata/node'

/** Entries of one frame that the link gives. */
const frameEntriesMax = 400

/** HQ as an RO's node sees it: gives the fixture's register, and is away for everything else. */
export class FixtureLink implements Link {
  readonly #election: FixtureElection

  constructor(election: FixtureElection) {
    this.#election = election
  }

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const request = verb === 'pull' ? decodePullRequest(payload) : undefined
    if (request?.ok !== true || log !== 'register') throw new PortUnavailable('link/failed: away')
    return this.#pull(request.value.from)
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #pull(from: number): Uint8Array {
    const { register, registerSequencer } = this.#election
    const frame = frameOf(this.#election, register, { sequencer: registerSequencer, from })
    return encodePullReply({ size: register.fold.size, ...frame, code: '' })
  }
}

/** The next entries of a fixture's log with the checkpoint that covers exactly them. */
export function frameOf(
  election: FixtureElection,
  log: FixtureLog,
  place: { readonly sequencer: Actor; readonly from: number },
) {
  const to = Math.min(log.entries.length, place.from + frameEntriesMax)
  const entries = log.entries.slice(place.from, to).map(({ bytes }) => bytes)
  const checkpoint = checkpointOf(election, log, { sequencer: place.sequencer, size: to })
  return { entries, checkpoint }
}

const frontiers = new WeakMap<FixtureLog, Frontier[]>()

/** The signed checkpoint of the first `size` entries. */
export function checkpointOf(
  election: FixtureElection,
  log: FixtureLog,
  { sequencer, size }: { readonly sequencer: Actor; readonly size: number },
): Uint8Array {
  const { domain } = election.trust
  const { generation, epoch } = log.fold
  const origin = formatOrigin({ domain, election: election.trust.election, log: log.name, generation })
  const key = parsePublicKey(sequencer.key)
  if (!key.ok) throw new Error('a fixture has usable keys')
  const root = frontierRoot(frontierAt(log, size))
  return signCheckpoint({ origin, size, root, epoch }, noteKey(origin, 'ed25519', key.value), (message) =>
    sequencer.sign(message),
  )
}

function frontierAt(log: FixtureLog, size: number): Frontier {
  const known = frontiers.get(log) ?? [emptyFrontier]
  frontiers.set(log, known)
  for (let at = known.length - 1; at < size; at += 1) {
    const leaf = log.entries[at]?.leaf
    if (leaf === undefined) throw new Error(`no entry ${at}`)
    known.push(appendLeaf(known[at] as Frontier, leaf))
  }
  return known[size] as Frontier
}
