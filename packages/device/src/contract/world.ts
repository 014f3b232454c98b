import { sha256, utf8Encode } from '@khata/ledger'
import { decodeSignedStatement, decodeStatement } from '@khata/proto'
import type { CameraPorts } from '../core/camera.ts'
import { Device } from '../core/device.ts'
import { signerOf } from '../core/key.ts'
import { MemoryKeeper } from '../core/memory-keeper.ts'
import type { Answer, DeviceStore, ImageAnswer, ReceiptQuestion, Transport } from '../core/ports.ts'
import { bothDestinations, postOf, seededEntropy } from './figures.ts'
import { election, FilingNode, idOf } from './filing-node.ts'
import { ImageNode } from './image-node.ts'

/** The device's process ends here; nothing that it awaits ever comes back. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** How the network treats one request. */
export type Weather =
  | 'clear'
  | 'lost on the way'
  | 'answer lost'
  | 'answer of the request before'
  | 'forged receipt'
  | 'forged refusal'
  | 'true refusal'
  | 'patience for ever'
  | 'garbage'

/**
 * A device with its officer, two nodes and a network between them, without time or chance of their own. The store's
 * records and the nodes outlive crashes of the device.
 */
export class World {
  now = 1_707_412_345_678
  /** Port calls to go until the process ends; undefined for never. Each call is three moments: asked, before its effect and after. */
  crashIn: number | undefined
  weather: () => Weather = () => 'clear'
  /** Address of the request that the weather is asked about. */
  asking = ''
  /** Every statement that ever left the device, by road of its bytes. */
  readonly left: Uint8Array[] = []
  readonly nodes: ReadonlyMap<string, FilingNode>
  /** Images at each address. */
  readonly albums: ReadonlyMap<string, ImageNode> = new Map(
    bothDestinations.map(({ address }) => [address, new ImageNode()]),
  )
  readonly keeper = new MemoryKeeper()
  /** Called before anything of an image is asked or sent. */
  onImage: (address: string) => void = () => undefined
  readonly #records: Uint8Array[] = []
  readonly #impostors: ReadonlyMap<string, FilingNode>
  readonly #seed: number
  #lives = 0
  #before: Answer = { type: 'unintelligible', detail: 'nothing before' }

  constructor(seed: number) {
    this.#seed = seed
    this.nodes = new Map(bothDestinations.map(({ address, log }) => [address, new FilingNode(log)]))
    this.#impostors = new Map(bothDestinations.map(({ address, log }) => [address, new FilingNode(log, 'impostor')]))
  }

  get records(): number {
    return this.#records.length
  }

  /** Starts the device's process on what its store holds. */
  async boot(): Promise<Device> {
    this.#lives += 1
    const life = this.#lives
    const opened = await Device.open({
      election,
      signer: signerOf(sha256(utf8Encode('presiding officer'))),
      posts: [postOf(3)],
      store: this.#store(life),
      transport: this.#transport(life),
      camera: this.#camera(life),
      clock: { now: () => this.now },
      entropy: seededEntropy(this.#seed * 1_000 + life),
      trustOf: ({ address }) => this.nodes.get(address)?.trust,
    })
    if (!opened.ok) throw new Error(opened.error.code)
    return opened.value
  }

  #store(life: number): DeviceStore {
    return {
      read: () => this.#moments(life, () => this.#records.slice()),
      append: (index, record) =>
        this.#moments(life, () => {
          if (index !== this.#records.length) throw new Error('not the next record')
          this.#records.push(record)
        }),
    }
  }

  #transport(life: number): Transport {
    return {
      submit: (address, signed) =>
        this.#moments(life, () => {
          this.left.push(signed)
          return this.#answer(address, { signed })
        }),
      receipt: (address, question) => this.#moments(life, () => this.#answer(address, { question })),
    }
  }

  #camera(life: number): CameraPorts {
    const { keeper } = this
    const carry = (address: string, act: (node: ImageNode) => ImageAnswer): Promise<ImageAnswer> => {
      this.onImage(address)
      return this.#moments(life, () => this.#imageAnswer(address, act))
    }
    return {
      keeper: {
        keep: async (hash, image) => this.#moments(life, () => keeper.keep(hash, image)),
        read: async (hash) => this.#moments(life, () => keeper.read(hash)),
      },
      transport: {
        uploaded: (address, upload) => carry(address, (node) => node.uploaded(upload)),
        upload: (address, upload, part) => carry(address, (node) => node.upload(upload, part)),
      },
    }
  }

  #imageAnswer(address: string, act: (node: ImageNode) => ImageAnswer): ImageAnswer {
    const node = this.albums.get(address)
    const weather = this.weather()
    if (node === undefined || weather === 'lost on the way') return { type: 'unreachable', detail: weather }
    if (weather === 'patience for ever') return { type: 'busy', retryAfterMs: Number.MAX_SAFE_INTEGER }
    if (weather === 'garbage') return { type: 'unintelligible', detail: weather }
    if (weather === 'true refusal') return { type: 'refused', code: 'image/unknown' }
    if (weather === 'forged refusal') node.forget()
    const answer = act(node)
    return weather === 'answer lost' ? { type: 'unreachable', detail: weather } : answer
  }

  /** A port call takes time: the process may end before its effect or after it. An ended process has no effect. */
  async #moments<T>(life: number, effect: () => T): Promise<T> {
    this.#moment(life)
    for (let turns = 0; turns < 5; turns++) await Promise.resolve()
    this.#moment(life)
    const value = effect()
    await Promise.resolve()
    this.#moment(life)
    return value
  }

  #moment(life: number): void {
    if (life !== this.#lives) throw new Crash()
    if (this.crashIn === undefined) return
    this.crashIn -= 1
    if (this.crashIn >= 0) return
    this.crashIn = undefined
    this.#lives += 1
    throw new Crash()
  }

  #answer(address: string, asked: { signed: Uint8Array } | { question: ReceiptQuestion }): Answer {
    this.asking = address
    const weather = this.weather()
    if (weather === 'lost on the way') return { type: 'unreachable', detail: weather }
    const honest = this.#honest(address, asked)
    const answer = this.#bend(weather, address, asked, honest)
    this.#before = honest
    return answer
  }

  #honest(address: string, asked: { signed: Uint8Array } | { question: ReceiptQuestion }): Answer {
    const node = this.nodes.get(address)
    if (node === undefined) return { type: 'unreachable', detail: 'no such node' }
    if ('signed' in asked) return { type: 'receipt', bytes: node.submit(asked.signed) }
    const bytes = node.receipt(asked.question.statementId)
    return bytes === undefined ? { type: 'not-yet' } : { type: 'receipt', bytes }
  }

  #bend(
    weather: Weather,
    address: string,
    asked: { signed: Uint8Array } | { question: ReceiptQuestion },
    honest: Answer,
  ): Answer {
    const signed = 'signed' in asked ? asked.signed : this.#statement(asked.question.statementId)
    const impostor = this.#impostors.get(address)
    switch (weather) {
      case 'answer lost':
        return { type: 'unreachable', detail: weather }
      case 'answer of the request before':
        return this.#before
      case 'forged receipt':
        return { type: 'receipt', bytes: impostor?.submit(signed, { cosigned: true }) ?? signed }
      case 'forged refusal':
        return { type: 'refusal', note: impostor?.refuse(signed, 'statement/unknown-key') ?? signed }
      case 'true refusal':
        return { type: 'refusal', note: this.nodes.get(address)?.refuse(signed, 'seat/not-frozen') ?? signed }
      case 'patience for ever':
        return { type: 'busy', retryAfterMs: Number.MAX_SAFE_INTEGER }
      case 'garbage':
        return { type: 'receipt', bytes: Uint8Array.of(0, 1, 2) }
      default:
        return honest
    }
  }

  #statement(statementId: string): Uint8Array {
    const found = this.left.find((signed) => idOf(signed) === statementId)
    if (found === undefined) throw new Error('asked about what was never sent')
    return found
  }
}

/** What no device may ever do: give one sequence number or one id to two different statements. */
export function reusedNumbers(left: readonly Uint8Array[]): readonly string[] {
  const seen = new Map<string, string>()
  return left.flatMap((signed) => {
    const bytes = Buffer.from(signed).toString('hex')
    return numbersOf(signed).filter((number) => {
      const before = seen.get(number) ?? bytes
      seen.set(number, before)
      return before !== bytes
    })
  })
}

function numbersOf(signed: Uint8Array): readonly string[] {
  const outer = decodeSignedStatement(signed)
  const inner = outer.ok ? decodeStatement(outer.value.statement) : outer
  if (!inner.ok || !('id' in inner.value)) throw new Error('a device sends statements')
  const { id, seat, sequence } = inner.value
  return [`id ${Buffer.from(id).toString('hex')}`, `${seat} ${sequence}`]
}
