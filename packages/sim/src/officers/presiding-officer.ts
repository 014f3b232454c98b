import { setTimeout } from 'node:timers/promises'
import {
  type Clock,
  Device,
  type Destination,
  type DestinationTrust,
  MemoryStore,
  type Line,
  type Outgoing,
  type Post,
  type PreparedForm,
  systemEntropy,
  type Transport,
} from '@khata/device'
import type { Result } from '@khata/ledger'
import type { Form45Input } from '@khata/proto'
import type { DrillKey } from '../ceremony/drill-key.ts'
import { DrillError } from './drill-error.ts'

/** Between two looks at a line that somebody else may have made due. */
const waitMsMin = 20

export interface PresidingOfficerOptions {
  readonly election: string
  readonly key: DrillKey
  readonly posts: readonly Post[]
  readonly transport: Transport
  readonly clock: Clock
  readonly trustOf: (destination: Destination) => DestinationTrust | undefined
}

/** One presiding officer with a device: an NA and a PA seat, or one of them. */
export class PresidingOfficer {
  readonly #device: Device
  readonly #clock: Clock
  /** By address: what is being sent there now. */
  readonly #sending = new Map<string, Promise<void>>()

  private constructor(device: Device, clock: Clock) {
    this.#device = device
    this.#clock = clock
  }

  static async open(options: PresidingOfficerOptions): Promise<PresidingOfficer> {
    const { key: signer } = options
    const device = await Device.open({ ...options, signer, store: new MemoryStore(), entropy: systemEntropy })
    return new PresidingOfficer(must(device), options.clock)
  }

  /** Everything that the device has said, oldest first. */
  get outgoing(): readonly Outgoing[] {
    return this.#device.outgoing
  }

  /** Calls `listener` after each change of the outbox. */
  onChange(listener: () => void): void {
    this.#device.onChange(listener)
  }

  /** Signs a Form 45 and puts it into the outbox. */
  async sign(seat: string, form: Form45Input): Promise<Outgoing> {
    return await this.#signed(must(this.#device.prepareForm45(seat, form)))
  }

  /** Signs the correction of a form that the returning officer returned. */
  async correct(seat: string, supersedes: Uint8Array, form: Form45Input): Promise<Outgoing> {
    const note = 'recounted the bundles'
    return await this.#signed(must(this.#device.correctForm45(seat, { supersedes, form, note })))
  }

  /** Shows the lock of a form at the office that challenges it. */
  async show(challenge: Uint8Array): Promise<void> {
    must(await this.#device.showLock(challenge))
  }

  /**
   * Sends forms and their locks everywhere, and comes back when the returning officer's node has answered each with a
   * receipt. To HQ it goes on by itself.
   */
  async deliver(signal: AbortSignal): Promise<void> {
    for (const address of this.#device.addresses) this.#send(address, signal)
    const ros = new Set(this.#lines().flatMap(({ destination: { kind, address } }) => (kind === 'ro' ? [address] : [])))
    await Promise.all([...ros].flatMap((address) => this.#sending.get(address) ?? []))
  }

  /** Comes back when every node has answered everything. */
  async delivered(): Promise<void> {
    await Promise.all(this.#sending.values())
  }

  /** Asks for replicated receipts that are due. Answers how many the outbox still lacks. */
  async collectReceipts(): Promise<number> {
    if (this.#device.nextDueAt() !== undefined) await this.#device.deliverDue()
    return this.#lines().filter(({ delivery }) => delivery.state !== 'replicated').length
  }

  #send(address: string, signal: AbortSignal): void {
    const before = this.#sending.get(address) ?? Promise.resolve()
    const sending = before.then(() => this.#sendAll(address, signal))
    // Whoever waits for it hears of it.
    sending.catch(() => undefined)
    this.#sending.set(address, sending)
  }

  async #sendAll(address: string, signal: AbortSignal): Promise<void> {
    const lines = () => this.#lines().filter(({ destination }) => destination.address === address)
    while (lines().some(({ delivery }) => delivery.state === 'queued')) {
      signal.throwIfAborted()
      if ((await this.#device.deliverDue(address)) === 0) await setTimeout(this.#waitMs(address), undefined, { signal })
      const refusal = lines().find(({ delivery }) => delivery.refusal !== undefined)?.delivery.refusal
      if (refusal !== undefined) throw new DrillError('drill/refused', `a device's statement: ${refusal.code}`)
    }
  }

  #waitMs(address: string): number {
    const dueAt = this.#device.nextDueAt(address) ?? 0
    return Math.max(waitMsMin, dueAt - this.#clock.now())
  }

  #lines(): readonly Line[] {
    return this.outgoing.flatMap((outgoing) => outgoing.lines)
  }

  async #signed(prepared: PreparedForm): Promise<Outgoing> {
    return must(await this.#device.sign(prepared)).outgoing
  }
}

function must<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value
  throw new DrillError('drill/refused', `the device: ${JSON.stringify(result.error)}`)
}
