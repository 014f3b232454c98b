import { type Destination, type DestinationTrust, destinationTrust, httpTransport, type Transport } from '@khata/device'
import { invariant, type RegisterState, type Trust } from '@khata/ledger'
import { Author } from '../ceremony/author.ts'
import { drillKey } from '../ceremony/drill-key.ts'
import { hqKeyName } from '../ceremony/hq.ts'
import { roKeyName } from '../ceremony/seat.ts'
import type { ElectionPlan, SeatPlan, StationPlan } from '../election/plan.ts'
import { DrillClock } from '../officers/drill-clock.ts'
import { HqOfficer } from '../officers/hq-officer.ts'
import { type NodeClient, nodeClient } from '../officers/node-client.ts'
import type { SeatLists } from '../officers/posts.ts'
import type { PresidingOfficer } from '../officers/presiding-officer.ts'
import { readRegister } from '../officers/register-reader.ts'
import { ReturningOfficer } from '../officers/returning-officer.ts'
import { Crew } from './crew.ts'
import type { RunningSite } from './network.ts'
import { pipelinedExchange } from './pipelined.ts'
import type { Progress } from './progress.ts'
import type { Ways } from './ways.ts'

/** The actors of one night, and their lines to the nodes. */
export class Drill {
  readonly plan: ElectionPlan
  /** With its mode. */
  readonly election: string
  readonly seed: string
  /** The work folder. */
  readonly dir: string
  readonly trust: Trust
  readonly signal: AbortSignal
  readonly progress: Progress
  readonly clock = new DrillClock()
  /** Every officer's line to a node. */
  readonly lines = new Crew()
  readonly transport: Transport
  readonly hqAuthor: Author
  readonly ros = new Map<string, ReturningOfficer>()
  readonly lists = new Map<string, SeatLists>()
  readonly pos = new Map<string, Promise<PresidingOfficer>>()
  readonly #sites = new Map<string, RunningSite>()
  readonly #offices = new Map<string, RunningSite>()
  readonly #clients = new Map<string, NodeClient>()
  readonly #trusts = new Map<string, DestinationTrust>()
  readonly #buildings: ReadonlyMap<string, readonly (readonly [SeatPlan, StationPlan])[]>
  #register: RegisterState | undefined

  constructor(start: DrillStart) {
    this.plan = start.plan
    this.election = start.election
    this.seed = start.seed
    this.dir = start.dir
    this.trust = start.trust
    this.signal = start.signal
    this.progress = start.progress
    const exchange = pipelinedExchange(this.lines)
    this.transport = httpTransport((request) => {
      const isCutOff = start.ways?.areCut === true && request.address === this.site('hq').url
      return isCutOff ? Promise.reject(new Error('no way to HQ')) : exchange(request)
    })
    this.hqAuthor = this.author(hqKeyName)
    this.#buildings = buildingsOf(start.plan)
  }

  /** The polls held in one building: its number in an NA seat, in a PA seat, or in both. */
  stationsOf(building: string): readonly (readonly [SeatPlan, StationPlan])[] {
    return this.#buildings.get(building) ?? []
  }

  author(keyName: string): Author {
    return new Author(this.election, drillKey(this.seed, keyName))
  }

  addSites(sites: readonly RunningSite[]): void {
    for (const running of sites) {
      this.#sites.set(running.site.name, running)
      if (running.site.role === 'ro') for (const seat of running.site.seats) this.#offices.set(seat, running)
    }
  }

  /** How long the network may take over one step: one machine plays all of it. */
  get patienceMs(): number {
    return 60_000 + 1_000 * this.plan.seats.length
  }

  get sites(): readonly RunningSite[] {
    return [...this.#sites.values()]
  }

  /** The line that everybody shares for reading at a site. */
  client(site: string): NodeClient {
    const known = this.#clients.get(site) ?? this.line(this.site(site))
    this.#clients.set(site, known)
    return known
  }

  /** A line of one officer's own, which keeps the order of what the officer says. */
  line(site: RunningSite): NodeClient {
    return this.lines.use(nodeClient(site.url, this.signal))
  }

  site(name: string): RunningSite {
    const site = this.#sites.get(name)
    invariant(site !== undefined, `no site ${name}`)
    return site
  }

  /** Seats whose logs a site holds: the office's own, the province's, or all. */
  seatsAt(name: string): readonly SeatPlan[] {
    const { site } = this.site(name)
    if (site.role === 'hq') return this.plan.seats
    return this.plan.seats.filter(({ seat, province }) =>
      site.role === 'ro' ? site.seats.includes(seat) : site.hub === province,
    )
  }

  roSite(seat: string): RunningSite {
    const found = this.#offices.get(seat)
    invariant(found !== undefined, `no returning officer of ${seat}`)
    return found
  }

  get hq(): HqOfficer {
    return new HqOfficer(this.client('hq'), this.hqAuthor)
  }

  /** The seat's returning officer, with a line of his own. */
  ro(seat: string): ReturningOfficer {
    const known =
      this.ros.get(seat) ?? new ReturningOfficer(seat, this.line(this.roSite(seat)), this.author(roKeyName(seat)))
    this.ros.set(seat, known)
    return known
  }

  /** Reads the register from HQ and verifies it; officers and devices believe this one from now on. */
  async refreshRegister(): Promise<RegisterState> {
    this.#register = await readRegister(this.client('hq'), this.trust)
    this.#trusts.clear()
    return this.#register
  }

  get register(): RegisterState {
    invariant(this.#register !== undefined, 'the register has been read')
    return this.#register
  }

  /** Where a seat's Form 45 goes: to its returning officer and, independently, to HQ. */
  destinations(seat: SeatPlan): readonly Destination[] {
    return [
      { name: 'ro', kind: 'ro', log: seat.seat, address: this.roSite(seat.seat).url },
      { name: 'hq', kind: 'hq', log: 'intake-hq', address: this.site('hq').url },
    ]
  }

  readonly trustOf = ({ log }: Destination): DestinationTrust | undefined => {
    const known = this.#trusts.get(log) ?? destinationTrust(this.register, log)
    if (known !== undefined) this.#trusts.set(log, known)
    return known
  }
}

export interface DrillStart
  extends Pick<Drill, 'plan' | 'election' | 'seed' | 'dir' | 'trust' | 'signal' | 'progress'> {
  /** While they are cut, no device reaches HQ: only the returning officer's own network is there. */
  readonly ways?: Ways | undefined
}

function buildingsOf(plan: ElectionPlan): ReadonlyMap<string, readonly (readonly [SeatPlan, StationPlan])[]> {
  const all = plan.seats.flatMap((seat) => seat.stations.map((station) => [seat, station] as const))
  return Map.groupBy(
    all.filter(([, { physicalStation }]) => physicalStation !== undefined),
    ([, { physicalStation = '' }]) => physicalStation,
  )
}
