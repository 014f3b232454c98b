import { toHex } from '@khata/ledger'
import { decodeImageReply, encodeImageRequest, type ImageReply, type ImageRequestInput } from '@khata/proto'
import { type Link, PortUnavailable } from '../ports.ts'
import { imagePartBytesMax, imagesAskedMax } from '../replica/limits.ts'
import { bytesOf } from './image-service.ts'
import { imagesIn, type NodeImages } from './images.ts'
import type { RunningLog } from './running-log.ts'
import type { Site } from './site.ts'
import { Tasks } from './tasks.ts'

/** Between two questions to a hub about what either side lacks; an image that has come here is carried at once. */
const idleMs = 60_000
const retryMsFirst = 500
const retryMsMax = 30_000

/** Between two looks whether entries still wait for the hub. */
const entriesMs = 200

/** Answers in a row that bring nothing forward: the image is left for the next round. */
const stallsMax = 3

export interface ImageCarrierSetting {
  readonly site: Pick<Site, 'clock' | 'journal'>
  readonly images: NodeImages
  readonly logs: ReadonlyMap<string, RunningLog>
  readonly hub: string
  readonly link: Link
  readonly onFailed: (error: unknown) => void
}

/**
 * Carries images between this node and one hub, of the logs that this node brings there: behind the entries, one part at a
 * time, so that an entry waits for one part at the most. Whatever was cut short goes on from what the other side holds.
 */
export class ImageCarrier {
  readonly #setting: ImageCarrierSetting
  readonly #tasks: Tasks
  /** Images to bring, with the log that names each. */
  readonly #toBring = new Map<string, string>()
  #wake = Promise.withResolvers<void>()
  #asks = true
  /** From the hub, since the last failure. */
  #answers = 0

  constructor(setting: ImageCarrierSetting) {
    this.#setting = setting
    this.#tasks = new Tasks(setting.onFailed)
    setting.images.watch(
      (hash) => this.#kept(hash),
      () => this.#ask(),
    )
    this.#tasks.run(() => this.#run())
  }

  async stop(): Promise<void> {
    this.#wake.resolve()
    await this.#tasks.stop()
  }

  /** Whether the hub lacks entries that this node brings there: nothing of an image is sent before them. */
  entriesWait(): boolean {
    const { logs, hub } = this.#setting
    return [...logs.values()].some(({ pushers }) => pushers.some((one) => one.hub === hub && one.hasEntries))
  }

  /** Logs whose images this node brings to the hub. */
  get #logs(): readonly (readonly [log: string, running: RunningLog])[] {
    const { logs, hub } = this.#setting
    return [...logs].filter(
      ([, running]) => imagesIn(running) !== undefined && running.pushers.some((one) => one.hub === hub),
    )
  }

  #kept(hash: string): void {
    for (const [log, running] of this.#logs) {
      if (imagesIn(running)?.has(hash) === true) this.#toBring.set(hash, log)
    }
    this.#wake.resolve()
  }

  #ask(): void {
    this.#asks = true
    this.#wake.resolve()
  }

  async #run(): Promise<void> {
    const { clock } = this.#setting.site
    for (let waitMs = retryMsFirst; !this.#tasks.stopping; ) {
      try {
        this.#answers = 0
        if (this.#asks) await this.#askAll()
        this.#asks = false
        await this.#bringAll()
        await this.#idle()
        waitMs = retryMsFirst
      } catch (error) {
        if (!(error instanceof PortUnavailable)) throw error
        // A link that fails all night and carries something between is used whenever it does.
        waitMs = this.#answers > 0 ? retryMsFirst : Math.min(2 * waitMs, retryMsMax)
        await clock.sleep(waitMs, this.#tasks.signal)
      }
    }
  }

  async #idle(): Promise<void> {
    const awake = new AbortController()
    const signal = AbortSignal.any([this.#tasks.signal, awake.signal])
    const woken = this.#wake.promise.then(() => true)
    const slept = this.#setting.site.clock.sleep(idleMs, signal).then(() => false)
    if (!(await Promise.race([woken, slept]))) this.#asks = true
    awake.abort()
    this.#wake = Promise.withResolvers<void>()
  }

  async #askAll(): Promise<void> {
    for (const [log, running] of this.#logs) {
      await this.#askWanted(log)
      await this.#fetchLacking(log, running)
    }
  }

  /** What the hub lacks and this node has, page by page. */
  async #askWanted(log: string): Promise<void> {
    const { images } = this.#setting
    for (let after = '', isMore = true; isMore; ) {
      const reply = await this.#request({ log, wanted: [], after: bytesOf(after) })
      const wanted = reply.wanted.map(({ sha256 }) => toHex(sha256))
      for (const hash of wanted) if (images.has(hash)) this.#toBring.set(hash, log)
      const last = wanted.at(-1) ?? ''
      isMore = wanted.length === imagesAskedMax && last > after
      after = last
    }
  }

  /** What this node lacks and the hub has: a device may have reached the hub alone, and files here may be damaged. */
  async #fetchLacking(log: string, running: RunningLog): Promise<void> {
    const lacking = this.#setting.images.lackingIn(running)
    for (let at = 0; at < lacking.length; at += imagesAskedMax) {
      const wanted = lacking.slice(at, at + imagesAskedMax).map(bytesOf)
      const { held } = await this.#request({ log, wanted, after: lastHash })
      for (const sha256 of held) await this.#fetch(log, sha256)
    }
  }

  async #bringAll(): Promise<void> {
    for (;;) {
      const [next] = this.#toBring
      if (next === undefined) return
      const [hash, log] = next
      await this.#bring(log, hash)
      this.#toBring.delete(hash)
    }
  }

  /** Part after part from where the hub says it stands, until it wants no more. */
  async #bring(log: string, hash: string): Promise<void> {
    const { images, site, hub } = this.#setting
    const image = await images.read(hash)
    if (image === undefined) return
    const sha256 = bytesOf(hash)
    const size = image.bytes.length
    const about = { log, hub, hash }
    for (let offset = 0, length = 0, stalls = 0; stalls < stallsMax; ) {
      const part = { sha256, size, offset, bytes: image.bytes.subarray(offset, offset + length) }
      const { wanted, code, retryAfterMs } = await this.#request({ log, wanted: [], part, after: new Uint8Array(0) })
      const [next] = wanted
      if (code !== '') site.journal.info('image-not-taken', { ...about, code })
      if (retryAfterMs > 0) throw new PortUnavailable(`${hub} is busy: ${code}`)
      if (next === undefined || code !== '') return
      stalls = next.offset === offset && length > 0 ? stalls + 1 : 0
      offset = Math.min(next.offset, size)
      length = imagePartBytesMax
    }
    site.journal.alarm('image-stalls', about)
  }

  async #fetch(log: string, sha256: Uint8Array): Promise<void> {
    const { images, hub } = this.#setting
    const upload = { hash: toHex(sha256), upload: `of-${hub}` }
    for (;;) {
      const state = images.uploaded(upload)
      if (state.type !== 'partly') return
      const asked = { sha256, offset: state.offset }
      const { part } = await this.#request({ log, wanted: [], asked, after: new Uint8Array(0) })
      if (part === null || (part.bytes.length === 0 && part.offset < part.size)) return
      const { offset, bytes, size } = part
      const answer = await images.take({ ...upload, offset, bytes, isLast: offset + bytes.length === size })
      if (answer.type !== 'partly') return
    }
  }

  /** The hub's answer, asked for once no entry waits for that hub. */
  async #request(input: ImageRequestInput): Promise<ImageReply> {
    const { link, hub, site } = this.#setting
    while (this.entriesWait()) await site.clock.sleep(entriesMs, this.#tasks.signal)
    const asking = link.request('image', input.log, encodeImageRequest(input))
    const reply = decodeImageReply(await this.#tasks.unlessStopped(asking))
    if (!reply.ok) throw new PortUnavailable(`${hub} answers what is no reply: ${reply.error.code}`)
    this.#answers += 1
    return reply.value
  }
}

/** Nothing comes after it: who names it asks for no list. */
const lastHash = new Uint8Array(32).fill(0xff)
