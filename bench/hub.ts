import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rulesVersions } from '@khata/ledger'
import type { FixtureElection } from '@khata/ledger/fixture'
import {
  connectNats,
  cosigner,
  JetStreamEventLog,
  KhataNode,
  type Link,
  type LinkServer,
  type LinkVerb,
  openImageFolder,
  openLevelStore,
  PortUnavailable,
  systemClock,
  type VerifierPool,
} from '@khata/node'
import { FixtureLink } from './fixture-link.ts'
import { type OfficePlan, openRoOffice, type RoOffice, silentJournal, until } from './ro-office.ts'

export interface HubPlan {
  readonly election: FixtureElection
  readonly folder: string
  /** The hub's own nats-server. */
  readonly natsUrl: string
  readonly pool: VerifierPool
}

/** A province's node in this process, on real adapters; what offices ask it goes by calls. */
export interface Hub extends AsyncDisposable {
  readonly node: KhataNode
  readonly link: MeteredLink
}

export async function openHub({ election, folder, natsUrl, pool }: HubPlan): Promise<Hub> {
  await mkdir(folder, { recursive: true })
  const store = await openLevelStore(join(folder, 'data'))
  const session = connectNats({ url: natsUrl, name: 'bench-hub' })
  await session.ready(AbortSignal.timeout(10_000))
  const eventLog = new JetStreamEventLog(session, election.trust.election)
  const images = await openImageFolder(join(folder, 'images'))
  const answers = new Map<LinkVerb, Answer>()
  const server: LinkServer = {
    serve: (verb, answer) => void answers.set(verb, answer),
    [Symbol.asyncDispose]: async () => undefined,
  }
  const sequencer = election.hubSequencer('punjab')
  const cosigning = election.actor('cosigner/punjab')
  const node = await KhataNode.open(
    {
      name: 'bench-hub',
      role: 'province',
      site: { store, eventLog, images, verifier: pool, clock: systemClock, marker: undefined, journal: silentJournal },
      trust: election.trust,
      signer: { key: sequencer.key, sign: (message) => sequencer.sign(message) },
      cosign: cosigner(election.trust, 'punjab', {
        signer: { key: cosigning.key, sign: (message) => cosigning.sign(message) },
        clock: systemClock,
      }),
      seats: [],
      hub: 'punjab',
      links: new Map([['hq', new FixtureLink(election)]]),
      code: 'bench',
      rulesVersions,
      onFailed: (error) => {
        throw error
      },
    },
    server,
  )
  return {
    node,
    link: new MeteredLink(answers),
    [Symbol.asyncDispose]: async () => {
      await node.stop()
      await session[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

export interface OfficeAndHub extends AsyncDisposable {
  readonly office: RoOffice
  readonly hub: Hub
}

/** An office that brings its log to a province in the folder `hub` beside it. @param natsUrl the province's own server. */
export async function openOfficeAndHub(plan: Omit<OfficePlan, 'province'>, natsUrl: string): Promise<OfficeAndHub> {
  const opened = Promise.withResolvers<Hub>()
  const province = async (election: FixtureElection): Promise<Link> => {
    const hub = await openHub({ election, folder: join(plan.folder, 'hub'), natsUrl, pool: plan.pool })
    opened.resolve(hub)
    return hub.link
  }
  const office = await openRoOffice({ ...plan, province })
  const hub = await opened.promise
  return {
    office,
    hub,
    [Symbol.asyncDispose]: async () => {
      await office[Symbol.asyncDispose]()
      await hub[Symbol.asyncDispose]()
    },
  }
}

/** The hub holds all that the office holds. */
export async function replicated({ office, hub }: OfficeAndHub): Promise<void> {
  const sizeAt = ({ logs }: KhataNode): number => logs.fold('NA-1')?.size ?? 0
  await until(() => sizeAt(hub.node) > 0 && sizeAt(hub.node) === sizeAt(office.node))
}

type Answer = (log: string, payload: Uint8Array) => Promise<Uint8Array>

/** A link that counts what it carries. */
export class MeteredLink implements Link {
  #bytes = 0
  readonly #answers: ReadonlyMap<LinkVerb, Answer>

  constructor(answers: ReadonlyMap<LinkVerb, Answer>) {
    this.#answers = answers
  }

  /** Requests and replies, without what NATS adds to each: subject, reply subject, lengths. */
  get bytes(): number {
    return this.#bytes
  }

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const answer = this.#answers.get(verb)
    if (answer === undefined) throw new PortUnavailable('link/failed: away')
    const reply = await answer(log, payload)
    this.#bytes += payload.length + reply.length
    return reply
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
