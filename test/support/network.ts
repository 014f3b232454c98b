import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  invariant,
  type OpenedStatement,
  type SignedBytes,
  toBase64,
  toHex,
  type Trust,
  trustJson,
} from '@khata/ledger'
import { type FixtureElection, fixtureElection, type FixtureOptions } from '@khata/ledger/fixture'
import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { checkpointOver, indexIn, submit, until } from './client.ts'
import { NodeProcess } from './node-process.ts'
import type { LocalTopology } from './topology.ts'

export const seatName = 'NA-1'

/** A node and its site's nats-server. */
export interface Place {
  readonly nats: NatsServer
  readonly node: NodeProcess
}

/** How the sites are connected; by default as on one machine. */
export interface Wiring {
  /** Of the sites `hq`, `punjab` and `ro`: its servers run, and the nodes have the connections that it gives them. */
  readonly topology?: LocalTopology
  /** The address under which the RO's office reaches a hub's server. */
  readonly wayUp?: (url: string) => Promise<string>
  /** Neither the province nor HQ ever answers the RO's node. */
  readonly roIsCutOff?: boolean
}

const direct = (url: string): Promise<string> => Promise.resolve(url)

/** No server listens on the port for "discard". */
const nowhere = (): Promise<string> => Promise.resolve('nats://127.0.0.1:9')

/** HQ, one province and one RO's office, each with its own server, on the keys of a fixture's election. */
export class Network implements AsyncDisposable {
  readonly election: FixtureElection
  readonly hq: Place
  readonly province: Place
  readonly ro: Place
  /** The fixture's, but that one node writes both the register and HQ's intake. */
  readonly trust: Trust
  readonly trustFile: string
  readonly #folder: string

  private constructor(election: FixtureElection, folder: string, places: { hq: Place; province: Place; ro: Place }) {
    this.election = election
    this.#folder = folder
    this.trust = trustOf(election)
    this.trustFile = join(folder, 'trust.json')
    this.hq = places.hq
    this.province = places.province
    this.ro = places.ro
  }

  /** Starts everything; the register is written and the seat's log is open, unless the RO reaches nobody. */
  static async start(options: FixtureOptions = {}, wiring: Wiring = {}): Promise<Network> {
    const { topology, roIsCutOff = false, wayUp = roIsCutOff ? nowhere : direct } = wiring
    const election = fixtureElection({ ...options, seats: [seatName], until: 'register' })
    const folder = await mkdtemp(join(tmpdir(), 'khata-network-'))
    await writeFile(join(folder, 'trust.json'), trustJson(trustOf(election)))
    const [hqNats, provinceNats, roNats] = await serversOf(topology)
    const secretOf = (name: string) => election.actor(name).secret
    const above = { punjab: { hub: 'punjab', url: provinceNats.url }, hq: { hub: 'hq', url: hqNats.url } }
    const place = async (name: string, nats: NatsServer, config: object, secrets: readonly string[]) => {
      const [secret = '', cosigner] = secrets
      const node = await NodeProcess.make({
        folder: join(folder, name),
        config: {
          name,
          trust: '../trust.json',
          nats: { url: nats.url },
          ...config,
          ...(await topology?.nodeConfig(name)),
        },
        secret: secretOf(secret),
        ...(cosigner !== undefined && { cosignerSecret: secretOf(cosigner) }),
      })
      await topology?.giveSeed(name, node.folder)
      return { nats, node }
    }
    const hq = await place('hq', hqNats, { role: 'hq', hub: 'hq' }, ['hub/hq', 'cosigner/hq'])
    const upstreams = [above.hq]
    const province = await place('punjab', provinceNats, { role: 'province', hub: 'punjab', upstreams }, [
      'hub/punjab',
      'cosigner/punjab',
    ])
    const farUp = [above.punjab, above.hq].map(async ({ hub, url }) => ({ hub, url: await wayUp(url) }))
    const roConfig = { role: 'ro', seats: [seatName], upstreams: await Promise.all(farUp) }
    const ro = await place('ro', roNats, roConfig, [`sequencer/${seatName}`])
    const network = new Network(election, folder, { hq, province, ro })
    await network.#open(roIsCutOff)
    return network
  }

  get places(): readonly Place[] {
    return [this.hq, this.province, this.ro]
  }

  /** Lists, officers and keys through the RO, then HQ's freeze; resolves when the seat's log has pinned it. */
  async prepareSeat(): Promise<void> {
    const listed = await this.listSeat()
    await this.freeze(listed)
    await this.untilFrozen()
  }

  /** Lists, officers and keys through the RO; answers with the receipts. */
  async listSeat(): Promise<readonly Uint8Array[]> {
    const seat = this.election.seat(seatName)
    seat.open()
    seat.list()
    const said = seat.log.entries.flatMap(({ statement }) => (statement.ok ? [statement.value] : []))
    const receipts: Uint8Array[] = []
    for (const one of said) {
      if (one.statement.body !== 'logOpened') receipts.push(await this.must(this.ro, signedOf(one)))
    }
    return receipts
  }

  /** HQ freezes what it holds of the seat, the entries of these receipts among it. */
  async freeze(listed: readonly Uint8Array[]): Promise<void> {
    const { size, root } = await checkpointOver(this.hq.node.url, seatName, listed)
    const seatFrozen = { seat: seatName, size, root }
    await this.must(this.hq, this.election.hq.say('', { body: 'seatFrozen', seatFrozen }))
  }

  async untilFrozen(): Promise<void> {
    await until(
      async () => ((await statusOf(this.ro, seatName))?.frozen === true ? true : undefined),
      'the frozen seat at the RO',
    )
  }

  /** Submits what must be logged; answers with the receipt. */
  async must({ node }: Place, signed: SignedBytes): Promise<Uint8Array> {
    const { status, code, bytes } = await submit(node.url, signed)
    invariant(status === 200, `not logged: ${status} ${code} ${new TextDecoder().decode(bytes)}`)
    return bytes
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.places.map(({ node }) => node.kill()))
    await Promise.all(this.places.map(({ nats }) => nats.stop()))
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #open(roIsCutOff: boolean): Promise<void> {
    const ceremony = join(this.#folder, 'ceremony.json')
    const said = registerStatements(this.election)
    await writeFile(ceremony, JSON.stringify({ orders: said.flatMap(orderIn) }))
    await this.#mustInit(this.hq.node, '--ceremony', ceremony)
    for (const { node } of [this.province, this.ro]) await this.#mustInit(node)
    await Promise.all(this.places.map(({ node }) => node.start()))
    const enrolments = said.filter(({ statement }) => statement.body === 'keyEnrolled')
    for (const one of enrolments) {
      if (roIsCutOff) await this.must(this.hq, signedOf(one))
      else await this.mustPin(signedOf(one))
    }
  }

  /** Says in the register what concerns the seat; resolves when the seat's log has pinned it. */
  async mustPin(signed: SignedBytes): Promise<void> {
    const index = indexIn(await this.must(this.hq, signed))
    await this.#untilAtRo(({ pin }) => pin > index, `the seat's log with entry ${index} of the register pinned`)
  }

  /** Says in the register what the seat's log need not pin; resolves when the RO's node has it. */
  async mustReach(signed: SignedBytes): Promise<void> {
    const index = indexIn(await this.must(this.hq, signed))
    await this.#untilAtRo(({ size }) => size > index, `entry ${index} of the register at the RO`)
  }

  async #untilAtRo(holds: (register: SeatStatus['register']) => boolean, what: string): Promise<void> {
    await until(async () => {
      const register = (await statusOf(this.ro, seatName))?.register
      return register !== undefined && holds(register) ? true : undefined
    }, what)
  }

  async #mustInit(node: NodeProcess, ...options: readonly string[]): Promise<void> {
    const { code, err } = await node.init(...options)
    invariant(code === 0, `khata init: ${err}`)
  }
}

export interface SeatStatus {
  readonly frozen: boolean
  readonly register: { readonly pin: number; readonly size: number }
  readonly log: { readonly size: number; readonly sequencing: boolean; readonly epoch: number }
  readonly replicas: readonly { readonly hub: string; readonly held: number }[]
  readonly issued: { readonly stage: number } | null
  readonly stations: Readonly<Record<string, number>>
}

export async function statusOf({ node }: Place, seat: string): Promise<SeatStatus | undefined> {
  const response = await fetch(new URL(`/v1/seats/${seat}`, node.url))
  return response.status === 200 ? ((await response.json()) as SeatStatus) : undefined
}

async function serversOf(topology: LocalTopology | undefined): Promise<readonly [NatsServer, NatsServer, NatsServer]> {
  const startAt = async (site: string): Promise<NatsServer> => {
    if (topology === undefined) return await startNatsServer()
    const [server] = await topology.start(site)
    invariant(server !== undefined, 'a site has a server')
    await topology.makeStreams(site)
    return server
  }
  return await Promise.all([startAt('hq'), startAt('punjab'), startAt('ro')])
}

function trustOf(election: FixtureElection): Trust {
  return { ...election.trust, registerKey: election.hubSequencer('hq').keyHex }
}

/** The register's statements but for its opening, which HQ's node says itself. */
function registerStatements(election: FixtureElection): readonly OpenedStatement[] {
  return election.register.entries.flatMap(({ statement }) => (statement.ok ? [statement.value] : []))
}

function orderIn({ statement }: OpenedStatement) {
  if (statement.body !== 'rootOrder') return []
  const { order, approvals } = statement.rootOrder
  return [
    {
      order: toBase64(order),
      approvals: approvals.map(({ key, signature }) => ({ key: toHex(key), signature: toHex(signature) })),
    },
  ]
}

function signedOf({ bytes, signature }: OpenedStatement): SignedBytes {
  return { statement: bytes, signature }
}
