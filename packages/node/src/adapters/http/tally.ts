import {
  type ChannelCounts,
  crossSeatJson,
  crossSeatText,
  emptyTally,
  judgedAtRegisterSize,
  type LogFold,
  seatSummary,
  tallyJson,
  tallyTable,
  tallyText,
  updateTally,
} from '@khata/ledger'
import type { FastifyInstance } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { crossSeatMsMin } from './limits.ts'
import type { HttpContext } from './server.ts'
import { type Formatted, sendForm, shown, type ShownForm } from './shown-form.ts'

/** The seats that this node holds, together. */
export function tallyRoutes(server: FastifyInstance, { node }: HttpContext): void {
  const keeper = new TallyKeeper(node)
  server.get<Formatted>('/v1/tally', async (request, reply) => sendForm(reply, request, await keeper.tally()))
  server.get<Formatted>('/v1/cross-seat', (request, reply) => sendForm(reply, request, keeper.crossSeat()))
}

/** One tally of a node's seats, told only of those that have changed since it was last asked for. */
class TallyKeeper {
  readonly #node: KhataNode
  readonly #tally = emptyTally()
  readonly #toldOf = new Map<string, string>()
  #crossSeat: { readonly found: ShownForm; readonly at: number } | undefined

  constructor(node: KhataNode) {
    this.#node = node
  }

  async tally(): Promise<ShownForm | 'unavailable'> {
    const channels = await this.#channels()
    const { register } = this.#node
    if (register.election === undefined) return 'unavailable'
    for (const fold of this.#seats()) {
      if (fold.content.kind !== 'seat') continue
      const at = `${fold.generation}/${fold.size}/${judgedAtRegisterSize(fold, register)}`
      if (this.#toldOf.get(fold.log) === at) continue
      updateTally(this.#tally, seatSummary(fold, fold.content.seat, register))
      this.#toldOf.set(fold.log, at)
    }
    return shown(tallyJson(this.#tally, register, channels), tallyText, tallyTable)
  }

  /** Looks at every station of every seat: once in a while, however often it is asked for. */
  crossSeat(): ShownForm | 'unavailable' {
    const { register } = this.#node
    if (register.election === undefined) return 'unavailable'
    const now = performance.now()
    if (this.#crossSeat !== undefined && now - this.#crossSeat.at < crossSeatMsMin) return this.#crossSeat.found
    const found = shown(crossSeatJson(this.#seats(), register), crossSeatText)
    this.#crossSeat = { found, at: now }
    return found
  }

  async #channels(): Promise<ReadonlyMap<string, ChannelCounts> | null> {
    const seats = await this.#node.crossCheck()
    if (seats === undefined) return null
    return new Map(
      seats.map(({ seat, filed, found, refused, missing, different }) => [
        seat,
        { filed, found, refused, missing: missing.length, different: different.length },
      ]),
    )
  }

  #seats(): readonly LogFold[] {
    const { logs } = this.#node
    const folds = [...logs.all.keys()].flatMap((log) => logs.fold(log) ?? [])
    return folds.filter(({ content }) => content.kind === 'seat')
  }
}
