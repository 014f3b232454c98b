import {
  concatBytes,
  type HashHex,
  imageNamedIn,
  ok,
  type OpenedStatement,
  type Result,
  sha256,
  toHex,
  utf8Encode,
} from '@khata/ledger'
import type { EvidenceRefInput } from '@khata/proto'
import { drawOf } from './delivery.ts'
import { advanceImage, type ImageDelivery, isImageDue, newImageDelivery, partOf } from './image-delivery.ts'
import { type ImageRefusal, nameImage } from './image.ts'
import { attempt, type Journal, type JournalFault } from './journal.ts'
import { uploadSecretBytes } from './limits.ts'
import type { Line, Outgoing } from './outbox.ts'
import type { Clock, Entropy, ImageAnswer, ImageKeeper, ImageTransport, Upload } from './ports.ts'
import type { Destination } from './post.ts'
import type { DeviceRecord } from './record.ts'

export interface CameraPorts {
  readonly keeper: ImageKeeper
  readonly transport: ImageTransport
}

interface CameraSurroundings {
  readonly clock: Clock
  readonly entropy: Entropy
  readonly journal: Journal
}

/** An image that could not be kept: a form must not name it. */
export type ImageFault = ImageRefusal | JournalFault
export type NoCamera = { readonly code: 'device/no-camera' }

/** One image's way to one destination. */
export interface ImageLine {
  readonly hash: HashHex
  readonly destination: Destination
  readonly upload: Upload
  delivery: ImageDelivery
  /** An attempt is under way. */
  busy: boolean
}

/**
 * The officer's photographs. Each is durable before a form names it, and follows that form to each destination that has it,
 * one part at a time, until the destination has the image.
 */
export class Camera {
  readonly #ports: CameraPorts
  readonly #around: CameraSurroundings
  /** What the addresses of an image's uploads are made of: nobody else can add to them. */
  readonly #secrets = new Map<HashHex, Uint8Array>()
  readonly #lines = new Map<string, ImageLine>()

  constructor(ports: CameraPorts, around: CameraSurroundings) {
    this.#ports = ports
    this.#around = around
  }

  /** What the records and the statements add up to. Each destination is asked once more how far an image has come. */
  restore(records: readonly DeviceRecord[], outgoing: readonly Outgoing[]): void {
    for (const record of records) if (record.type === 'image') this.#secrets.set(record.image, record.secret)
    for (const { opened, lines } of outgoing) this.name(opened, lines)
  }

  get lines(): readonly ImageLine[] {
    return [...this.#lines.values()]
  }

  /** Keeps a photograph; the answer is how a form names it. */
  async keep(image: Uint8Array): Promise<Result<EvidenceRefInput, ImageFault>> {
    const named = nameImage(image)
    if (!named.ok) return named
    const hash = toHex(named.value.sha256)
    const kept = await attempt(() => this.#ports.keeper.keep(hash, image))
    if (!kept.ok || this.#secrets.has(hash)) return kept.ok ? named : kept
    const secret = this.#around.entropy.bytes(uploadSecretBytes)
    const noted = await this.#around.journal.append({ type: 'image', image: hash, secret })
    if (!noted.ok) return noted
    this.#secrets.set(hash, secret)
    return ok(named.value)
  }

  /** Destinations that have answered with a receipt know the image that the statement names. */
  name({ statement }: OpenedStatement, lines: readonly Line[]): void {
    const image = imageNamedIn(statement)
    const hash = image === undefined ? '' : toHex(image.sha256)
    const secret = this.#secrets.get(hash)
    if (secret === undefined) return
    for (const { destination, delivery } of lines) {
      const key = `${hash} ${destination.name}`
      if (delivery.receipt !== undefined && !this.#lines.has(key)) {
        this.#lines.set(key, newLine(hash, secret, { destination, now: this.#around.clock.now() }))
      }
    }
  }

  /** Makes one attempt at an address, where one is due: asks how far an image has come, or sends its next part. */
  async sendPart(address: string): Promise<boolean> {
    const now = this.#around.clock.now()
    const line = this.#at(address).find(({ busy, delivery }) => !busy && isImageDue(delivery, now))
    if (line === undefined) return false
    line.busy = true
    try {
      line.delivery = advanceImage(line.delivery, await this.#ask(line), drawOf(this.#around))
    } finally {
      line.busy = false
    }
    return true
  }

  /** When the next attempt is due at an address; undefined when all has arrived or is under way: no one waits for a look at what is held. */
  nextDueAt(address: string): number | undefined {
    const due = this.#at(address).filter(({ busy, delivery }) => !busy && delivery.state !== 'held')
    return due.length === 0 ? undefined : Math.min(...due.map(({ delivery }) => delivery.dueAt))
  }

  #at(address: string): readonly ImageLine[] {
    return this.lines.filter(({ destination }) => destination.address === address)
  }

  async #ask({ hash, destination: { address }, upload, delivery }: ImageLine): Promise<ImageAnswer> {
    const { keeper, transport } = this.#ports
    if (delivery.state !== 'sending') return await transport.uploaded(address, upload)
    // What cannot be read now, or is not what was photographed, is looked for again later.
    const image = await keeper.read(hash).catch(() => undefined)
    if (image === undefined || toHex(sha256(image)) !== hash) return { type: 'refused', code: 'device/image-damaged' }
    const { offset } = delivery
    const bytes = partOf(image, delivery)
    return await transport.upload(address, upload, { offset, bytes, isLast: offset + bytes.length >= image.length })
  }
}

function newLine(
  hash: HashHex,
  secret: Uint8Array,
  { destination, now }: { readonly destination: Destination; readonly now: number },
): ImageLine {
  // Another one at each destination: none can add to the upload at another.
  const id = toHex(sha256(concatBytes(secret, utf8Encode(destination.name)))).slice(0, uploadDigits)
  return { hash, destination, upload: { image: hash, id }, delivery: newImageDelivery(now), busy: false }
}

const uploadDigits = 32
