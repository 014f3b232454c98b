import {
  imageBytesMax,
  type ImageRecord,
  type ImageType,
  imageTypeBytes,
  imageTypeOf,
  sha256,
  toHex,
} from '@khata/ledger'
import { draftBytesMax, draftIdleMsMax, draftIdleMsMin, draftsMax, draftsPerImageMax } from '../replica/limits.ts'
import { foldOf, type RunningLog } from './running-log.ts'
import type { Site } from './site.ts'

/** A part of an image on its way to this node. */
export interface UploadPart {
  /** SHA-256 of the whole image, lower-case hex. */
  readonly hash: string
  /** Whose upload: letters, digits and dashes. Nobody can add to another's. */
  readonly upload: string
  readonly offset: number
  readonly bytes: Uint8Array
  readonly isLast: boolean
}

export type UploadAnswer =
  /** The node has the image: this upload's, or one that was done before. */
  | { readonly type: 'held'; readonly bytes: number }
  /** Bytes of this upload that have come: the next part begins there. */
  | { readonly type: 'partly'; readonly offset: number }
  | { readonly type: 'elsewhere'; readonly offset: number }
  | { readonly type: 'refused'; readonly code: UploadRefusalCode }

export type UploadRefusalCode =
  | 'image/unknown'
  | 'image/too-large'
  | 'image/type-not-taken'
  | 'image/type-differs'
  | 'image/hash-differs'
  | 'image/busy'

export interface ImageName {
  readonly log: string
  readonly record: ImageRecord
}

/** The newest masked copy of an image, one whose place another has taken, or an image that is not masked. */
export type ImageView = 'masked' | 'superseded' | 'original'

/** How much of an image is here. */
export type ImageState = 'here' | 'partly' | 'missing'

/** The images that a log names, by hash; undefined where it names none by its kind. */
export function imagesIn(running: RunningLog): ReadonlyMap<string, ImageRecord> | undefined {
  const { content } = foldOf(running)
  if (content.kind === 'seat') return content.seat.images
  return content.kind === 'intake' ? content.images : undefined
}

/**
 * The images of one node: takes those that a log here names, part by part, and gives them, each only where its bytes have
 * the hash that it is asked for by.
 */
export class NodeImages {
  readonly #site: Pick<Site, 'images' | 'clock' | 'journal'>
  readonly #logs: ReadonlyMap<string, RunningLog>
  /** When something was last added to a draft: of one from before the start, at the start. */
  readonly #touched: Map<string, number>
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #onKept = new Set<(hash: string) => void>()
  readonly #onLost = new Set<() => void>()

  constructor(site: Pick<Site, 'images' | 'clock' | 'journal'>, logs: ReadonlyMap<string, RunningLog>) {
    this.#site = site
    this.#logs = logs
    const now = site.clock.now()
    this.#touched = new Map([...site.images.drafts.keys()].map((draft) => [draft, now]))
  }

  /** Calls `kept` for each image that this node has from now on, and `lost` when one is found to be damaged. */
  watch(kept: (hash: string) => void, lost: () => void): void {
    this.#onKept.add(kept)
    this.#onLost.add(lost)
  }

  /** Every log here that names an image. */
  names(hash: string): readonly ImageName[] {
    return [...this.#logs].flatMap(([log, running]) => {
      const record = imagesIn(running)?.get(hash)
      return record === undefined ? [] : [{ log, record }]
    })
  }

  /** What an image is to the public, as all logs here say; undefined where none names it. */
  viewOf(hash: string): ImageView | undefined {
    const names = this.names(hash)
    if (names.length === 0) return undefined
    if (names.some(({ record }) => record.original === undefined)) return 'original'
    const isNewest = ({ log, record }: ImageName): boolean => {
      const running = this.#logs.get(log)
      return running !== undefined && imagesIn(running)?.get(record.original ?? '')?.masked === hash
    }
    return names.every(isNewest) ? 'masked' : 'superseded'
  }

  /** The type that an image's bytes tell, with the bytes; undefined where it is not held. */
  async read(hash: string): Promise<{ readonly bytes: Uint8Array; readonly type: ImageType } | undefined> {
    const { images, journal } = this.#site
    const bytes = await images.read(hash)
    if (bytes === undefined) return undefined
    const type = imageTypeOf(bytes)
    if (type !== undefined && this.isItself(hash, bytes)) return { bytes, type }
    journal.alarm('image-damaged', { code: 'image/damaged', hash, bytes: bytes.length })
    await this.#inTurn(hash, () => images.setAside(hash))
    for (const lost of this.#onLost) lost()
    return undefined
  }

  has(hash: string): boolean {
    return this.#site.images.images.has(hash)
  }

  /** Images that are held, to be looked at again. */
  get held(): readonly string[] {
    return [...this.#site.images.images.keys()]
  }

  stateOf(hash: string): ImageState {
    return this.statesOf([hash]).get(hash) ?? 'missing'
  }

  statesOf(hashes: Iterable<string>): ReadonlyMap<string, ImageState> {
    const begun = new Set([...this.#site.images.drafts.keys()].map(hashOfDraft))
    const stateOf = (hash: string): ImageState => (begun.has(hash) ? 'partly' : 'missing')
    return new Map([...hashes].map((hash) => [hash, this.has(hash) ? 'here' : stateOf(hash)]))
  }

  /** How many of the images that this log names are here. */
  countsIn(running: RunningLog): Readonly<Record<ImageState, number>> {
    const counts = { here: 0, partly: 0, missing: 0 }
    for (const state of this.statesOf(imagesIn(running)?.keys() ?? []).values()) counts[state] += 1
    return counts
  }

  /** Uploads under way. */
  get uploads(): number {
    return this.#site.images.drafts.size
  }

  /** Images of this log that are not here, in byte order. */
  lackingIn(running: RunningLog): readonly string[] {
    return [...(imagesIn(running)?.keys() ?? [])].filter((hash) => !this.has(hash)).toSorted()
  }

  /** How far an upload has come. */
  uploaded({ hash, upload }: Pick<UploadPart, 'hash' | 'upload'>): UploadAnswer {
    const bytes = this.#site.images.images.get(hash)
    if (bytes !== undefined) return { type: 'held', bytes }
    if (this.names(hash).length === 0) return refused('image/unknown')
    return { type: 'partly', offset: this.#site.images.drafts.get(`${hash}.${upload}`) ?? 0 }
  }

  /** Takes a part that begins where its upload ends. Only who has brought all of an image's bytes has it kept. */
  take(part: UploadPart): Promise<UploadAnswer> {
    return this.#inTurn(part.hash, () => this.#take(part))
  }

  async #take(part: UploadPart): Promise<UploadAnswer> {
    const { images, clock } = this.#site
    const { hash, upload, offset, bytes, isLast } = part
    const state = this.uploaded(part)
    if (state.type !== 'partly') return state
    if (offset !== state.offset) return { type: 'elsewhere', offset: state.offset }
    const draft = `${hash}.${upload}`
    const end = offset + bytes.length
    const code = this.#fault(part)
    if (code !== undefined) return refused(code)
    if (bytes.length > 0 && !(await this.#makeRoom(draft, bytes.length))) return refused('image/busy')
    if (bytes.length > 0) await images.append(draft, bytes)
    this.#touched.set(draft, clock.now())
    return isLast ? await this.#finish(draft, hash) : { type: 'partly', offset: end }
  }

  /** What can be told of a part before the whole is there. */
  #fault({ hash, offset, bytes, isLast }: UploadPart): UploadRefusalCode | undefined {
    if (offset + bytes.length > imageBytesMax) return 'image/too-large'
    const tellsType = offset === 0 && (bytes.length >= imageTypeBytes || isLast)
    return tellsType ? this.#typeFault(hash, bytes) : undefined
  }

  #typeFault(hash: string, bytes: Uint8Array): UploadRefusalCode | undefined {
    const type = imageTypeOf(bytes)
    if (type === undefined) return 'image/type-not-taken'
    const isNamed = this.names(hash).some(({ record }) => record.mediaTypes.includes(type))
    return isNamed ? undefined : 'image/type-differs'
  }

  /** Why these bytes are not the image of this name, or not of a type that it was said to have; undefined where they are. */
  whyNot(hash: string, bytes: Uint8Array): UploadRefusalCode | undefined {
    return this.isItself(hash, bytes) ? this.#typeFault(hash, bytes) : 'image/hash-differs'
  }

  isItself(hash: string, bytes: Uint8Array): boolean {
    return toHex(sha256(bytes)) === hash
  }

  async #finish(draft: string, hash: string): Promise<UploadAnswer> {
    const { images, journal } = this.#site
    const bytes = await images.readDraft(draft)
    const code = this.whyNot(hash, bytes)
    if (code !== undefined) {
      await this.#drop(draft)
      journal.info('image-refused', { hash, code, bytes: bytes.length })
      return refused(code)
    }
    await images.keep(draft, hash)
    this.#touched.delete(draft)
    journal.info('image-kept', { hash, bytes: bytes.length })
    for (const other of this.#draftsOf(hash)) await this.#drop(other)
    for (const kept of this.#onKept) kept(hash)
    return { type: 'held', bytes: bytes.length }
  }

  #draftsOf(hash: string): readonly string[] {
    return [...this.#site.images.drafts.keys()].filter((draft) => draft.startsWith(`${hash}.`))
  }

  /** Whether a draft may grow by so much. Of abandoned drafts the oldest ones go first, and no others ever. */
  async #makeRoom(draft: string, bytes: number): Promise<boolean> {
    const { images, clock } = this.#site
    const now = clock.now()
    const idleMs = (one: string): number => now - (this.#touched.get(one) ?? 0)
    const others = [...images.drafts.keys()].filter((one) => one !== draft)
    const oldestFirst = others.toSorted((one, other) => idleMs(other) - idleMs(one))
    for (const one of oldestFirst) {
      const isRoom = this.#hasRoom(draft, bytes)
      if (isRoom && idleMs(one) < draftIdleMsMax) return true
      if (idleMs(one) < draftIdleMsMin) return isRoom
      await this.#drop(one)
    }
    return this.#hasRoom(draft, bytes)
  }

  #hasRoom(draft: string, bytes: number): boolean {
    const { drafts } = this.#site.images
    const hash = hashOfDraft(draft)
    const isNew = !drafts.has(draft)
    const all = [...drafts.values()].reduce((sum, size) => sum + size, bytes)
    const hasPlace = drafts.size < draftsMax && this.#draftsOf(hash).length < draftsPerImageMax
    return all <= draftBytesMax && (!isNew || hasPlace)
  }

  async #drop(draft: string): Promise<void> {
    await this.#site.images.drop(draft)
    this.#touched.delete(draft)
  }

  /** One after another for each image. */
  #inTurn<T>(hash: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(hash) ?? Promise.resolve()).then(work, work)
    this.#turns.set(hash, turn)
    const over = (): void => {
      if (this.#turns.get(hash) === turn) this.#turns.delete(hash)
    }
    turn.then(over, over)
    return turn
  }
}

function hashOfDraft(draft: string): string {
  return draft.slice(0, draft.indexOf('.'))
}

function refused(code: UploadRefusalCode): UploadAnswer {
  return { type: 'refused', code }
}
