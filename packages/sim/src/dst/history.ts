import {
  appendLeaf,
  type CheckpointTrust,
  checkpointTrustOf,
  cutsBelow,
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
  type LogIdentity,
  openCheckpoint,
  openEntry,
  type RegisterState,
  registerLog,
  registerSize,
  toHex,
} from '@khata/ledger'
import { type KhataNode, foldOf } from '@khata/node'
import { untrueDeadline } from './punctual.ts'
import type { Server, ServerWatch } from './server.ts'
import { revocationsIn } from './stolen-keys.ts'
import type { Program, World } from './world.ts'

/** One log as its released checkpoints have fixed it for ever. */
export interface FixedLog {
  readonly entries: Uint8Array[]
  /** Root in hex at each size. */
  readonly roots: string[]
  frontier: Frontier
  /** Where each statement's entry is, by the statement's id. */
  readonly ids: Map<string, number>
  /** The newest checkpoint's signed note. */
  note: Uint8Array
}

/** What has been promised in one run, and whether everything seen afterwards keeps it. */
export class History implements ServerWatch {
  readonly #world: World
  readonly #register: RegisterState | undefined
  readonly #logs = new Map<string, FixedLog>()
  readonly #trusts = new Map<string, CheckpointTrust>()
  readonly #seen = new Set<string>()
  readonly #forms = new Map<string, string>()
  /** At what sizes, its own and the register's, each fold was last compared with what is fixed. */
  readonly #looked = new WeakMap<LogFold, string>()
  /** Entries of each log that each machine must never lack again while its disk is whole. */
  readonly #owed = new Map<string, Map<string, number>>()
  /** Logs whose writer deceives: what it signs fixes nothing any more. */
  readonly #betrayed = new Set<string>()
  /** Keys in a thief's hands, in hex, by the seat in whose log they speak. */
  readonly stolen = new Map<string, string>()
  /** True times of acts that a deadline is about, by statement hash. */
  readonly acts = new Map<string, Act>()
  /** Whether HQ's clock has never been wrong in this run: it tells everybody the outside times. */
  hqClockIsRight = true
  /** Checkpoints that a hub has refused because it holds another history. */
  readonly contradictions: Contradiction[] = []
  /** Processes whose store is behind what was released: they may write nothing new, in these logs. */
  readonly #barred = new Map<Program, ReadonlySet<string>>()

  /** @param register undefined while it is still being written: then nothing is judged. */
  constructor(world: World, register: RegisterState | undefined) {
    this.#world = world
    this.#register = register
  }

  log(name: string): FixedLog {
    const known = this.#logs.get(name)
    if (known !== undefined) return known
    const roots = [toHex(frontierRoot(emptyFrontier))]
    const fixed = {
      entries: [],
      roots,
      frontier: emptyFrontier,
      ids: new Map<string, number>(),
      note: new Uint8Array(),
    }
    this.#logs.set(name, fixed)
    return fixed
  }

  /** Whose signatures count on a log's checkpoints; undefined while nothing is judged. */
  trustIn(log: string): CheckpointTrust | undefined {
    const known = this.#trusts.get(log)
    const identity = this.#register && identityOf(this.#register, log)
    if (known !== undefined || this.#register === undefined || identity === undefined) return known
    const trust = checkpointTrustOf(this.#register, identity)
    this.#trusts.set(log, trust)
    return trust
  }

  get logs(): readonly string[] {
    return [...this.#logs.keys()]
  }

  bar(program: Program, logs: ReadonlySet<string>): void {
    this.#barred.set(program, logs)
  }

  betray(log: string): void {
    this.#betrayed.add(log)
  }

  isBetrayed(log: string): boolean {
    return this.#betrayed.has(log)
  }

  isStolen(log: string): boolean {
    return this.stolen.has(log)
  }

  /** Whether the root has taken a key away from this entry of the log or one before: what follows may be void. */
  isCut(log: string, index: number): boolean {
    const revocations = revocationsIn(this.log(registerLog).entries)
    return revocations.some((cut) => cut.log === log && cut.size <= index)
  }

  /** An officer signs something that must be done by a deadline. */
  act(hash: Uint8Array, at: number): void {
    this.acts.set(toHex(hash), { saidAt: at, replicatedAt: undefined })
  }

  /** From then on a hub vouches for it. */
  actReplicated(hash: Uint8Array, at: number): void {
    const act = this.acts.get(toHex(hash))
    if (act !== undefined) act.replicatedAt = at
  }

  contradicted(hub: string, log: string, note: Uint8Array): void {
    this.contradictions.push({ hub, log, note })
  }

  owe(machine: string, log: string, size: number): void {
    const owed = this.#owed.get(machine) ?? new Map<string, number>()
    this.#owed.set(machine, owed)
    owed.set(log, Math.max(size, owed.get(log) ?? 0))
  }

  appended(program: Program, log: string, from: number, entries: readonly Uint8Array[]): void {
    if (this.#barred.get(program)?.has(log) !== true) return
    const fixed = this.log(log)
    const isOld = entries.every((entry, at) => equalBytes(entry, fixed.entries[from + at] ?? new Uint8Array()))
    this.#world.must(isOld, `${program.name} sequences ${log} at ${from} with a store that is behind`)
  }

  released(program: Program, server: Server, log: string, note: string): void {
    this.#take(log, new TextEncoder().encode(note), program.name, server)
  }

  /** A note that somebody was shown: a receipt's, or one on its way between nodes. */
  shown(log: string, note: Uint8Array, where: string): void {
    this.#take(log, note, where, undefined)
  }

  /** Entries of a log from its beginning, as a site gives them to whoever asks: never anything but what was released. */
  served(name: string, log: string, entries: readonly Uint8Array[]): void {
    if (this.isBetrayed(log)) return
    const { entries: fixed } = this.log(log)
    const at = entries.findIndex((entry, i) => !equalBytes(entry, fixed[i] ?? new Uint8Array()))
    this.#world.must(at < 0, `${name} serves another entry ${at} of ${log} than was released`)
  }

  /** A root from the hashes that a site serves. */
  hashed(name: string, log: string, { size, root }: { readonly size: number; readonly root: Uint8Array }): void {
    const isSame = this.isBetrayed(log) || this.log(log).roots[size] === toHex(root)
    this.#world.must(isSame, `${name} serves hashes of another ${log} at size ${size}`)
  }

  /** The views of a running node: all it vouched for, no fault, nothing void before a cut, the fixed entries, one Form 47 a size. */
  look(name: string, node: KhataNode, diskLost: boolean): void {
    if (!diskLost) this.#keepsWord(name, node)
    for (const log of node.logs.all.keys()) {
      const fold = node.logs.fold(log)
      if (fold === undefined) continue
      this.#world.must(fold.fault === undefined, `${name} finds ${log} invalid: ${fold.fault?.code}`)
      // HQ knows an order before it releases it; and a replica that has not heard of one judges otherwise what its writer
      // took after it.
      const isCut = (index: number): boolean =>
        this.isCut(log, index) || cutsBelow(node.register, fold, index + 1).length > 0
      const first = fold.voids.find(({ index }) => !isCut(index))
      this.#world.must(first === undefined, `${name} finds an entry of ${log} void: ${first?.refusal.code}`)
      const root = this.log(log).roots[fold.size]
      const state = `${fold.size} ${registerSize(node.register)}`
      if (root !== undefined && this.#looked.get(fold) === state) continue
      this.#looked.set(fold, root === undefined ? '' : state)
      const isSame = this.isBetrayed(log) || root === undefined || root === toHex(frontierRoot(fold.frontier))
      this.#world.must(isSame, `${name} holds another ${log} than was released, at size ${fold.size}`)
      this.#compareForm(name, fold, node.register)
    }
  }

  #keepsWord(name: string, node: KhataNode): void {
    for (const [log, size] of this.#owed.get(name) ?? []) {
      const running = node.logs.all.get(log)
      const held = running === undefined ? size : foldOf(running).size
      this.#world.must(held >= size, `${name} vouched for ${size} entries of ${log} and holds ${held}`)
    }
  }

  #take(log: string, note: Uint8Array, where: string, server: Server | undefined): void {
    const text = `${log}\n${new TextDecoder().decode(note)}`
    if (this.#seen.has(text)) return
    this.#seen.add(text)
    const trust = this.trustIn(log)
    if (trust === undefined) return
    const opened = openCheckpoint(note, trust)
    if (!opened.ok) return this.#world.must(false, `${where}: a checkpoint of ${log} is refused: ${opened.error.code}`)
    if (this.isBetrayed(log)) return
    const { size, root } = opened.value.checkpoint
    if (size >= this.log(log).roots.length && !this.#fix(log, size, { note, where, server })) return
    const isSame = this.log(log).roots[size] === toHex(root)
    this.#world.must(isSame, `${where}: a second history of ${log} is signed at size ${size}`)
  }

  #fix(log: string, size: number, { note, where, server }: Shown): boolean {
    const fixed = this.log(log)
    const held = server?.entries(log) ?? []
    this.#world.must(held.length >= size, `${where}: ${log} is shown at ${size} and its stream holds ${held.length}`)
    if (held.length < size) return false
    for (const entry of held.slice(fixed.entries.length, size)) this.#append(log, fixed, entry)
    fixed.note = note
    return true
  }

  #append(log: string, fixed: FixedLog, bytes: Uint8Array): void {
    const opened = openEntry(bytes)
    this.#world.must(opened.ok && opened.value.statement.ok, `${log} holds an entry that cannot be read`)
    if (!opened.ok || !opened.value.statement.ok) return
    const { idHex } = opened.value.statement.value
    const before = fixed.ids.get(idHex)
    this.#world.must(before === undefined || this.isCut(log, before), `${log} holds statement ${idHex} twice`)
    fixed.ids.set(idHex, fixed.entries.length)
    fixed.entries.push(bytes)
    fixed.frontier = appendLeaf(fixed.frontier, leafHash(bytes))
    fixed.roots.push(toHex(frontierRoot(fixed.frontier)))
  }

  #compareForm(name: string, fold: LogFold, register: RegisterState): void {
    if (fold.content.kind !== 'seat' || fold.size === 0) return
    if (!this.isBetrayed(fold.log) && fold.size >= this.log(fold.log).roots.length) return
    const root = toHex(frontierRoot(fold.frontier))
    const at = `${fold.log} at size ${fold.size}, root ${root} and register size ${judgedAtRegisterSize(fold, register)}`
    if (this.#seen.has(`${name} ${at}`)) return
    this.#seen.add(`${name} ${at}`)
    const form = form47(fold, fold.content.seat, register)
    const untrue = untrueDeadline(this, fold.log, form)
    this.#world.must(untrue === '', `${name} tells a deadline of ${fold.log} untruly: ${untrue}`)
    const hash = formHash(form)
    const first = this.#forms.get(at) ?? hash
    this.#forms.set(at, first)
    this.#world.must(first === hash, `${name} writes another Form 47 of ${at}`)
  }
}

/** When something was truly done, milliseconds since 1970. */
export interface Act {
  readonly saidAt: number
  replicatedAt: number | undefined
}

/** A signed checkpoint that a hub was shown, against what it holds. */
export interface Contradiction {
  readonly hub: string
  readonly log: string
  readonly note: Uint8Array
}

interface Shown {
  readonly note: Uint8Array
  readonly where: string
  /** Undefined where it was seen on its way, and not at a stream's door. */
  readonly server: Server | undefined
}

function identityOf(register: RegisterState, log: string): LogIdentity | undefined {
  if (log !== registerLog) return declaredLog(register, log)
  return { log, generation: 1, sequencerKey: register.trust.registerKey }
}
