import {
  intakeLog,
  openCheckpoint,
  type OpenedStatement,
  openEntry,
  registerLog,
  type SignedBytes,
  toHex,
} from '@khata/ledger'
import { forkRow, type KhataNode, readEntries, sizeOf } from '@khata/node'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import { form45Of } from '../officers/form45.ts'
import { cloneHardware, ownLogs, type Prepared, prepareElection, runUntilDone } from './ceremony.ts'
import { machinePlans, nightBeginsAt, People, simulatedPlan, trust } from './election.ts'
import { faultsEndMs } from './faults.ts'
import { type Desk, fileUntilLogged, fileUntilReplicated } from './filing.ts'
import { History } from './history.ts'
import { type Alteration, type Hardware, Machine, type MachinePlan, type Surroundings } from './machine.ts'
import { Network } from './network.ts'
import type { Fork } from './observers.ts'
import type { Grounds, Part } from './part.ts'
import { drawPlan } from './plan.ts'
import { Public } from './public.ts'
import type { Server } from './server.ts'
import { isLost, unsettled } from './settled.ts'
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
  readonly #people = new People()
  readonly #public: Public
  readonly #clients = new Program('clients')
  readonly #prepared: Prepared
  #right = false
  /** Officers who still wait for an answer, by log. */
  readonly #filing = new Map<string, number>()

  constructor(seed: number, prepared: Prepared, alter: Alteration) {
    this.#seed = seed
    this.#prepared = prepared
    this.#world = new World(seed, nightBeginsAt)
    this.#history = new History(this.#world, prepared.register)
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
    for (const seat of prepared.frozen) this.#people.freeze(seat)
  }

  async run(plan: readonly Part[]): Promise<Outcome> {
    this.#takeOverHistory()
    for (const part of plan) this.#world.later(part.atMs, () => this.#begin(part))
    for (const machine of this.#machines) machine.start()
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
      world: this.#world,
      network: this.#network,
      machines: this.#machines,
      history: this.#history,
      weather: this.#weather,
      double: (machine, server) => this.#double(machine, server),
      early: ({ plan }) => cloneHardware(hardwareOf(this.#prepared, plan)),
      files: (seat, station) => this.#goes(seat, station, (...at) => this.#station(...at)),
      forges: (seat, station) => this.#goes(seat, station, (...at) => this.#forge(...at)),
      appoints: (name) => this.#background(registerLog, () => this.#appoint(name)),
    }
  }

  #goes(name: string, number: number, work: (seat: SeatPlan, station: StationPlan) => Promise<void>): void {
    const seat = simulatedPlan.seats.find((one) => one.seat === name)
    const station = seat?.stations.find((one) => one.number === number)
    if (seat !== undefined && station !== undefined) this.#background(name, () => work(seat, station))
  }

  async #appoint(name: string): Promise<void> {
    await this.#file(registerLog, this.#people.appoint(name, this.#world.now), () => undefined)
  }

  async #station(seat: SeatPlan, station: StationPlan): Promise<void> {
    const world = this.#world
    const { figures } = station
    if (figures === undefined) return
    const body = { body: 'form45Submitted', form45Submitted: { form: form45Of(station, figures) } } as const
    const { signed, hash } = this.#people.po(seat, station).say(seat.seat, body, world.now)
    this.#background(intakeLog('hq'), () => this.#fileDirectly(signed))
    await this.#fileThen(seat.seat, signed, () => this.#lock(seat, station, hash))
  }

  /** The device locks its form; the returning officer accepts no other. */
  async #lock(seat: SeatPlan, station: StationPlan, form: Uint8Array): Promise<void> {
    const body = { body: 'form45Locked', form45Locked: { station: station.number, form } } as const
    const { signed } = this.#people.po(seat, station).say(seat.seat, body, this.#world.now)
    await this.#fileThen(seat.seat, signed, () => this.#accept(seat.seat, station.number, form))
  }

  /** Somebody who has the officer's public key and not the secret one. */
  async #forge(seat: SeatPlan, station: StationPlan): Promise<void> {
    const { figures } = station
    if (figures === undefined) return
    const body = { body: 'form45Submitted', form45Submitted: { form: form45Of(station, figures) } } as const
    const { statement } = new People().po(seat, station).say(seat.seat, body, this.#world.now + 1).signed
    const filed = await fileUntilLogged(this.#desk(seat.seat), { statement, signature: new Uint8Array(64).fill(7) })
    this.#world.must(filed.type === 'refused', `${seat.seat} took a forged form`)
  }

  async #accept(seat: string, station: number, form: Uint8Array): Promise<void> {
    await this.#world.sleep(this.#clients, this.#world.between(0, 5_000))
    const body = { body: 'form45Accepted', form45Accepted: { station, form } } as const
    await this.#file(seat, this.#people.ro(seat).say(seat, body, this.#world.now).signed, () => undefined)
  }

  /** Files a statement, and goes on once as soon as it stands in the log. */
  async #fileThen(seat: string, signed: SignedBytes, next: () => Promise<void>): Promise<void> {
    let begun = false
    await this.#file(seat, signed, () => {
      if (begun) return
      begun = true
      this.#background(seat, next)
    })
  }

  async #file(seat: string, signed: SignedBytes, onLocal: () => void): Promise<void> {
    const filed = await fileUntilReplicated(this.#desk(seat), signed, onLocal)
    // Of two histories, one may lack what the other let the officer go on with.
    const mayRefuse = this.#history.isBetrayed(seat)
    if (filed.type === 'refused') this.#world.must(mayRefuse, `${seat} refused an officer: ${filed.code}`)
  }

  /** The officer's own copy for HQ. */
  async #fileDirectly(signed: SignedBytes): Promise<void> {
    const filed = await fileUntilLogged(this.#desk(intakeLog('hq')), signed)
    if (filed.type === 'refused') this.#world.must(false, `HQ refused an officer: ${filed.code}`)
  }

  #desk(log: string): Desk {
    const machinesNow = (): readonly Machine[] => this.#machines.filter(({ plan }) => ownLogs(plan).includes(log))
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

  #background(log: string, work: () => Promise<void>): void {
    const count = (by: number): void => void this.#filing.set(log, (this.#filing.get(log) ?? 0) + by)
    count(1)
    work().then(
      () => count(-1),
      (error: unknown) => this.#world.breach(error instanceof Error ? error : new Error(String(error))),
    )
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
    for (const machine of this.#machines) machine.look()
  }

  async #untilRight(): Promise<void> {
    while (this.#world.violation === undefined && !this.#right && (await this.#world.agenda.step()));
  }

  #unsettled(): string {
    return unsettled({ machines: this.#machines, history: this.#history, filing: this.#filing })
  }

  /** The end of the night: observers judge every log, and HQ finds each direct copy. */
  async #judge(): Promise<void> {
    this.#look()
    await this.#public.judge()
    for (const machine of this.#machines) {
      if (machine.plan.hub === 'hq') await this.#crossCheck(machine)
      if (machine.plan.hub !== undefined) await this.#hasEvidence(machine)
    }
  }

  /** What officers filed with HQ directly and HQ's copy of their seat's log lacks is named, and nothing else. */
  async #crossCheck({ node }: Machine): Promise<void> {
    if (node === undefined) return
    const seats = (await runUntilDone(this.#world, node.crossCheck())) ?? []
    const filed = await this.#statementsAt(node, intakeLog('hq'))
    for (const { seat, missing, different } of seats.filter((one) => !isLost(this.#machines, one.seat))) {
      const logged = new Set((await this.#statementsAt(node, seat)).map(({ hashHex }) => hashHex))
      const own = filed.filter(({ statement }) => statement.seat === seat).map(({ hashHex }) => hashHex)
      const withheld = own.filter((hash) => !logged.has(hash)).toSorted()
      const named = [...missing, ...different].map(({ hash }) => hash).toSorted()
      for (const hash of named) this.#world.note(`unmatched in ${seat}: ${hash}`)
      this.#world.must(
        named.join() === withheld.join(),
        `HQ names ${named.length} withheld in ${seat}, not ${withheld.length}`,
      )
      const mayWithhold = this.#history.isBetrayed(seat)
      this.#world.must(mayWithhold || named.length === 0, `HQ misses ${named.length} of its direct copies in ${seat}`)
    }
    const mayBeEmpty = isLost(this.#machines, intakeLog('hq'))
    this.#world.must(mayBeEmpty || seats.length > 0, 'HQ was filed no direct copy')
  }

  async #statementsAt({ logs, setting }: KhataNode, log: string): Promise<readonly OpenedStatement[]> {
    const running = logs.all.get(log)
    const size = running === undefined ? 0 : sizeOf(running)
    const entries = await runUntilDone(this.#world, readEntries(setting.site.store, log, 0, size))
    return entries
      .map(openEntry)
      .flatMap((opened) => (opened.ok && opened.value.statement.ok ? [opened.value.statement.value] : []))
  }

  /** Of every checkpoint that a hub refused because it holds another history, it keeps the signed note. */
  async #hasEvidence({ name, node, diskLost }: Machine): Promise<void> {
    for (const { hub, log, note } of this.#history.contradictions) {
      const signers = this.#history.trustIn(log)
      const opened = signers && openCheckpoint(note, signers)
      if (hub !== name || node === undefined || diskLost || opened?.ok !== true) continue
      const key = forkRow(log, toHex(opened.value.checkpoint.root))
      const [kept] = await runUntilDone(this.#world, node.setting.site.store.read([key]))
      this.#world.must(kept !== undefined, `${name} refused another history of ${log} and kept no proof of it`)
    }
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
