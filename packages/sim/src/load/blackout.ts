import type { Drill } from '../drill/drill.ts'
import { pause } from '../drill/pause.ts'
import { sizesNow, type Sizes } from '../drill/replication.ts'
import type { Ways } from '../drill/ways.ts'
import { until } from '../officers/until.ts'
import type { Bearing } from './bearing.ts'
import { Check, type CheckTold } from './check.ts'
import type { Companion } from './companion.ts'

/** How the links were cut, in milliseconds after the load began, and what came of it. */
export interface BlackoutTold {
  readonly cutAtMs: number
  readonly mendedAtMs: number
  /** Entries that HQ lacked when the links came back. */
  readonly entries: number
  /** From then until every hub held what it had lacked. */
  readonly caughtUpMs: number
}

/** A form sent later than this before the links come back may wait for its answer beyond that. */
const answerMsMax = 5_000

/** The links are away from the first third to the second; the offices work on alone, then all reconnect at once. */
export class Blackout implements Companion {
  readonly #drill: Drill
  readonly #bearing: Bearing
  readonly #ways: Ways
  readonly #thirdMs: number
  #told: BlackoutTold | undefined

  constructor(drill: Drill, bearing: Bearing, ways: Ways, durationMs: number) {
    this.#drill = drill
    this.#bearing = bearing
    this.#ways = ways
    this.#thirdMs = durationMs / 3
  }

  get told(): BlackoutTold | undefined {
    return this.#told
  }

  async play(): Promise<void> {
    const { signal } = this.#drill
    await pause(this.#thirdMs, signal)
    const cutAtMs = this.#bearing.elapsedMs
    this.#ways.cut()
    await pause(this.#thirdMs, signal)
    const before = await sizesNow(this.#drill)
    const mendedAtMs = this.#bearing.elapsedMs
    this.#ways.mend()
    const caughtUp = async () => lacked(this.#drill, before, await sizesNow(this.#drill)).length === 0 || undefined
    await until(caughtUp, {
      what: 'the hubs to have caught up',
      signal,
      everyMs: 100,
      patienceMs: 2 * this.#thirdMs + this.#drill.patienceMs,
    })
    const entries = lacked(this.#drill, before, before).reduce(
      (sum, { hub, count }) => sum + (hub === 'hq' ? count : 0),
      0,
    )
    this.#told = { cutAtMs, mendedAtMs, entries, caughtUpMs: this.#bearing.elapsedMs - mendedAtMs }
  }

  async judge(): Promise<readonly CheckTold[]> {
    const { cutAtMs = 0, mendedAtMs = 0, entries = 0 } = this.#told ?? {}
    const alone = new Check(
      'alone',
      'with all links cut, every form that was sent was answered by its returning officer’s node',
    )
    const lasting = new Check('cut', 'with all links cut, nothing came to HQ, and all of it came afterwards')
    for (const { name, sentAtMs, answeredAtMs = Infinity } of this.#bearing.sentForms) {
      if (sentAtMs < cutAtMs || sentAtMs > mendedAtMs - answerMsMax) continue
      alone.take(answeredAtMs <= mendedAtMs ? undefined : `${name} was answered only when the links were back`)
    }
    if (this.#told !== undefined) lasting.take(entries > 0 ? undefined : 'HQ lacked nothing when the links came back')
    return [alone.told, lasting.told]
  }
}

interface Lacked {
  readonly hub: string
  readonly count: number
}

/** What was written `then` and a hub does not hold `now`. */
function lacked(drill: Drill, { written }: Sizes, { held }: Sizes): readonly Lacked[] {
  return [...held].flatMap(([hub, there]) =>
    drill
      .seatsAt(hub)
      .map(({ seat }) => ({ hub, count: (written.get(seat) ?? 0) - (there.get(seat) ?? 0) }))
      .filter(({ count }) => count > 0),
  )
}
