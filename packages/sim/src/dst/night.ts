import { openEntry } from '@khata/ledger'
import { cloneHardware, ownLogs, type Prepared, prepareElection, runUntilDone } from './ceremony.ts'
import { copiesOf, type DeviceSurroundings, judgeDevices, OfficerDevice } from './devices.ts'
import { machinePlans, nightBeginsAt, People, simulatedPlan, trust } from './election.ts'
import { faultsEndMs } from './faults.ts'
import type { Desk } from './filing.ts'
import { History } from './history.ts'
import { judgeNight } from './judge.ts'
import { type Alteration, type Hardware, Machine, type MachinePlan, type Surroundings } from './machine.ts'
import { Network } from './network.ts'
import type { Fork } from './observers.ts'
import { examine, type Scene } from './officers.ts'
import type { Grounds, Part } from './part.ts'
import { drawPlan } from './plan.ts'
import { Public } from './public.ts'
import type { Server } from './server.ts'
import { unsettled } from './settled.ts'
import { clearUp, fairWeather } from './weather.ts'
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
  /** What observers can prove in the end. */
  readonly forks: readonly Fork[]
}

const asIs: Alteration = (site) => site

/** Everything comes right within this time after the last fault, or never. */
const comesRightMs = 240_000
const lookMs = 200

/** One election night of the production nodes, from one seed; of its plan only the parts of these numbers, if any are named. */
export async function runNight(seed: number, alter: Alteration = asIs, only?: ReadonlySet<number>): Promise<Outcome> {
  const night = new Night(seed, await prepareElection(), alter)
  return night.run(drawPlan(seed).filter(({ number }) => only?.has(number) ?? true))
}

class Night {
  readonly #seed: number
  readonly #world: World
  readonly #history: History
  readonly #network = new Network()
  readonly #weather = fairWeather()
  readonly #around: Surroundings
  readonly #machines: Machine[]
  readonly #public: Public
  readonly #clients = new Program('clients')
  readonly #prepared: Prepared
  readonly #scene: Scene
  readonly #deviceAround: DeviceSurroundings
  readonly #devices: readonly OfficerDevice[]
  #right = false
  /** Officers who still wait for an answer, by log. */
  readonly #filing = new Map<string, number>()

  constructor(seed: number, prepared: Prepared, alter: Alteration) {
    const { register, frozen } = prepared
    this.#seed = seed
    this.#prepared = prepared
    this.#world = new World(seed, nightBeginsAt)
    this.#history = new History(this.#world, register)
    const { server, way } = this.#weather
    this.#around = {
      world: this.#world,
      network: this.#network,
      history: this.#history,
      trust,
      faults: { server, way },
      alter,
    }
    this.#machines = machinePlans.map(
      (plan) => new Machine(plan, cloneHardware(hardwareOf(prepared, plan)), this.#around),
    )
    this.#public = new Public({ world: this.#world, history: this.#history, machines: this.#machines })
    const people = new People()
    for (const seat of frozen) people.freeze(seat)
    const shared = { world: this.#world, history: this.#history, people }
    this.#deviceAround = { ...shared, register, way, at: (log) => this.#writersOf(log) }
    this.#devices = simulatedPlan.seats.flatMap((seat) =>
      seat.stations.map((station) => new OfficerDevice(seat, station, this.#deviceAround)),
    )
    this.#scene = {
      ...shared,
      clients: this.#clients,
      machines: this.#machines,
      devices: this.#devices,
      desk: (log) => this.#desk(log),
      background: (log, work) => this.#background(log, work),
      aside: (work) => void this.#done(work()),
    }
  }

  async run(plan: readonly Part[]): Promise<Outcome> {
    this.#takeOverHistory()
    for (const part of plan) this.#world.later(part.atMs, () => this.#begin(part))
    for (const machine of this.#machines) machine.start()
    for (const device of this.#devices) device.start()
    for (const { seat } of simulatedPlan.seats) this.#scene.aside(() => examine(this.#scene, seat))
    this.#world.later(faultsEndMs + 20_000, () => this.#clear())
    this.#lookAgain()
    this.#public.readNowAndThen()
    await this.#untilRight()
    if (this.#world.violation === undefined) await this.#judge()
    const entries = this.#history.logs.reduce((sum, log) => sum + this.#history.log(log).entries.length, 0)
    const clockBackMs = Math.max(...this.#history.logs.map((log) => furthestBackMs(this.#history.log(log).entries)))
    const { violation, trace, elapsedMs } = this.#world
    const { forks } = this.#public
    return { seed: this.#seed, violation, trace, virtualMs: elapsedMs, entries, clockBackMs, forks }
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

  #begin({ number, deed }: Part): void {
    this.#world.note(`[${number}] ${deed.words}`)
    deed.act(this.#grounds())
  }

  #grounds(): Grounds {
    return {
      ...this.#scene,
      network: this.#network,
      weather: this.#weather,
      double: (machine, server) => this.#double(machine, server),
      early: ({ plan }) => cloneHardware(hardwareOf(this.#prepared, plan)),
    }
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
    const images = machine.hardware.images.clone()
    const marks = machine.hardware.marks.clone()
    const other = new Machine(
      { ...machine.plan, name: `${machine.name}'` },
      { disk, images, marks, server },
      this.#around,
    )
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
    for (const machine of this.#machines) {
      if (machine.plan.role === 'hq' && machine.clockErrorMs !== 0) this.#history.hqClockIsRight = false
      machine.look()
    }
  }

  async #untilRight(): Promise<void> {
    while (this.#world.violation === undefined && !this.#right && (await this.#world.agenda.step()));
  }

  #unsettled(): string {
    return unsettled({
      machines: this.#machines,
      history: this.#history,
      devices: this.#devices,
      network: this.#network,
      filing: this.#filing,
    })
  }

  /** The end of the night: observers judge every log, each node must agree with them, and what devices hold must be so. */
  async #judge(): Promise<void> {
    this.#look()
    const report = await this.#public.judge()
    const done = <T>(work: Promise<T>): Promise<T> => runUntilDone(this.#world, work)
    await judgeNight({ world: this.#world, history: this.#history, machines: this.#machines, report, done })
    await judgeDevices(this.#deviceAround, this.#devices, copiesOf(this.#machines, done))
  }
}

function hardwareOf({ hardware }: Prepared, { name }: MachinePlan): Hardware {
  const own = hardware.get(name.replaceAll("'", ''))
  if (own === undefined) throw new Error(`no machine ${name}`)
  return own
}

function furthestBackMs(entries: readonly Uint8Array[]): number {
  const times = entries.map(openEntry).flatMap((opened) => (opened.ok ? [opened.value.entry.sequencedAt] : []))
  return times.reduce((most, at, i) => Math.max(most, (times[i - 1] ?? at) - at), 0)
}
