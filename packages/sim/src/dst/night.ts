import { openEntry, type RegisterState, registerLog } from '@khata/ledger'
import { seeded } from '../election/seeded.ts'
import { cloneHardware, ownLogs, type Prepared, prepareElection, runUntilDone } from './ceremony.ts'
import { copiesOf, type DeviceSurroundings, judgeDevices, OfficerDevice, unsettle } from './devices.ts'
import { machinePlans, nightBeginsAt, People, simulatedPlan, trust } from './election.ts'
import { clearUp, drawWeather, faultsEndMs, letLoose, type Weather } from './faults.ts'
import type { Desk } from './filing.ts'
import { History } from './history.ts'
import { judgeNight } from './judge.ts'
import { type Alteration, Machine, type Surroundings } from './machine.ts'
import { Network } from './network.ts'
import { appoint, examine, issue, presideOver, type Scene, verify } from './officers.ts'
import { readLog } from './reader.ts'
import type { Server } from './server.ts'
import { unsettled } from './settled.ts'
import { Program, World } from './world.ts'

/** How a run ended. */
export interface Outcome {
  readonly seed: number
  /** What was breached; undefined when all held. */
  readonly violation: Error | undefined
  /** The last things that happened, oldest first. */
  readonly trace: readonly string[]
  readonly virtualMs: number
  readonly entries: number
  /** The furthest that a sequencer's clock went back from one released entry of its log to the next. */
  readonly clockBackMs: number
}

const asIs: Alteration = (site) => site

/** Everything comes right within this time after the last fault, or never. */
const comesRightMs = 240_000
const lookMs = 200
const readMsMax = 4_000

/** Offices of the whole election that HQ gives during the night. */
const commissioners: readonly string[] = ['commissioner/1', 'commissioner/2', 'commissioner/3']

/** One election night of the production nodes, from one seed. */
export async function runNight(seed: number, alter: Alteration = asIs): Promise<Outcome> {
  const prepared = await prepareElection()
  const night = new Night(seed, prepared, alter)
  return night.run()
}

class Night {
  readonly #seed: number
  readonly #world: World
  readonly #history: History
  readonly #network = new Network()
  readonly #weather: Weather
  readonly #around: Surroundings
  readonly #machines: Machine[]
  readonly #people = new People()
  readonly #clients = new Program('clients')
  readonly #register: RegisterState
  readonly #scene: Scene
  readonly #deviceAround: DeviceSurroundings
  readonly #devices: readonly OfficerDevice[]
  #right = false
  /** Officers who still wait for an answer, by log. */
  readonly #filing = new Map<string, number>()

  constructor(seed: number, { hardware, frozen, register }: Prepared, alter: Alteration) {
    this.#seed = seed
    this.#register = register
    this.#world = new World(seeded(seed, 0), nightBeginsAt)
    this.#history = new History(this.#world, register)
    this.#weather = drawWeather(this.#world)
    const { server, way } = this.#weather
    this.#around = {
      world: this.#world,
      network: this.#network,
      history: this.#history,
      trust,
      faults: { server, way },
      alter,
    }
    this.#machines = machinePlans.map((plan) => {
      const own = hardware.get(plan.name)
      if (own === undefined) throw new Error(`no machine ${plan.name}`)
      return new Machine(plan, cloneHardware(own), this.#around)
    })
    for (const seat of frozen) this.#people.freeze(seat)
    const shared = { world: this.#world, history: this.#history, people: this.#people }
    this.#scene = {
      ...shared,
      clients: this.#clients,
      machines: this.#machines,
      desk: (log) => this.#desk(log),
      background: (log, work) => this.#background(log, work),
    }
    this.#deviceAround = { ...shared, register, way, at: (log) => this.#writersOf(log) }
    this.#devices = simulatedPlan.seats.flatMap((seat) =>
      seat.stations.map((station) => new OfficerDevice(seat, station, this.#deviceAround)),
    )
  }

  async run(): Promise<Outcome> {
    this.#takeOverHistory()
    for (const machine of this.#machines) machine.start()
    this.#beginWork()
    letLoose({
      scene: this.#scene,
      world: this.#world,
      network: this.#network,
      machines: this.#machines,
      history: this.#history,
      double: (machine, server) => this.#double(machine, server),
    })
    unsettle(this.#world, this.#devices, faultsEndMs)
    this.#world.later(faultsEndMs + 20_000, () => this.#clear())
    this.#lookAgain()
    this.#readAgain()
    await this.#untilRight()
    if (this.#world.violation === undefined) await this.#judge()
    const entries = this.#history.logs.reduce((sum, log) => sum + this.#history.log(log).entries.length, 0)
    const clockBackMs = Math.max(...this.#history.logs.map((log) => furthestBackMs(this.#history.log(log).entries)))
    const { violation, trace, elapsedMs } = this.#world
    return { seed: this.#seed, violation, trace, virtualMs: elapsedMs, entries, clockBackMs }
  }

  /** The last outage ends, the last late message has come, and the weather is fair from now on. */
  #clear(): void {
    this.#world.note('the weather clears')
    this.#network.mend()
    clearUp(this.#weather)
  }

  #takeOverHistory(): void {
    const nobody = new Program('ceremony')
    for (const { plan, hardware } of this.#machines) {
      for (const log of ownLogs(plan)) {
        const newest = hardware.server.checkpoints(log).at(-1)
        if (newest !== undefined) this.#history.released(nobody, hardware.server, log, newest.note)
      }
    }
  }

  #beginWork(): void {
    for (const device of this.#devices) {
      device.start()
      void this.#done(presideOver(this.#scene, device))
    }
    for (const { seat } of simulatedPlan.seats) {
      void this.#done(examine(this.#scene, seat))
      this.#background(seat, () => issue(this.#scene, seat))
      this.#background(seat, () => verify(this.#scene, seat))
    }
    for (const name of commissioners) this.#background(registerLog, () => appoint(this.#scene, name))
  }

  #desk(log: string): Desk {
    const machinesNow = (): readonly Machine[] => this.#writersOf(log)
    const { client: way } = this.#weather
    return {
      world: this.#world,
      history: this.#history,
      client: this.#clients,
      machines: machinesNow,
      log,
      way,
    }
  }

  #writersOf(log: string): readonly Machine[] {
    return this.#machines.filter(({ plan }) => ownLogs(plan).includes(log))
  }

  #background(log: string, work: () => Promise<unknown>): void {
    const count = (by: number): void => void this.#filing.set(log, (this.#filing.get(log) ?? 0) + by)
    count(1)
    void this.#done(work()).then(() => count(-1))
  }

  async #done(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (error) {
      this.#world.breach(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #double(machine: Machine, server: Server): Machine {
    const disk = machine.hardware.disk.clone()
    const marks = machine.hardware.marks.clone()
    const other = new Machine({ ...machine.plan, name: `${machine.name}'` }, { disk, marks, server }, this.#around)
    this.#machines.push(other)
    return other
  }

  #lookAgain(): void {
    this.#look()
    const { elapsedMs } = this.#world
    this.#right = elapsedMs > faultsEndMs + 30_000 && this.#unsettled() === ''
    const isOver = elapsedMs > faultsEndMs + 30_000 + comesRightMs
    if (isOver && !this.#right)
      this.#world.must(false, `not right ${comesRightMs} ms after the faults: ${this.#unsettled()}`)
    this.#world.later(lookMs, () => this.#lookAgain())
  }

  #look(): void {
    const hq = this.#machines.find(({ plan }) => plan.role === 'hq')
    if (hq?.clockErrorMs !== 0) this.#history.hqClockIsRight = false
    for (const { name, node, diskLost } of this.#machines)
      if (node !== undefined) this.#history.look(name, node, diskLost)
  }

  // A machine may end while it is read: nobody waits for its answer then.
  async #read(machine: Machine, log: string): Promise<void> {
    const reading = readLog(this.#history, machine, log)
    await runUntilDone(this.#world, Promise.race([reading, this.#world.sleep(this.#clients, readMsMax)]))
  }

  /** Somebody of the public, now and then, anywhere. */
  #readAgain(): void {
    const { logs } = this.#history
    const machine = this.#machines[this.#world.between(0, this.#machines.length - 1)]
    const log = logs[this.#world.between(0, logs.length - 1)]
    if (machine !== undefined && log !== undefined) void readLog(this.#history, machine, log)
    this.#world.later(this.#world.between(1, readMsMax), () => this.#readAgain())
  }

  async #untilRight(): Promise<void> {
    while (this.#world.violation === undefined && !this.#right && (await this.#world.agenda.step()));
  }

  #unsettled(): string {
    return unsettled({
      machines: this.#machines,
      history: this.#history,
      devices: this.#devices,
      filing: this.#filing,
    })
  }

  async #judge(): Promise<void> {
    this.#look()
    for (const machine of this.#machines) for (const log of this.#history.logs) await this.#read(machine, log)
    const done = <T>(work: Promise<T>): Promise<T> => runUntilDone(this.#world, work)
    const { history, devices } = { history: this.#history, devices: this.#devices }
    await judgeNight({ world: this.#world, history, machines: this.#machines, register: this.#register, done })
    const copies = copiesOf(this.#machines, done)
    await judgeDevices(this.#deviceAround, devices, copies)
  }
}

function furthestBackMs(entries: readonly Uint8Array[]): number {
  const times = entries.map(openEntry).flatMap((opened) => (opened.ok ? [opened.value.entry.sequencedAt] : []))
  return times.reduce((most, at, i) => Math.max(most, (times[i - 1] ?? at) - at), 0)
}
