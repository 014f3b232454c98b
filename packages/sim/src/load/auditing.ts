import { type Form47, sha256, tileWidth, toHex } from '@khata/ledger'
import type { Drill } from '../drill/drill.ts'
import { logLines } from '../drill/log-sizes.ts'
import type { NodeClient } from '../officers/node-client.ts'
import { readEntries } from '../officers/register-reader.ts'
import type { Bearing } from './bearing.ts'
import { Form47Comparison } from './form47-comparison.ts'

/** Seats whose Form 47s are asked for at once: answers of each are some 50 kB at three nodes. */
const seatsAtOnceMax = 24

/** Looks over all nodes while they are under load. */
export class Auditing {
  readonly form47s = new Form47Comparison()
  readonly #drill: Drill
  readonly #bearing: Bearing
  /** Of its own: an answer waits for those that were asked for before it on the same line. */
  readonly #lines: ReadonlyMap<string, NodeClient>
  readonly #reader: NodeClient
  #turn = 0

  constructor(drill: Drill, bearing: Bearing) {
    this.#drill = drill
    this.#bearing = bearing
    this.#lines = new Map(drill.sites.map((site) => [site.site.name, drill.line(site)]))
    this.#reader = drill.line(drill.site('hq'))
  }

  /** The Form 47s of the next few seats at every node that has them, as they are served now. */
  async compareForm47s(): Promise<void> {
    const { seats } = this.#drill.plan
    const next = Array.from(
      { length: Math.min(seatsAtOnceMax, seats.length) },
      () => seats[this.#turn++ % seats.length],
    )
    await this.#compare(next.flatMap((seat) => seat?.seat ?? []))
  }

  /** Those of every seat. */
  async compareAllForm47s(): Promise<void> {
    const all = this.#drill.plan.seats.map(({ seat }) => seat)
    for (let from = 0; from < all.length; from += seatsAtOnceMax)
      await this.#compare(all.slice(from, from + seatsAtOnceMax))
  }

  async #compare(names: readonly string[]): Promise<void> {
    const seats = names.flatMap((seat) => this.sitesWith(seat).map((site) => [seat, site] as const))
    await Promise.all(
      seats.map(async ([seat, site]) => {
        const { status, bytes } = (await this.#lines.get(site)?.get(`/v1/seats/${seat}/form47`)) ?? {}
        if (status !== 200 || bytes === undefined) return
        const { log, register } = JSON.parse(new TextDecoder().decode(bytes)) as Form47
        const hash = toHex(sha256(bytes))
        const at = { generation: log.generation, size: log.size, register: register.size }
        this.#bearing.checks.form47.take(this.form47s.take({ site, seat, hash, ...at }))
      }),
    )
  }

  /** Reads back at HQ what was acknowledged, as far as HQ has it. */
  async readBack(): Promise<void> {
    const { acknowledged, checks } = this.#bearing
    const lines = await logLines(this.#reader)
    for (const log of acknowledged.logs) {
      const size = lines.get(log)?.size ?? 0
      const from = acknowledged.owedFrom(log)
      if (from === undefined || from >= size) continue
      let first = from - (from % tileWidth)
      for await (const entries of readEntries(this.#reader, log, size, from)) {
        for (const outcome of acknowledged.readBack(log, first, entries)) checks.entries.take(outcome)
        first += entries.length
      }
    }
  }

  /** Returning officer, province and HQ. */
  sitesWith(seat: string): readonly string[] {
    const province = this.#drill.plan.seats.find((one) => one.seat === seat)?.province ?? ''
    return [this.#drill.roSite(seat).site.name, province, 'hq']
  }
}
