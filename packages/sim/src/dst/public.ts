import { equalBytes, openCheckpoint, registerLog } from '@khata/ledger'
import { forkRow, type Store } from '@khata/node'
import type { ElectionReport, LogReport } from '@khata/observer'
import { runUntilDone } from './ceremony.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import { differ, type Fork, Observer, type ShownLog } from './observers.ts'
import { readLog } from './reader.ts'
import { isLost } from './settled.ts'
import { Program, type World } from './world.ts'

export interface Square {
  readonly world: World
  readonly history: History
  readonly machines: readonly Machine[]
}

const readMsMax = 4_000

/** What an observer was shown of one log at one moment. */
interface Showing extends ShownLog {
  readonly observer: Observer
  readonly log: string
}

/** The public: two observers, who read logs now and then, anywhere, and say in the end what they make of them. */
export class Public {
  readonly #square: Square
  readonly #reader = new Program('public')
  /** Reads everything at the end of the night, and asks hubs what proofs they keep. */
  readonly #thorough: Observer
  /** Has nothing but what it happened to read, and the register. */
  readonly #casual: Observer
  readonly #showings: Showing[] = []

  constructor(square: Square) {
    this.#square = square
    const trustIn = (log: string) => square.history.trustIn(log)
    this.#thorough = new Observer(trustIn)
    this.#casual = new Observer(trustIn)
  }

  readNowAndThen(): void {
    const { world, history, machines } = this.#square
    const machine = machines[world.between(0, machines.length - 1)]
    const log = history.logs[world.between(0, history.logs.length - 1)]
    const observer = world.happens(0.5) ? this.#thorough : this.#casual
    if (machine !== undefined && log !== undefined) void this.#read(machine, log, observer)
    world.later(world.between(1, readMsMax), () => this.readNowAndThen())
  }

  /** Logs of which two histories were shown, each with two signed notes. */
  get forks(): readonly Fork[] {
    return this.#square.history.logs.flatMap((log) => this.#thorough.forkOf(log) ?? [])
  }

  /** The end of the night: everything is read once more, and verified. Returns what is made of it by whoever read all. */
  async judge(): Promise<ElectionReport> {
    const { machines, history } = this.#square
    for (const machine of machines) {
      for (const log of history.logs) await this.#readInTime(machine, log, this.#thorough)
      for (const log of history.logs) await this.#askForProofs(machine, log)
      await this.#readInTime(machine, registerLog, this.#casual)
    }
    const report = await this.#judge(this.#thorough)
    await this.#judge(this.#casual)
    this.#judgeProofs()
    return report
  }

  #read(machine: Machine, log: string, observer: Observer): Promise<void> {
    return readLog(this.#square.history, machine, log, (shown) => {
      this.#showings.push({ ...shown, observer, log })
      const isSigned = observer.see(log, shown)
      this.#square.world.must(isSigned, `${machine.name} serves entries of ${log} that are not those it shows signed`)
    })
  }

  // A machine may end while it is read: nobody waits for its answer then.
  async #readInTime(machine: Machine, log: string, observer: Observer): Promise<void> {
    const { world } = this.#square
    const reading = this.#read(machine, log, observer)
    await runUntilDone(world, Promise.race([reading, world.sleep(this.#reader, readMsMax)]))
  }

  async #askForProofs({ node, plan }: Machine, log: string): Promise<void> {
    if (node === undefined || plan.hub === undefined) return
    const notes = await runUntilDone(this.#square.world, proofsOf(node.setting.site.store, log))
    for (const note of notes) this.#thorough.seeNote(log, note)
  }

  /** Honest logs hold; of a log that showed this observer two histories, it has both under their signatures. */
  async #judge(observer: Observer): Promise<ElectionReport> {
    const { world, history, machines } = this.#square
    const report = await observer.verify(world.now)
    const { register, intakes, seats } = report
    const verified = [register, ...intakes, ...seats.map(({ log }) => log)]
    for (const one of verified.filter(({ log }) => !history.isBetrayed(log))) {
      const why = this.#wrongIn(one)
      world.must(why === undefined, `an observer finds ${why} in ${one.log}`)
    }
    for (const log of history.logs) {
      const isForked = this.#wasShownTwo(observer, log)
      const named = observer.forkOf(log)
      world.must(!isForked || named !== undefined, `an observer was shown two histories of ${log} and names no fork`)
      const mayFork = history.isBetrayed(log)
      world.must(
        named === undefined || (mayFork && this.#isProof(log, named.notes)),
        `an observer's fork of ${log} is none`,
      )
    }
    const read = new Set(verified.map(({ log }) => log))
    const expected = observer === this.#thorough ? history.logs.filter((log) => !isLost(machines, log)) : []
    const missed = expected.filter((log) => !read.has(log))
    world.must(missed.length === 0, `an observer could read nothing of ${missed.join()}`)
    return report
  }

  /** Only from where the root takes a key away may there be void entries. */
  #wrongIn({ log, faults, voids }: LogReport): string | undefined {
    const unexpected = voids.find(({ index }) => !this.#square.history.isCut(log, index))
    return faults[0]?.code ?? unexpected?.refusal.code
  }

  /** Of every checkpoint that a hub refused over another history, an observer has that note and one that contradicts it. */
  #judgeProofs(): void {
    const { world, history, machines } = this.#square
    for (const { hub, log } of history.contradictions) {
      const keeps = machines.some(({ name, diskLost, node }) => name === hub && !diskLost && node !== undefined)
      const named = this.#thorough.forkOf(log)
      world.must(
        !keeps || named !== undefined,
        `${hub} refused another history of ${log}, and no observer can prove it`,
      )
    }
  }

  #wasShownTwo(observer: Observer, log: string): boolean {
    const shown = this.#showings.filter((one) => one.observer === observer && one.log === log)
    return shown.some(({ entries: one }) => shown.some(({ entries: other }) => differ(one, other)))
  }

  #isProof(log: string, notes: readonly Uint8Array[]): boolean {
    const trust = this.#square.history.trustIn(log)
    const [one, other] = notes
    const opened = notes.map((note) => trust !== undefined && openCheckpoint(note, trust).ok)
    return opened.every(Boolean) && !equalBytes(one ?? none, other ?? none)
  }
}

async function proofsOf(store: Store, log: string): Promise<readonly Uint8Array[]> {
  const notes: Uint8Array[] = []
  for await (const rows of store.scan({ from: forkRow(log, ''), to: forkRow(log, 'g') })) {
    notes.push(...rows.map(([, note]) => note))
  }
  return notes
}

const none = new Uint8Array()
