import {
  type AuthorChain,
  err,
  firstLink,
  form45In,
  type HashHex,
  type KeyHex,
  ok,
  type OpenedStatement,
  openStatement,
  type Result,
  toHex,
} from '@khata/ledger'
import { decodeSignedStatement } from '@khata/proto'
import { advance, type Delivery, newDelivery } from './delivery.ts'
import type { JournalFault } from './journal.ts'
import type { Destination, Post } from './post.ts'
import { type DeviceRecord, recordFormat } from './record.ts'

/** A statement that this device signed, and how far it has come. */
export interface Outgoing {
  readonly opened: OpenedStatement
  /** The encoded SignedStatement: the same bytes at every attempt. */
  readonly signed: Uint8Array
  readonly lines: readonly Line[]
}

/** One statement's way to one destination. */
export interface Line {
  readonly destination: Destination
  delivery: Delivery
  /** An attempt is under way. */
  busy: boolean
  /** Refusals written down so far. */
  refusalsKept: number
}

export type RestoreFault = JournalFault | { readonly code: 'device/store-of-another'; readonly detail: string }

export interface Owner {
  readonly election: string
  readonly key: KeyHex
}

/** Everything that the device has said, by statement hash, and where its chain stands for each seat. */
export class Outbox {
  readonly #posts: readonly Post[]
  readonly #outgoing = new Map<HashHex, Outgoing>()
  readonly #chains = new Map<string, AuthorChain>()
  readonly #ids = new Set<string>()

  constructor(posts: readonly Post[]) {
    this.#posts = posts
  }

  /** What the records add up to. Every statement is due at once. */
  static restore(
    records: readonly DeviceRecord[],
    owner: Owner,
    posts: readonly Post[],
    now: number,
  ): Result<Outbox, RestoreFault> {
    const outbox = new Outbox(posts)
    for (const [at, record] of records.entries()) {
      const fault = outbox.#restore(record, at, owner, now)
      if (fault !== undefined) return err(fault)
    }
    return ok(outbox)
  }

  get all(): readonly Outgoing[] {
    return [...this.#outgoing.values()]
  }

  /** Forms that this device has signed and not said to be locked, oldest first. */
  get unlocked(): readonly OpenedStatement[] {
    const all = this.all.map(({ opened }) => opened)
    const locked = new Set(
      all.map(({ statement }) => (statement.body === 'form45Locked' ? toHex(statement.form45Locked.form) : '')),
    )
    return all.filter(({ statement, hashHex }) => form45In(statement) !== null && !locked.has(hashHex))
  }

  chainOf(seat: string): AuthorChain {
    return this.#chains.get(seat) ?? firstLink
  }

  hasId(id: Uint8Array): boolean {
    return this.#ids.has(toHex(id))
  }

  /** Takes up a statement that is durable: from here on it is sent until it has arrived. */
  add(opened: OpenedStatement, signed: Uint8Array, now: number): Outgoing {
    const { seat, sequence } = opened.statement
    const destinations = this.#posts.find((post) => post.seat === seat)?.destinations ?? []
    const lines = destinations.map((destination) => newLine(destination, now))
    const outgoing = { opened, signed, lines }
    this.#outgoing.set(opened.hashHex, outgoing)
    this.#chains.set(seat, { sequence, previous: opened.hash })
    this.#ids.add(opened.idHex)
    return outgoing
  }

  #restore(record: DeviceRecord, at: number, owner: Owner, now: number): RestoreFault | undefined {
    switch (record.type) {
      case 'image':
        return undefined
      case 'opened':
        return ownerFault(record, at, owner)
      case 'said':
        return this.#restoreSaid(record.signed, at, now)
      case 'receipt':
      case 'refusal':
        return this.#restoreAnswer(record, now)
    }
  }

  #restoreSaid(signed: Uint8Array, at: number, now: number): RestoreFault | undefined {
    const opened = openSigned(signed)
    const chain = opened && this.chainOf(opened.statement.seat)
    const follows =
      chain !== undefined &&
      opened?.statement.sequence === chain.sequence + 1 &&
      toHex(opened.statement.previous) === toHex(chain.previous)
    if (opened === undefined || !follows) return { code: 'device/store-damaged', record: at }
    this.add(opened, signed, now)
    return undefined
  }

  #restoreAnswer(record: Extract<DeviceRecord, { type: 'receipt' | 'refusal' }>, now: number): undefined {
    const lines = this.#outgoing.get(record.statement)?.lines ?? []
    const line = lines.find(({ destination }) => destination.name === record.destination)
    if (line === undefined) return
    if (record.type === 'refusal') line.refusalsKept += 1
    line.delivery = { ...advance(line.delivery, record, { now, chance: 0 }), attempts: 0, dueAt: now }
  }
}

function newLine(destination: Destination, now: number): Line {
  return { destination, delivery: newDelivery(now), busy: false, refusalsKept: 0 }
}

function ownerFault(
  record: Extract<DeviceRecord, { type: 'opened' }>,
  at: number,
  owner: Owner,
): RestoreFault | undefined {
  if (at !== 0) return { code: 'device/store-damaged', record: at }
  const another = (detail: string): RestoreFault => ({ code: 'device/store-of-another', detail })
  if (record.format !== recordFormat) return another(`format ${String(record.format)}`)
  if (record.election !== owner.election) return another(`election ${record.election}`)
  return record.key === owner.key ? undefined : another(`key ${record.key}`)
}

function openSigned(signed: Uint8Array): OpenedStatement | undefined {
  const decoded = decodeSignedStatement(signed)
  if (!decoded.ok) return undefined
  const opened = openStatement(decoded.value.statement, decoded.value.signature)
  return opened.ok ? opened.value : undefined
}
