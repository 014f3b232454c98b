import {
  type Destination,
  Device,
  type DestinationTrust,
  destinationTrust,
  type Line,
  type Outgoing,
  runCourier,
} from '@khata/device'
import { equalBytes, intakeLog, type OpenedStatement, openReceipt, type RegisterState } from '@khata/ledger'
import { readEntries } from '@khata/node'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import { listsIn, postOf, type SeatLists } from '../officers/posts.ts'
import { SimImageKeeper, SimImageTransport } from './device-camera.ts'
import { Card, entropyOf, SimDeviceStore, SimTransport } from './device-ports.ts'
import { deviceName, electionId, poKey } from './election.ts'
import { believe } from './filing.ts'
import type { History } from './history.ts'
import { SimClock } from './instruments.ts'
import type { Machine } from './machine.ts'
import type { WayFaults } from './network.ts'
import type { People } from './election.ts'
import { Program, type World } from './world.ts'

/** Everything outside the devices. */
export interface DeviceSurroundings {
  readonly world: World
  readonly history: History
  readonly people: People
  readonly register: RegisterState
  readonly way: WayFaults
  /** Machines that take statements to a log. */
  readonly at: (log: string) => readonly Machine[]
}

const restartMs = 1_000

/** A presiding officer's device: its card outlives its program, which may die at any moment and is started again. */
export class OfficerDevice {
  readonly name: string
  readonly seat: SeatPlan
  readonly station: StationPlan
  readonly card = new Card()
  clockErrorMs = 0
  /** Its officer has counted: a form is on its way, or will be. */
  hasCounted = false
  readonly #around: DeviceSurroundings
  readonly #left = new Map<string, OpenedStatement>()
  readonly #sequences = new Map<number, string>()
  readonly #leftAt = new Map<string, number>()
  #program: Program
  #device: Device | undefined

  constructor(seat: SeatPlan, station: StationPlan, around: DeviceSurroundings) {
    this.name = deviceName(seat, station)
    this.seat = seat
    this.station = station
    this.#around = around
    this.#program = new Program(this.name)
  }

  /** The device, once it is open and as long as its program lives. */
  get device(): Device | undefined {
    return this.#program.alive ? this.#device : undefined
  }

  start(): void {
    const program = new Program(this.name)
    this.#program = program
    this.#device = undefined
    void this.#open(program)
  }

  /** The program ends at once; with the power, what was not synced may go too. */
  crash(kind: 'kill' | 'power', restartAfterMs: number): void {
    const { world } = this.#around
    world.note(`${this.name}: ${kind === 'kill' ? 'killed' : 'power lost'}, back in ${restartAfterMs} ms`)
    this.#program.kill()
    if (kind === 'power') this.card.losePower((unsynced) => world.between(0, unsynced))
    world.later(restartAfterMs, () => {
      if (!this.#program.alive) this.start()
    })
  }

  /** Virtual time at which a statement last left for an address. */
  leftAt(address: string, { opened }: Outgoing): number | undefined {
    return this.#leftAt.get(`${address} ${opened.hashHex}`)
  }

  async #open(program: Program): Promise<void> {
    const { world } = this.#around
    const clock = new SimClock(world, program, this)
    const opened = await Device.open({
      election: electionId,
      signer: poKey(this.seat, this.station),
      posts: [this.#post()],
      store: new SimDeviceStore(world, program, this.card),
      transport: new SimTransport(world, program, this.#ends()),
      camera: {
        keeper: new SimImageKeeper(world, program, this.card),
        transport: new SimImageTransport(world, program, { faults: this.#around.way, at: this.#around.at }),
      },
      clock,
      entropy: entropyOf(world),
      trustOf: (destination) => this.trustOf(destination),
    })
    if (!program.alive) return
    if (!opened.ok) {
      world.must(opened.error.code === 'device/store-failed', `${this.name} cannot be opened: ${opened.error.code}`)
      return this.crash('kill', restartMs)
    }
    this.#device = opened.value
    this.#remembers(opened.value)
    await runCourier(opened.value, clock, new AbortController().signal)
  }

  trustOf({ log }: Destination): DestinationTrust | undefined {
    return destinationTrust(this.#around.register, log)
  }

  /** Whatever has left the device stands in its outbox for ever. */
  #remembers({ outgoing }: Device): void {
    const held = new Set(outgoing.map(({ opened }) => opened.hashHex))
    const lost = [...this.#left.values()].find(({ hashHex }) => !held.has(hashHex))
    this.#around.world.must(lost === undefined, `${this.name} has forgotten what it had sent: ${lost?.statement.body}`)
  }

  #post() {
    const { people, register } = this.#around
    const { seat } = this.seat
    const parameters = register.election?.value.parameters
    if (parameters === undefined || parameters === null) throw new Error('the election has parameters')
    const destinations = [
      { name: 'ro', kind: 'ro', log: seat, address: seat },
      { name: 'hq', kind: 'hq', log: intakeLog('hq'), address: intakeLog('hq') },
    ] as const
    return postOf(seat, listsOf(people, seat), this.station.number, { parameters, destinations })
  }

  #ends() {
    const { world, history, way: faults, at } = this.#around
    return {
      faults,
      at,
      said: (id: string): OpenedStatement | undefined => this.#left.get(id),
      left: (address: string, said: OpenedStatement): void => this.#note(address, said),
      received: (log: string, machine: Machine, { bytes, signature }: OpenedStatement, receipt: Uint8Array): void => {
        believe({ world, history, log }, machine, { statement: bytes, signature }, receipt)
      },
    }
  }

  #note(address: string, said: OpenedStatement): void {
    const { world } = this.#around
    const { sequence } = said.statement
    const before = this.#sequences.get(sequence) ?? said.hashHex
    world.must(before === said.hashHex, `${this.name} has given number ${sequence} to two statements`)
    this.#sequences.set(sequence, said.hashHex)
    this.#left.set(said.idHex, said)
    this.#leftAt.set(`${address} ${said.hashHex}`, world.elapsedMs)
  }
}

const lists = new Map<string, SeatLists>()

/** The same in every night. */
function listsOf(people: People, seat: string): SeatLists {
  const known = lists.get(seat) ?? listsIn(people.lists.get(seat) ?? [])
  lists.set(seat, known)
  return known
}

/** What devices are asked once the faults are over. */
export interface DeviceAftermath {
  readonly history: History
  readonly devices: readonly OfficerDevice[]
  /** When the disks of a log's writer were last lost, virtual milliseconds; undefined where they never were. */
  readonly lostAt: (log: string) => number | undefined
}

/** What has not come right yet with the devices, in words; empty when all has. */
export function unsettledDevice(after: DeviceAftermath): string {
  for (const device of after.devices) {
    if (device.device === undefined) return `${device.name} is not open`
    for (const outgoing of device.device.outgoing) {
      const line = outgoing.lines.find((one) => !isSettled(after, device, outgoing, one))
      if (line !== undefined)
        return `${device.name} still waits for ${line.destination.log}: ${outgoing.opened.statement.body}`
    }
  }
  return ''
}

/**
 * All has arrived, but with whom deceives or has been deceived; and where a log's disks were lost, what was held there
 * by a local receipt alone has been sent again.
 */
function isSettled(
  { history, lostAt }: DeviceAftermath,
  device: OfficerDevice,
  outgoing: Outgoing,
  line: Line,
): boolean {
  const { destination, delivery } = line
  const { log, address } = destination
  if (delivery.state === 'replicated' || history.isBetrayed(log)) return true
  const lost = lostAt(log)
  if (lost !== undefined) return delivery.state !== 'sent' || (device.leftAt(address, outgoing) ?? 0) > lost
  return history.isStolen(outgoing.opened.statement.seat) && delivery.refusal !== undefined
}

/** A copy of a log, by the name of its machine and the log's. */
export type Copies = (machine: string, log: string) => Promise<readonly Uint8Array[] | undefined>

/**
 * The end of the night: what a device calls replicated stands in the log, and in the copy of each hub that signed for
 * it while that hub's disks are whole; what it calls local shows, under the office's own signature, what was promised.
 */
export async function judgeDevices(
  around: DeviceSurroundings,
  devices: readonly OfficerDevice[],
  copy: Copies,
): Promise<void> {
  for (const device of devices) {
    const lines = device.device?.outgoing.flatMap((outgoing) => outgoing.lines) ?? []
    for (const { destination, delivery } of lines) {
      const { receipt, state } = delivery
      if (receipt !== undefined)
        await judgeReceipt(around, device, { destination, receipt: receipt.bytes, state }, copy)
    }
  }
}

interface Held {
  readonly destination: Destination
  readonly receipt: Uint8Array
  readonly state: string
}

async function judgeReceipt(
  { world, history }: DeviceSurroundings,
  device: OfficerDevice,
  { destination, receipt, state }: Held,
  copy: Copies,
): Promise<void> {
  const { log } = destination
  const trust = device.trustOf(destination)
  const opened = trust && openReceipt(receipt, trust.checkpoint)
  world.must(opened?.ok === true, `${device.name} holds a receipt of ${log} that shows nothing`)
  if (opened?.ok !== true || state !== 'replicated') return
  const { index, entry, cosignatures } = opened.value
  world.must(cosignatures.length > 0, `${device.name} calls replicated what ${log} alone has signed for`)
  const fixed = history.log(log).entries[index]
  const stands = history.isBetrayed(log) || (fixed !== undefined && equalBytes(fixed, entry))
  world.must(stands, `${device.name} calls replicated what ${log} does not hold at ${index}`)
  for (const { key } of cosignatures) {
    const hub = key.name.slice(key.name.lastIndexOf('-') + 1)
    const held = await copy(hub, log)
    const isThere = held === undefined || (held[index] !== undefined && equalBytes(held[index], entry))
    world.must(isThere, `${hub} signed for entry ${index} of ${log}, which its copy lacks`)
  }
}

/** Whole copies of logs as machines hold them, each read once; undefined where the machine lost its disk. */
export function copiesOf(machines: readonly Machine[], done: <T>(work: Promise<T>) => Promise<T>): Copies {
  const read = new Map<string, readonly Uint8Array[]>()
  return async (name, log) => {
    const machine = machines.find((one) => one.name === name)
    const { node } = machine ?? {}
    if (machine === undefined || node === undefined || machine.diskLost) return undefined
    const held =
      read.get(`${name} ${log}`) ??
      (await done(readEntries(node.setting.site.store, log, 0, node.logs.fold(log)?.size ?? 0)))
    read.set(`${name} ${log}`, held)
    return held
  }
}
