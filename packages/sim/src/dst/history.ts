import {
  appendLeaf,
  checkpointTrustOf,
  declaredLog,
  emptyFrontier,
  equalBytes,
  type Frontier,
  form47,
  formHash,
  frontierRoot,
  judgedAtRegisterSize,
  leafHash,
  type LogFold,
  openCheckpoint,
  openEntry,
  type RegisterState,
  registerLog,
  toHex,
} from '@khata/ledger'
import { type KhataNode, foldOf } from '@khata/node'
import type { Server, ServerWatch } from './server.ts'
import type { Process, World } from './world.ts'

/** One log as its released checkpoints have fixed it for ever. */
export interface FixedLog {
  readonly entries: Uint8Array[]
  /** Root in hex at each size. */
  readonly roots: string[]
  frontier: Frontier
  readonly ids: Set<string>
}

/** What has been promised in one run, and whether everything seen afterwards keeps it. */
export class History implements ServerWatch {
  readonly #world: World
  readonly #register: RegisterState
  readonly #logs = new Map<string, FixedLog>()
  readonly #seen = new Set<string>()
  readonly #forms = new Map<string, string>()
  /** Entries of each log that each machine must never lack again while its disk is whole. */
  readonly #owed = new Map<string, Map<string, number>>()
  /** Processes whose store is behind what was released: they may write nothing new, in these logs. */
  readonly #barred = new Map<Process, ReadonlySet<string>>()

  constructor(world: World, register: RegisterState) {
    this.#world = world
    this.#register = register
  }

  log(name: string): FixedLog {
    const known = this.#logs.get(name)
    if (known !== undefined) return known
    const roots = [toHex(frontierRoot(emptyFrontier))]
    const fixed = { entries: [], roots, frontier: emptyFrontier, ids: new Set<string>() }
    this.#logs.set(name, fixed)
    return fixed
  }

  get logs(): readonly string[] {
    return [...this.#logs.keys()]
  }

  bar(process: Process, logs: ReadonlySet<string>): void {
    this.#barred.set(process, logs)
  }

  owe(machine: string, log: string, size: number): void {
    const owed = this.#owed.get(machine) ?? new Map<string, number>()
    this.#owed.set(machine, owed)
    owed.set(log, Math.max(size, owed.get(log) ?? 0))
  }

  owedBy(machine: string): ReadonlyMap<string, number> {
    return this.#owed.get(machine) ?? new Map()
  }

  appended(process: Process, log: string, from: number, entries: readonly Uint8Array[]): void {
    if (this.#barred.get(process)?.has(log) !== true) return
    const fixed = this.log(log)
    const isOld = entries.every((entry, at) => equalBytes(entry, fixed.entries[from + at] ?? new Uint8Array()))
    this.#world.must(isOld, `${process.name} sequences ${log} at ${from} with a store that is behind`)
  }

  released(process: Process, server: Server, log: string, note: string): void {
    this.#take(log, new TextEncoder().encode(note), process.name, server)
  }

  /** A note that somebody was shown: a receipt's, or one on its way between nodes. */
  shown(log: string, note: Uint8Array, where: string): void {
    this.#take(log, note, where, undefined)
  }

  /** The views of a running node: no fault, nothing void, the fixed entries, and one Form 47 at each size. */
  look(name: string, node: KhataNode): void {
    for (const [log, running] of node.logs.all) {
      const fold = foldOf(running)
      this.#world.must(fold.fault === undefined, `${name} finds ${log} invalid: ${fold.fault?.code}`)
      this.#world.must(fold.voids.length === 0, `${name} finds an entry of ${log} void: ${fold.voids[0]?.refusal.code}`)
      const root = this.log(log).roots[fold.size]
      const isSame = root === undefined || root === toHex(frontierRoot(fold.frontier))
      this.#world.must(isSame, `${name} holds another ${log} than was released, at size ${fold.size}`)
      this.#compareForm(name, fold, node.register)
    }
  }

  /** A node has just opened: what it vouched for before must be there. */
  reopened(name: string, node: KhataNode): void {
    for (const [log, size] of this.owedBy(name)) {
      const running = node.logs.all.get(log)
      const held = running === undefined ? 0 : foldOf(running).size
      this.#world.must(held >= size, `${name} vouched for ${size} entries of ${log} and holds ${held}`)
    }
  }

  #take(log: string, note: Uint8Array, where: string, server: Server | undefined): void {
    const text = `${log}\n${new TextDecoder().decode(note)}`
    if (this.#seen.has(text)) return
    this.#seen.add(text)
    const identity = log === registerLog ? this.#registerIdentity() : declaredLog(this.#register, log)
    if (identity === undefined) return
    const opened = openCheckpoint(note, checkpointTrustOf(this.#register, identity))
    if (!opened.ok) return this.#world.must(false, `${where}: a checkpoint of ${log} is refused: ${opened.error.code}`)
    const { size, root } = opened.value.checkpoint
    if (size >= this.log(log).roots.length && !this.#fix(log, size, where, server)) return
    const isSame = this.log(log).roots[size] === toHex(root)
    this.#world.must(isSame, `${where}: a second history of ${log} is signed at size ${size}`)
  }

  #registerIdentity() {
    return { log: registerLog, generation: 1, sequencerKey: this.#register.trust.registerKey }
  }

  #fix(log: string, size: number, where: string, server: Server | undefined): boolean {
    const fixed = this.log(log)
    const held = server?.entries(log) ?? []
    this.#world.must(held.length >= size, `${where}: ${log} is shown at ${size} and its stream holds ${held.length}`)
    if (held.length < size) return false
    for (const entry of held.slice(fixed.entries.length, size)) this.#append(log, fixed, entry)
    return true
  }

  #append(log: string, fixed: FixedLog, bytes: Uint8Array): void {
    const opened = openEntry(bytes)
    this.#world.must(opened.ok && opened.value.statement.ok, `${log} holds an entry that cannot be read`)
    if (!opened.ok || !opened.value.statement.ok) return
    const { idHex } = opened.value.statement.value
    this.#world.must(!fixed.ids.has(idHex), `${log} holds statement ${idHex} twice`)
    fixed.ids.add(idHex)
    fixed.entries.push(bytes)
    fixed.frontier = appendLeaf(fixed.frontier, leafHash(bytes))
    fixed.roots.push(toHex(frontierRoot(fixed.frontier)))
  }

  #compareForm(name: string, fold: LogFold, register: RegisterState): void {
    if (fold.content.kind !== 'seat' || fold.size === 0 || fold.size >= this.log(fold.log).roots.length) return
    const at = `${fold.log} at size ${fold.size} and register size ${judgedAtRegisterSize(fold, register)}`
    if (this.#seen.has(`${name} ${at}`)) return
    this.#seen.add(`${name} ${at}`)
    const hash = formHash(form47(fold, fold.content.seat, register))
    const first = this.#forms.get(at) ?? hash
    this.#forms.set(at, first)
    this.#world.must(first === hash, `${name} writes another Form 47 of ${at}`)
  }
}
