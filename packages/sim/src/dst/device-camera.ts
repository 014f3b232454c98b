import type { ImageAnswer, ImageKeeper, ImagePart, ImageTransport, Upload } from '@khata/device'
import type { UploadAnswer } from '@khata/node'
import { sha256, utf8Encode } from '@khata/ledger'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import type { Machine } from './machine.ts'
import type { WayFaults } from './network.ts'
import type { Program, World } from './world.ts'

/** Parts that a simulated photograph takes, and a bit. */
const photographBytes = 2 * 16_384 + 777

/** The photograph of a station's paper: the same in every night, and of another form another one. */
export function photographOf({ seat }: SeatPlan, { number }: StationPlan, validTotal: number): Uint8Array {
  const seed = sha256(utf8Encode(`${seat}/${number}/${validTotal}`))
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
  return Uint8Array.from(
    { length: photographBytes },
    (_, at) => head[at] ?? ((seed[at % seed.length] ?? 0) ^ (at >> 5)) & 0xff,
  )
}

const writeMsMax = 12

/** One program's photographs on a card: what was kept survives everything. */
export class SimImageKeeper implements ImageKeeper {
  readonly #world: World
  readonly #program: Program
  readonly #images: Map<string, Uint8Array>
  readonly #isFull: () => boolean

  constructor(
    world: World,
    program: Program,
    card: { readonly images: Map<string, Uint8Array>; readonly full: boolean },
  ) {
    this.#world = world
    this.#program = program
    this.#images = card.images
    this.#isFull = () => card.full
  }

  keep(hash: string, image: Uint8Array): Promise<void> {
    return this.#after(() => {
      if (this.#isFull()) throw new Error('no space left')
      this.#images.set(hash, image.slice())
    })
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return this.#after(() => this.#images.get(hash)?.slice())
  }

  #after<T>(act: () => T): Promise<T> {
    return this.#world.call(this.#program, this.#world.beside.between(0, writeMsMax), act)
  }
}

const patienceMs = 8_000

/** One program's way to the nodes for images: loses, delays and doubles what it carries, both ways. */
export class SimImageTransport implements ImageTransport {
  readonly #world: World
  readonly #program: Program
  readonly #ends: ImageEnds

  constructor(world: World, program: Program, ends: ImageEnds) {
    this.#world = world
    this.#program = program
    this.#ends = ends
  }

  uploaded(address: string, upload: Upload): Promise<ImageAnswer> {
    const { image: hash, id } = upload
    return this.#ask(address, async ({ node }) => node?.images.uploaded({ hash, upload: id }))
  }

  upload(address: string, { image: hash, id }: Upload, { offset, bytes, isLast }: ImagePart): Promise<ImageAnswer> {
    const part = { hash, upload: id, offset, bytes: bytes.slice(), isLast }
    return this.#ask(address, async ({ node }) => await node?.images.take(part))
  }

  #ask(address: string, act: Act): Promise<ImageAnswer> {
    const answer = Promise.withResolvers<ImageAnswer>()
    this.#send(address, act, answer)
    const isDoubled = this.#world.beside.happens(this.#ends.faults.doubleRate)
    if (isDoubled) this.#send(address, act, Promise.withResolvers())
    const silence: ImageAnswer = { type: 'unreachable', detail: 'no answer in time' }
    return this.#world
      .within(this.#program, patienceMs, answer, () => new Error('no answer in time'))
      .catch(() => silence)
  }

  #send(address: string, act: Act, answer: PromiseWithResolvers<ImageAnswer>): void {
    const { beside } = this.#world
    if (beside.happens(this.#ends.faults.lossRate)) return
    this.#world.later(this.#wayMs(), () => {
      const machines = this.#ends.at(address)
      const machine = machines[beside.between(0, machines.length - 1)]
      if (machine?.node === undefined) return
      act(machine).then(
        (given) => this.#return(given, answer),
        (error: unknown) => machine.alarmed(error),
      )
    })
  }

  #return(given: UploadAnswer | undefined, answer: PromiseWithResolvers<ImageAnswer>): void {
    if (given === undefined || this.#world.beside.happens(this.#ends.faults.lossRate)) return
    this.#world.later(this.#wayMs(), () => {
      if (this.#program.alive) answer.resolve(answerOf(given))
    })
  }

  #wayMs(): number {
    return this.#world.beside.between(1, this.#ends.faults.delayMsMax)
  }
}

export interface ImageEnds {
  readonly faults: WayFaults
  /** Machines at an address; any of them may answer. */
  readonly at: (address: string) => readonly Machine[]
}

type Act = (machine: Machine) => Promise<UploadAnswer | undefined>

/** A node's answer as its HTTP gives it. */
function answerOf(given: UploadAnswer): ImageAnswer {
  switch (given.type) {
    case 'held':
      return { type: 'held' }
    case 'partly':
    case 'elsewhere':
      return { type: 'offset', offset: given.offset }
    case 'refused':
      return given.code === 'image/busy' ? { type: 'busy' } : given
  }
}
