import { setTimeout } from 'node:timers/promises'
import {
  type Clock,
  Device,
  type Destination,
  type DestinationTrust,
  MemoryStore,
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

  /** Signs a Form 45 and puts it into the outbox. */
  async sign(seat: string, form: Form45Input): Promise<Outgoing> {
    return await this.#signed(must(this.#device.prepareForm45(seat, form)))
  }

  /** Signs the correction of a form that the returning officer returned. */
  async correct(seat: string, supersedes: Uint8Array, form: Form45Input): Promise<Outgoing> {
    const note = 'recounted the bundles'
    return await this.#signed(must(this.#device.correctForm45(seat, { supersedes, form, note })))
  }

  /** Sends until every node that the form is for has answered with a receipt. */
  async deliver(outgoing: Outgoing, signal: AbortSignal): Promise<void> {
    while (outgoing.lines.some(({ delivery }) => delivery.state === 'queued')) {
      signal.throwIfAborted()
      if ((await this.#device.deliverDue()) === 0) await setTimeout(20, undefined, { signal })
      const refusal = outgoing.lines.find(({ delivery }) => delivery.refusal !== undefined)?.delivery.refusal
      if (refusal !== undefined) throw new DrillError('drill/refused', `Form 45: ${refusal.code}`)
    }
  }

  /** Asks for replicated receipts that are due. Answers how many the outbox still lacks. */
  async collectReceipts(): Promise<number> {
    if (this.#device.nextDueAt() !== undefined) await this.#device.deliverDue()
    const lines = this.#device.outgoing.flatMap((outgoing) => outgoing.lines)
    return lines.filter(({ delivery }) => delivery.state !== 'replicated').length
  }

  async #signed(prepared: PreparedForm): Promise<Outgoing> {
    return must(await this.#device.sign(prepared)).outgoing
  }
}

function must<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value
  throw new DrillError('drill/refused', `the device: ${JSON.stringify(result.error)}`)
}
