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

  private constructor(device: Device) {
    this.#device = device
  }

  static async open(options: PresidingOfficerOptions): Promise<PresidingOfficer> {
    const { key: signer } = options
    const device = await Device.open({ ...options, signer, store: new MemoryStore(), entropy: systemEntropy })
    return new PresidingOfficer(must(device))
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

  /** Sends until every node that something is for has answered with a receipt: forms, and their locks. */
  async deliver(signal: AbortSignal): Promise<void> {
    while (this.#lines().some(({ delivery }) => delivery.state === 'queued')) {
      signal.throwIfAborted()
      if ((await this.#device.deliverDue()) === 0) await setTimeout(20, undefined, { signal })
      const refusal = this.#lines().find(({ delivery }) => delivery.refusal !== undefined)?.delivery.refusal
      if (refusal !== undefined) throw new DrillError('drill/refused', `a device's statement: ${refusal.code}`)
    }
  }

  /** Asks for replicated receipts that are due. Answers how many the outbox still lacks. */
  async collectReceipts(): Promise<number> {
    if (this.#device.nextDueAt() !== undefined) await this.#device.deliverDue()
    return this.#lines().filter(({ delivery }) => delivery.state !== 'replicated').length
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
