import { toHex } from '@khata/ledger'
import { decodePartRequest, encodePartReply, type PartReplyInput } from '@khata/proto'
import type { Clock, LinkServer, LinkVerb } from '../ports.ts'
import { linkPayloadBytesMax } from '../replica/limits.ts'
import { PartTable } from '../replica/part-table.ts'
import { markedPart, pack, unpack } from './parts.ts'

type Answer = (log: string, payload: Uint8Array) => Promise<Uint8Array>

const emptyReply = { held: 0, answerTotal: 0, answer: new Uint8Array(0), code: '' }
const idBytes = 16

/** Answers requests that come whole, and puts together those that a `PartedLink` sends in pieces. */
export class PartedLinkServer implements LinkServer {
  readonly #server: LinkServer
  readonly #clock: Pick<Clock, 'now'>
  readonly #table = new PartTable()

  constructor(server: LinkServer, clock: Pick<Clock, 'now'>) {
    this.#server = server
    this.#clock = clock
  }

  serve(verb: LinkVerb, answer: Answer): void {
    this.#server.serve(verb, async (log, payload) => {
      const piece = markedPart(payload)
      return piece === undefined
        ? await answer(log, payload)
        : await this.#answerPart(`${verb} ${log}`, piece, (whole) => answer(log, whole))
    })
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#server[Symbol.asyncDispose]()
  }

  /** @param place what the request was addressed to: a piece addressed elsewhere belongs to another request. */
  async #answerPart(
    place: string,
    bytes: Uint8Array,
    answer: (whole: Uint8Array) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const request = decodePartRequest(bytes)
    if (!request.ok || request.value.id.length !== idBytes) return refusing('part/malformed')
    const { total, answerFrom, answerBytesMax } = request.value
    if (total > linkPayloadBytesMax) return refusing('part/too-large')
    const id = `${place} ${toHex(request.value.id)}`
    const row = this.#table.take({ ...request.value, id }, this.#clock.now())
    if (row === undefined) return refusing('part/busy')
    if (!row.isWhole) return encodePartReply({ ...emptyReply, held: row.held })
    const whole = await (row.answer ?? this.#make(id, row.bytes, answer))
    const slice = whole.subarray(answerFrom, answerFrom + Math.min(answerBytesMax, answerBytesMost))
    return encodePartReply({ ...emptyReply, held: row.held, answerTotal: whole.length, answer: slice })
  }

  async #make(id: string, packed: Uint8Array, answer: (whole: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
    const making = async (): Promise<Uint8Array> => pack(await answer(unpack(packed)))
    try {
      return await this.#table.answered(id, making())
    } catch (error) {
      this.#table.drop(id)
      throw error
    }
  }
}

/** Room for the reply's other fields below what a link carries. */
const answerBytesMost = linkPayloadBytesMax - 64

function refusing(code: PartCode): Uint8Array {
  return encodePartReply({ ...emptyReply, code } satisfies PartReplyInput)
}

type PartCode = 'part/malformed' | 'part/too-large' | 'part/busy'
