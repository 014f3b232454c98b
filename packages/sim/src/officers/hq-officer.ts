import { checkpointTrustOf, declaredLog, openCheckpoint, type RegisterState, type SignedBytes } from '@khata/ledger'
import type { SeatFrozenInput } from '@khata/proto'
import type { Author } from '../ceremony/author.ts'
import { freezeStatement } from '../ceremony/hq.ts'
import { DrillError } from './drill-error.ts'
import type { NodeClient } from './node-client.ts'
import { readCheckpoint } from './register-reader.ts'

/** HQ's officer at HQ's node. */
export class HqOfficer {
  readonly #client: NodeClient
  readonly #author: Author

  constructor(client: NodeClient, author: Author) {
    this.#client = client
    this.#author = author
  }

  /** Files statements in order; throws at the first refusal. */
  async file(statements: readonly SignedBytes[]): Promise<void> {
    await fileAll(this.#client, statements)
  }

  /** Freezes seats at what HQ itself holds of their logs, under the sequencers' signatures. */
  async freeze(seats: readonly string[], register: RegisterState, now: number): Promise<void> {
    const held = await Promise.all(seats.map((seat) => this.#held(seat, register)))
    await this.file(held.map((frozen) => freezeStatement(frozen, this.#author, now)))
  }

  async #held(seat: string, register: RegisterState): Promise<SeatFrozenInput> {
    const identity = declaredLog(register, seat)
    const note = await readCheckpoint(this.#client, seat)
    if (identity === undefined || note === undefined)
      throw new DrillError('drill/refused', `HQ holds no log of ${seat}`)
    const opened = openCheckpoint(note, checkpointTrustOf(register, identity))
    if (!opened.ok) throw new DrillError('drill/refused', `checkpoint of ${seat}: ${opened.error.code}`)
    const { size, root } = opened.value.checkpoint
    return { seat, size, root }
  }
}

/**
 * All at once on one connection, which keeps their order. A busy node sends one away and takes the next: what is refused
 * because it came before what it follows from is said again once all have been answered.
 */
export async function fileAll(
  client: NodeClient,
  statements: readonly SignedBytes[],
  onFiled: () => void = () => undefined,
): Promise<void> {
  for (let left = statements; left.length > 0; ) {
    const answers = await Promise.all(
      left.map(async (signed) => {
        const answer = await client.submit(signed)
        if (answer.type === 'receipt') onFiled()
        return answer
      }),
    )
    const refusal = answers.find((answer) => answer.type === 'refusal')
    const again = left.filter((_, at) => answers[at]?.type === 'refusal')
    if (refusal !== undefined && again.length === left.length) throw new DrillError('drill/refused', refusal.code)
    left = again
  }
}
