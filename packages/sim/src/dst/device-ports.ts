import type { Answer, DeviceStore, Entropy, ReceiptQuestion, Transport } from '@khata/device'
import { openStatement, type OpenedStatement } from '@khata/ledger'
import { refusalNote } from '@khata/node'
import { decodeSignedStatement } from '@khata/proto'
import { receiptAt, submitTo } from './door.ts'
import type { Machine } from './machine.ts'
import type { WayFaults } from './network.ts'
import type { Program, World } from './world.ts'

/** What a device's memory card holds: records in order, the newest of which may not survive loss of power yet. */
export class Card {
  /** Photographs, each in a file of its own. */
  readonly images = new Map<string, Uint8Array>()
  #records: Uint8Array[] = []
  #synced = 0
  /** While true nothing more fits. */
  full = false

  put(index: number, record: Uint8Array): void {
    if (index !== this.#records.length) throw new Error(`record ${index} is not the next`)
    this.#records.push(record.slice())
  }

  sync(): void {
    this.#synced = this.#records.length
  }

  get records(): readonly Uint8Array[] {
    return this.#records.map((record) => record.slice())
  }

  /** Power is lost: of the records that were not synced, the `kept` oldest remain. */
  losePower(kept: (unsynced: number) => number): void {
    this.#records = this.#records.slice(0, this.#synced + kept(this.#records.length - this.#synced))
    this.#synced = this.#records.length
  }
}

const readMsMax = 4
const writeMsMax = 6
const syncMsMax = 12

/** One program's store on a card. What is read has been synced; what is under way when the program dies may be there. */
export class SimDeviceStore implements DeviceStore {
  readonly #world: World
  readonly #program: Program
  readonly #card: Card

  constructor(world: World, program: Program, card: Card) {
    this.#world = world
    this.#program = program
    this.#card = card
  }

  read(): Promise<readonly Uint8Array[]> {
    return this.#after(readMsMax, () => {
      this.#card.sync()
      return this.#card.records
    })
  }

  async append(index: number, record: Uint8Array): Promise<void> {
    await this.#after(writeMsMax, () => {
      const isFull = this.#card.full
      // Where a write fails, the record may be there all the same.
      if (!isFull || this.#world.happens(0.2)) this.#card.put(index, record)
      if (isFull) throw new Error('no space left')
    })
    await this.sync()
  }

  /** What has been written survives loss of power from then on. */
  async sync(): Promise<void> {
    await this.#after(syncMsMax, () => this.#card.sync())
  }

  #after<T>(msMax: number, act: () => T): Promise<T> {
    return this.#world.call(this.#program, this.#world.between(0, msMax), act)
  }
}

/** Ids and jitter from the run's one seed. */
export function entropyOf(world: World): Entropy {
  return { bytes: (count) => Uint8Array.from({ length: count }, () => world.between(0, 255)) }
}

export interface TransportEnds {
  readonly faults: WayFaults
  /** Machines at an address; any of them may answer. */
  readonly at: (address: string) => readonly Machine[]
  /** Called with every statement that leaves the device. */
  readonly left: (address: string, said: OpenedStatement) => void
  /** What has left it by a statement's id: what a question for a receipt is about. */
  readonly said: (statementId: string) => OpenedStatement | undefined
  /** Called with every receipt that reaches the device. */
  readonly received: (address: string, machine: Machine, said: OpenedStatement, receipt: Uint8Array) => void
}

const patienceMs = 8_000
const retryAfterMs = 1_000

/** One program's way to the nodes: loses, delays and doubles what it carries, both ways. */
export class SimTransport implements Transport {
  readonly #world: World
  readonly #program: Program
  readonly #ends: TransportEnds

  constructor(world: World, program: Program, ends: TransportEnds) {
    this.#world = world
    this.#program = program
    this.#ends = ends
  }

  submit(address: string, bytes: Uint8Array): Promise<Answer> {
    const said = opening(bytes)
    this.#ends.left(address, said)
    return this.#ask(address, said, (machine) => submitAt(machine, said))
  }

  receipt(address: string, { log, statementId }: ReceiptQuestion): Promise<Answer> {
    const said = this.#ends.said(statementId)
    if (said === undefined) throw new Error('asked about what was never sent')
    return this.#ask(address, said, async (machine) => {
      const receipt = await receiptAt(machine, log, said)
      return receipt === undefined ? { type: 'not-yet' } : { type: 'receipt', bytes: receipt }
    })
  }

  #ask(address: string, said: OpenedStatement, act: Act): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>()
    this.#send(address, said, act, answer)
    if (this.#world.happens(this.#ends.faults.doubleRate)) this.#send(address, said, act, Promise.withResolvers())
    const silence: Answer = { type: 'unreachable', detail: 'no answer in time' }
    return this.#world
      .within(this.#program, patienceMs, answer, () => new Error('no answer in time'))
      .catch(() => silence)
  }

  #send(address: string, said: OpenedStatement, act: Act, answer: PromiseWithResolvers<Answer>): void {
    const world = this.#world
    if (!this.#arrives()) return
    world.later(this.#wayMs(), () => {
      const machines = this.#ends.at(address)
      const machine = machines[world.between(0, machines.length - 1)]
      if (machine?.node === undefined) return
      act(machine).then(
        (given) => this.#return(address, machine, said, { given, answer }),
        (error: unknown) => machine.alarmed(error),
      )
    })
  }

  #return(address: string, machine: Machine, said: OpenedStatement, { given, answer }: Answered): void {
    if (given === undefined || !this.#arrives()) return
    this.#world.later(this.#wayMs(), () => {
      if (!this.#program.alive) return
      if (given.type === 'receipt') this.#ends.received(address, machine, said, given.bytes)
      answer.resolve(given)
    })
  }

  #arrives(): boolean {
    return !this.#world.happens(this.#ends.faults.lossRate)
  }

  #wayMs(): number {
    return this.#world.between(1, this.#ends.faults.delayMsMax)
  }
}

type Act = (machine: Machine) => Promise<Answer | undefined>

interface Answered {
  readonly given: Answer | undefined
  readonly answer: PromiseWithResolvers<Answer>
}

/** A node's answer as its HTTP gives it. */
async function submitAt(machine: Machine, { bytes, signature }: OpenedStatement): Promise<Answer | undefined> {
  const { node } = machine
  const answer = await submitTo(machine, { statement: bytes, signature })
  if (answer === undefined || node === undefined) return undefined
  switch (answer.type) {
    case 'receipt':
      return { type: 'receipt', bytes: answer.receipt }
    case 'refused':
      return { type: 'refusal', note: refusalNote(node.setting, node.logs, answer) }
    case 'busy':
      return { type: 'busy', retryAfterMs }
  }
}

function opening(bytes: Uint8Array): OpenedStatement {
  const signed = decodeSignedStatement(bytes)
  const opened = signed.ok ? openStatement(signed.value.statement, signed.value.signature) : signed
  if (!opened.ok) throw new Error('a device sends statements')
  return opened.value
}
