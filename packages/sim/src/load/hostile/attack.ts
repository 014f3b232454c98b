import { invariant, type SignedBytes } from '@khata/ledger'
import { submissionBytesMax } from '@khata/node'
import { decodeSignedStatement, encodeSignedStatement } from '@khata/proto'
import pLimit from 'p-limit'
import { drillKey } from '../../ceremony/drill-key.ts'
import { poKeyName } from '../../ceremony/seat.ts'
import { formOf } from '../../drill/devices.ts'
import type { Drill } from '../../drill/drill.ts'
import type { RunningSite } from '../../drill/network.ts'
import { repeatedly } from '../../drill/pause.ts'
import { type Seeded, seededFrom } from '../../election/seeded.ts'
import { Check, type CheckTold } from '../check.ts'
import type { Companion } from '../companion.ts'
import { Aftermath } from './aftermath.ts'
import { forged } from './forged.ts'
import { garbage, oversized, type Shot } from './garbage.ts'
import { PublicLogs } from './public-log.ts'
import { Replays } from './replays.ts'
import { get, submission } from './requests.ts'
import { slowWays } from './slow.ts'
import { type HostileKind, type HostileTold, Toll } from './toll.ts'
import { floodFault, refusalFault } from './verdict.ts'
import { type Asking, exchange, linger } from './wire.ts'

/** Connections of one flood at one node, and requests that each sends without waiting. */
const floodConnections = 64
const floodRequests = 8

/** Other connections of the attacker at once. */
const connectionsMax = 16

/** Between two rounds of each kind. */
const roundEveryMs = 1_000

const replaysInRound = 24

/** Beyond a node's own 12 and 15 seconds, on a machine that plays a whole night. */
const patienceMs = 45_000

/** What somebody who means harm does beside the officers, while the forms come in. */
export class Attack implements Companion {
  readonly #answered = new Check('hostile-refused', 'what was hostile was refused with a documented code or cut off')
  readonly #flooded = new Check('hostile-floods', 'requests of a flood were answered, or refused as what is hostile')
  readonly #replayed = new Check('hostile-replays', 'a replay is answered with the receipt of the entry that there is')
  readonly #ended = new Check('hostile-slow', 'slow connections were ended within the node’s limits')
  readonly #drill: Drill
  readonly #toll = new Toll()
  readonly #logs: PublicLogs
  readonly #replays: Replays
  readonly #aftermath: Aftermath
  readonly #limit = pLimit(connectionsMax)
  /** One for each kind, so that none depends on how far another came. */
  readonly #chances: Readonly<Record<HostileKind, Seeded>>

  constructor(drill: Drill, seed: number) {
    this.#drill = drill
    this.#logs = new PublicLogs(drill)
    this.#replays = new Replays(drill)
    this.#aftermath = new Aftermath(drill)
    const next = seededFrom(seed, hostileStream)
    this.#chances = {
      flood: next(),
      garbage: next(),
      oversized: next(),
      slow: next(),
      forged: next(),
      replay: next(),
    }
  }

  get told(): readonly HostileTold[] {
    return this.#toll.told
  }

  /** Goes on until the signal, and comes back when the last connection has ended. */
  async play(signal: AbortSignal): Promise<void> {
    await this.#aftermath.begin()
    await this.#logs.readOn()
    const rounds = [
      () => this.#flood(),
      () => this.#garbage(),
      () => this.#oversize(),
      () => this.#forge(),
      () => this.#replay(),
    ]
    await Promise.all([this.#linger(), ...rounds.map((round) => repeatedly(roundEveryMs, signal, round))])
  }

  /** Looks at every node and every entry too. */
  async judge(): Promise<readonly CheckTold[]> {
    await this.#aftermath.look()
    const own = [this.#answered, this.#flooded, this.#replayed, this.#ended].map(({ told }) => told)
    return [...own, ...this.#aftermath.checks]
  }

  async #flood(): Promise<void> {
    const site = this.#anySite(this.#chances.flood)
    const paths = ['/v1/tally', '/v1/logs', '/metrics', '/v1/cross-seat', ...this.#drill.plan.seats.flatMap(formPaths)]
    const bursts = Array.from({ length: floodConnections }, () =>
      Array.from({ length: floodRequests }, () => get(pickFrom(this.#chances.flood, paths))),
    )
    await Promise.all(
      bursts.map(async (burst) => {
        const told = await exchange(this.#asking(site), Buffer.concat(burst), burst.length)
        this.#toll.take('flood', told, burst.length)
        this.#flooded.take(floodFault(told, burst.length))
      }),
    )
  }

  async #garbage(): Promise<void> {
    const chance = this.#chances.garbage
    const { said } = pickFrom(chance, this.#logs.entries)
    const sample = encodeSignedStatement({ statement: said.bytes, signature: said.signature })
    await this.#fireAll('garbage', garbage(chance, sample), this.#anySite(chance))
  }

  async #oversize(): Promise<void> {
    await this.#fireAll('oversized', oversized(submissionBytesMax), this.#anySite(this.#chances.oversized))
  }

  async #forge(): Promise<void> {
    const chance = this.#chances.forged
    const { plan, election, seed } = this.#drill
    const seat = pickFrom(chance, plan.seats)
    const polled = seat.stations.flatMap((station) => (station.figures ? [{ station, figures: station.figures }] : []))
    const { station, figures } = pickFrom(chance, polled)
    const foreign = pickFrom(chance, this.#stationsOutside(seat.seat))
    const shots = forged({
      election,
      seat: seat.seat,
      form: formOf(this.#drill, seat, station, figures),
      id: () => Uint8Array.from({ length: 16 }, () => chance.integer(0, 255)),
      stranger: drillKey(seed, `nobody/${chance.integer(0, 0xffff)}`),
      officer: drillKey(seed, poKeyName(seat.seat, station)),
      foreigner: drillKey(seed, poKeyName(foreign.seat, foreign.station)),
    })
    for (const site of this.#drill.sites) await this.#fireAll('forged', shots, site)
  }

  /** The newest, which the nodes may still be busy with, and any others. */
  async #replay(): Promise<void> {
    const chance = this.#chances.replay
    await this.#logs.readOn()
    const { entries } = this.#logs
    const chosen = Array.from({ length: replaysInRound }, (_, at) =>
      at % 2 === 0 ? pickFrom(chance, entries.slice(-replaysInRound)) : pickFrom(chance, entries),
    )
    await Promise.all(
      chosen.flatMap((entry) =>
        this.#drill.sites.map(async (site) => {
          const body = encodeSignedStatement({ statement: entry.said.bytes, signature: entry.said.signature })
          const told = await this.#limit(() => exchange(this.#asking(site), submission(body)))
          this.#toll.take('replay', told)
          const log = this.#replays.logAt(site, entry)
          const [receipt] = told.answers
          if (log === undefined || receipt?.status !== 200) this.#takeRefusal(site, 'a replay', refusalFault(told))
          else this.#replayed.take(this.#replays.fault(log, entry, receipt.body))
        }),
      ),
    )
  }

  async #linger(): Promise<void> {
    await Promise.all(
      this.#drill.sites.flatMap((site) =>
        slowWays.map(async (way) => {
          const told = await linger({ ...this.#asking(site), patienceMs: way.endedWithinMs }, way)
          this.#toll.take('slow', told)
          const late = `${site.site.name}, ${way.what}: not ended within ${way.endedWithinMs} ms`
          this.#ended.take(told.ended ? undefined : late)
        }),
      ),
    )
  }

  async #fireAll(kind: HostileKind, shots: readonly Shot[], site: RunningSite): Promise<void> {
    await Promise.all(
      shots.map(async ({ what, bytes, body }) => {
        const signed = body && signedIn(body)
        if (signed !== undefined) this.#aftermath.never(signed)
        const told = await this.#limit(() => exchange(this.#asking(site), bytes))
        this.#toll.take(kind, told)
        this.#takeRefusal(site, what, refusalFault(told))
      }),
    )
  }

  #takeRefusal({ site }: RunningSite, what: string, fault: string | undefined): void {
    this.#answered.take(fault && `${site.name}, ${what}: ${fault}`)
  }

  #stationsOutside(target: string) {
    const { plan } = this.#drill
    const isIn = (building = ''): boolean => this.#drill.stationsOf(building).some(([{ seat }]) => seat === target)
    return plan.seats
      .filter(({ seat }) => seat !== target)
      .flatMap(({ seat, stations }) =>
        stations.filter(({ physicalStation }) => !isIn(physicalStation)).map((station) => ({ seat, station })),
      )
  }

  #anySite(chance: Seeded): RunningSite {
    return pickFrom(chance, this.#drill.sites)
  }

  #asking({ url }: RunningSite): Asking {
    return { url, signal: this.#drill.signal, patienceMs }
  }
}

/** Beyond the streams of the election and of the night. */
const hostileStream = 3_000

function formPaths({ seat }: { readonly seat: string }): readonly string[] {
  return [`/v1/seats/${seat}/form47`, `/v1/seats/${seat}/officers`, `/v1/logs/${seat}/checkpoint`]
}

function signedIn(body: Uint8Array): SignedBytes | undefined {
  const decoded = decodeSignedStatement(body)
  return decoded.ok ? decoded.value : undefined
}

function pickFrom<T>(chance: Seeded, [first, ...others]: readonly T[]): T {
  invariant(first !== undefined, 'there is something to pick from')
  return chance.pick([first, ...others])
}
