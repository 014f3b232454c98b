import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { KhataNode } from '../../shell/node.ts'
import { imagesIn } from '../../shell/images.ts'
import { sizeOf } from '../../shell/running-log.ts'

/** How a submission ended; `busy` also where it took too long. */
export type SubmissionAnswer = 'receipt' | 'refused' | 'busy'

const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const modes = ['online', 'offline', 'courier'] as const
const groupBuckets = [1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000, 2_000]

/** A node's figures for Prometheus. Names of logs and hubs are public; nothing of a statement is in them. */
export class NodeMetrics {
  readonly #registry = new Registry()
  readonly #submissions = new Counter({
    name: 'khata_submissions_total',
    help: 'Statements submitted, by answer.',
    labelNames: ['answer'],
    registers: [this.#registry],
  })
  readonly #seconds = new Histogram({
    name: 'khata_submission_seconds',
    help: 'From the whole statement received to its receipt ready to send.',
    buckets: secondsBuckets,
    registers: [this.#registry],
  })
  readonly #groups = new Histogram({
    name: 'khata_checkpoint_entries',
    help: 'Entries that one released checkpoint adds.',
    buckets: groupBuckets,
    registers: [this.#registry],
  })

  constructor() {
    collectDefaultMetrics({ register: this.#registry })
  }

  /** Begins a submission; the answer of the returned function ends it. */
  submissionStarts(): (answer: SubmissionAnswer) => void {
    const ends = this.#seconds.startTimer()
    return (answer) => {
      if (answer === 'receipt') ends()
      this.#submissions.inc({ answer })
    }
  }

  /** A checkpoint was released that adds so many entries. */
  released(entries: number): void {
    this.#groups.observe(entries)
  }

  /** Reads the node's logs whenever the figures are asked for. */
  watch(node: KhataNode): void {
    this.#gauge('khata_log_entries', 'Entries of a log that this node answers for.', ['log'], (gauge) => {
      for (const [log, running] of node.logs.all) gauge.set({ log }, sizeOf(running))
    })
    this.#gauge('khata_hub_backlog_entries', 'Entries of a log that a hub does not hold.', ['log', 'hub'], (gauge) => {
      for (const [log, running] of node.logs.all) {
        for (const { hub, held } of running.pushers) gauge.set({ log, hub }, Math.max(0, sizeOf(running) - held))
      }
    })
    this.#gauge('khata_hub_mode', '1 for the mode that this node is in with a hub.', ['hub', 'mode'], async (gauge) => {
      const { hubs } = await node.modes()
      for (const { hub, mode } of hubs) for (const one of modes) gauge.set({ hub, mode: one }, one === mode ? 1 : 0)
    })
    this.#gauge('khata_hub_mode_since_seconds', 'Since when, seconds since 1970.', ['hub'], async (gauge) => {
      for (const { hub, since } of (await node.modes()).hubs) gauge.set({ hub }, since / 1000)
    })
    this.#gauge('khata_hub_waiting_bytes', 'Bytes of entries that a hub does not hold.', ['hub'], async (gauge) => {
      for (const { hub, waits } of (await node.modes()).hubs) gauge.set({ hub }, waits.bytes)
    })
    this.#gauge('khata_hub_waiting_entries', 'Entries that a hub does not hold.', ['hub'], async (gauge) => {
      for (const { hub, waits } of (await node.modes()).hubs) gauge.set({ hub }, waits.entries)
    })
    const oldest = 'When the oldest entry was sequenced that a hub does not hold, seconds since 1970.'
    this.#gauge('khata_hub_waiting_oldest_seconds', oldest, ['hub'], async (gauge) => {
      for (const { hub, waits } of (await node.modes()).hubs) {
        if (waits.oldestAt !== undefined) gauge.set({ hub }, waits.oldestAt / 1000)
      }
    })
    this.#gauge(
      'khata_parked_frames',
      'Frames that came by hand and wait for what is before them.',
      ['log'],
      (gauge) => {
        const { parked } = node.courier
        for (const log of parked.logs) gauge.set({ log }, parked.of(log).length)
      },
    )
    this.#gauge('khata_scrubbed_entries', 'Entries verified again from disk since the start.', ['log'], (gauge) => {
      for (const [log, entries] of node.scrubbed) gauge.set({ log }, entries)
    })
    this.#gauge('khata_images', 'Images that a log names, by what is here of them.', ['log', 'state'], (gauge) => {
      for (const [log, running] of node.logs.all) {
        if (imagesIn(running) === undefined) continue
        for (const [state, images] of Object.entries(node.images.countsIn(running))) gauge.set({ log, state }, images)
      }
    })
    this.#gauge('khata_image_uploads', 'Uploads of images under way.', [], (gauge) => gauge.set(node.images.uploads))
    this.#gauge('khata_logs_waiting', 'Logs that this node is to write and cannot.', [], (gauge) => {
      gauge.set(node.waiting().length)
    })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  #gauge(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: (gauge: Gauge) => void | Promise<void>,
  ): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
      collect: () => {
        gauge.reset()
        return read(gauge)
      },
    })
  }
}
