import { type EvidenceRefInput } from '@khata/proto'
import { sha256, toHex, utf8Encode } from '@khata/ledger'
import { MemoryImages, MemoryImageStore } from '../adapters/memory/image-store.ts'
import type { Clock, ImageStore } from '../ports.ts'
import { imagePartBytesMax } from '../replica/limits.ts'
import { NodeImages } from '../shell/images.ts'
import { openFollower } from '../shell/opening.ts'
import type { Pusher } from '../shell/pusher.ts'
import type { RunningLog } from '../shell/running-log.ts'
import { SiteBench } from './site-bench.ts'
import { type FrozenSeat, frozenSeat } from './writer-bench.ts'

/** A photograph that nobody took, of several parts and a bit: the same for the same name. */
export function photograph(name: string, size: number = 3 * imagePartBytesMax + 100): Uint8Array {
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
  const seed = sha256(utf8Encode(name))
  const byte = (at: number): number => (seed[at % seed.length] ?? 0) ^ (at >> 5)
  return Uint8Array.from({ length: size }, (_, at) => head[at] ?? byte(at) & 0xff)
}

export function named(bytes: Uint8Array, mediaType = 'image/jpeg'): EvidenceRefInput {
  return { sha256: sha256(bytes), size: bytes.length, mediaType }
}

export function hashOf(bytes: Uint8Array): string {
  return toHex(sha256(bytes))
}

/** A seat in whose log these images are named, one of each station. */
export async function seatNaming(...images: readonly EvidenceRefInput[]): Promise<FrozenSeat> {
  const frozen = await frozenSeat({ stations: images.length + 1 })
  for (const [at, image] of images.entries()) {
    frozen.seat.must(frozen.seat.po(at + 1).submit({ votes: [1, 2, 3], fields: { image } }))
  }
  return frozen
}

/** A replica of a seat's log at one site in memory, with the images of it. */
export class ImageBench {
  readonly bench: SiteBench
  readonly kept = new MemoryImages()
  readonly running: RunningLog
  readonly logs: ReadonlyMap<string, RunningLog>
  images: NodeImages
  readonly #clock: Clock

  private constructor(bench: SiteBench, running: RunningLog, clock: Clock) {
    this.bench = bench
    this.running = running
    this.#clock = clock
    this.logs = new Map([[bench.frozen.seat.name, running]])
    this.images = this.reopen()
  }

  static async open(
    frozen: FrozenSeat,
    clock: Clock,
    pushers: (
      runner: Extract<RunningLog, { kind: 'follower' }>['runner'],
      bench: SiteBench,
    ) => readonly Pusher[] = () => [],
  ): Promise<ImageBench> {
    const bench = new SiteBench(frozen)
    const events = { onHeld: () => undefined, onHalted: () => undefined, onFailed: () => undefined }
    const setting = { ...bench.setting, site: { ...bench.site, clock } }
    const runner = await openFollower(setting, { cosign: (note) => note, events })
    const brought = { puller: undefined, pushers: pushers(runner, bench), lineage: undefined, halted: undefined }
    return new ImageBench(bench, { kind: 'follower', runner, ...brought }, clock)
  }

  /** Brings the whole log here. */
  async receive(): Promise<void> {
    const { bench, running } = this
    if (running.kind !== 'follower') throw new Error('a replica')
    const entries = bench.entries.map(({ bytes }) => bytes)
    const answer = await running.runner.receive({ from: 0, entries, note: bench.noteOf(bench.entries) })
    if (answer.type !== 'held') throw new Error(JSON.stringify(answer))
  }

  /** The node's images as they are after a start. */
  reopen(store: ImageStore = new MemoryImageStore(this.kept)): NodeImages {
    this.images = new NodeImages({ ...this.bench.site, clock: this.#clock, images: store }, this.logs)
    return this.images
  }

  /** Uploads a whole image at once. */
  async put(bytes: Uint8Array): Promise<void> {
    const part = { hash: hashOf(bytes), upload: 'whole', offset: 0, bytes, isLast: true }
    const answer = await this.images.take(part)
    if (answer.type !== 'held') throw new Error(JSON.stringify(answer))
  }
}
